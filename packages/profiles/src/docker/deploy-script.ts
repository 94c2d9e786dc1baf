/** The script that deploys the project, where it starts the containers: configuration of another server beside it is left over. */
import { type Location, type Project, purposeOf } from '@django-golive/core';
import type { Container } from './containers.js';

const script = /(^|\/)(re-?)?deploy([-_.]?(prod|production|live|server|vps|docker|compose))?(\.(sh|bash))?$/i;
/** One that sets up or restarts a server beside the containers says nothing of which of them serves the site. */
const otherServer =
  /\b(a2ensite|apache2|apachectl|httpd|gunicorn|uwsgi|supervisorctl|kubectl|heroku|fly(ctl)?)\b|\bsystemctl\s+(re)?(start|load)/;
/** An option's value does not begin with a dash, so that each word is read in one way. */
const up = /\bdocker[- ]compose\b((?:[ \t]+(?:-f|--file)[ \t]+[^-\s]\S*|[ \t]+-\S+)*)[ \t]+up\b([^\n;&|]*)/g;

/** Where it starts them. */
export function startedByScript(project: Project, paths: readonly string[], web: Container): Location | undefined {
  for (const path of project.paths) {
    const directory = path.slice(0, path.lastIndexOf('/') + 1);
    if (!script.test(path) || [path, directory].some((one) => /^(development|other)$/.test(purposeOf(one)))) continue;
    const file = project.file(path);
    const text = file?.text.replace(/^[ \t]*#.*$|^[ \t]*echo\b.*$/gm, (line) => ' '.repeat(line.length)) ?? '';
    if (!file || otherServer.test(text)) continue;
    for (const match of text.matchAll(up)) {
      const files = [...(match[1] ?? '').matchAll(/(?:-f|--file)[ =]?(\S+)/g)].map(([, name = '']) => name);
      const services = (match[2] ?? '').split(/\s+/).filter((word) => /^[\w.]/.test(word) && !/^\d+$/.test(word));
      if (files.length > 0 && !files.some((name) => paths.some((one) => one.endsWith(name.replace(/^\.\//, '')))))
        continue;
      if (services.length > 0 && !services.includes(web.name)) continue;
      return file.at({ start: match.index, end: match.index + match[0].length });
    }
  }
  return undefined;
}
