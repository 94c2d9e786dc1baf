/** How a project that is deployed behind Apache is recognised: by configuration for it, then by scripts that install it. */
import { defineDetector, type Evidence, type Location, type Project, project } from '@django-golive/core';
import { isDockerfilePath } from '../files/dockerfile-path.js';
import { calledAfter } from '../platform/mention.js';
import { apacheSites } from './virtual-hosts.js';
import { webApplication } from './web-application.js';

/** Recognises Apache on Ubuntu. */
export const apacheDetector = defineDetector(
  { project, apacheSites, webApplication },
  ({ project, apacheSites, webApplication }) => {
    const reasons: Evidence[] = [];
    let confidence = 0;
    const say = (weight: number, at: Location, note: string): void => {
      confidence = Math.max(confidence, weight);
      reasons.push({ at, note });
    };
    if (webApplication) {
      // A configuration that a Dockerfile copies runs in a container, not on a server that somebody sets up.
      const image = copiedBy(project, webApplication.at.path);
      say(
        image ? 0.5 : 0.9,
        webApplication.at,
        webApplication.kind === 'mod_wsgi'
          ? `\`${webApplication.at.path}\` serves the project with mod_wsgi.`
          : `\`${webApplication.at.path}\` passes requests to the project.`,
      );
    } else if (apacheSites.configs[0])
      say(
        0.5,
        apacheSites.configs[0].file.at({ start: 0, end: 0 }),
        `\`${apacheSites.configs[0].path}\` configures Apache.`,
      );
    const script = mentionIn(project, /\.(sh|ya?ml)$/, /\b(libapache2-mod-wsgi(-py3)?|a2ensite|a2enmod\s+wsgi)\b/);
    if (script) say(0.7, script, `\`${script.path}\` sets Apache up.`);
    const requirement = mentionIn(
      project,
      /(^|\/)(requirements[^/]*\.txt|Pipfile|pyproject\.toml)$/,
      /^["'\s]*mod[-_]wsgi\b/im,
    );
    if (requirement) say(0.6, requirement, `\`${requirement.path}\` installs mod_wsgi.`);
    // Sina's and Baidu's platforms load such files as well, through packages of their own.
    const file = project.paths
      .filter((path) => /\.wsgi$/.test(path) && path.split('/').length < 4)
      .map((path) => project.file(path))
      .find((script) => script && !/^\s*(?:from|import)\s+[sb]ae\b/m.test(script.text));
    if (file) say(0.6, file.at({ start: 0, end: 0 }), `\`${file.path}\` is a script of mod_wsgi.`);
    if (confidence === 0) {
      const readme = mentionIn(project, /^readme(\.\w+)?$/i, /\b(apache2?|mod_wsgi)\b/i);
      if (readme) say(0.3, readme, 'The README mentions Apache.');
      const called = calledAfter(project, /(^|[-_.])(apache2?|mod[-_]?wsgi)([-_.]|$)/i);
      if (called) say(0.3, called, `The project is called \`${project.name}\`.`);
    }
    return confidence === 0 ? undefined : { target: 'apache-ubuntu', confidence, reasons };
  },
);

function mentionIn(project: Project, paths: RegExp, pattern: RegExp): Location | undefined {
  for (const path of project.paths) {
    if (!paths.test(path) || /(^|\/)(node_modules|tests?|docs?)\//.test(path)) continue;
    const file = project.file(path);
    const match = file && pattern.exec(file.text.replace(/^[ \t]*#.*$/gm, (line) => ' '.repeat(line.length)));
    if (file && match) return file.at({ start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}

function copiedBy(project: Project, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return project.paths.some(
    (item) =>
      isDockerfilePath(item) &&
      (project.file(item)?.text ?? '')
        .split('\n')
        .some((line) => /^\s*(COPY|ADD)\s/i.test(line) && line.includes(name)),
  );
}
