/** How a project on a server with nginx is recognised: by nginx's configuration and by what starts the application beside it. */
import { defineDetector, type Evidence, type Location, type Project, project } from '@django-golive/core';
import { webApplication } from '../apache-ubuntu/web-application.js';
import { services } from '../own-server/services.js';
import { calledAfter } from '../platform/mention.js';
import { webApplications } from './web-applications.js';

/** Recognises nginx in front of an application server. */
export const nginxDetector = defineDetector(
  { project, services, webApplications, webApplication },
  ({ project, services, webApplications, webApplication }) => {
    const reasons: Evidence[] = [];
    let confidence = 0;
    const say = (weight: number, at: Location, note: string): void => {
      // A virtual host of Apache is the surer sign: the same project may document both.
      confidence = Math.max(confidence, webApplication ? Math.min(weight, 0.6) : weight);
      reasons.push({ at, note });
    };
    const web = services.find(({ role }) => role === 'web');
    const [server] = webApplications.main?.servers ?? [];
    if (server && web) say(0.9, server.at, `\`${server.config.path}\` passes requests to the project.`);
    else if (server) say(0.5, server.at, `\`${server.config.path}\` passes requests to a server on the same machine.`);
    if (web) say(server ? 0.9 : 0.6, web.at, `\`${web.path}\` starts the project's server.`);
    const script = setUp(project);
    if (script) {
      if (web) say(0.8, script, `\`${script.path}\` sets nginx up.`);
      else say(0.5, script, `\`${script.path}\` sets nginx and a unit up.`);
    }
    const called = confidence === 0 && calledAfter(project, /(^|[-_.])(nginx|gunicorn)([-_.]|$)/i);
    if (called) say(0.3, called, `The project is called \`${project.name}\`.`);
    return confidence === 0 ? undefined : { target: 'nginx-gunicorn', confidence, reasons };
  },
);

/** A script that installs or links nginx's configuration, and starts a unit beside it. */
function setUp(project: Project): Location | undefined {
  for (const path of project.paths) {
    if (!/\.(sh|bash)$/.test(path) || /(^|\/)(node_modules|tests?|docs?)\//.test(path)) continue;
    const file = project.file(path);
    const match =
      file && /\/etc\/nginx\/sites-enabled|^[^#\n]*\bapt(-get)?\b[^\n]*\binstall\b[^\n]*\bnginx\b/m.exec(file.text);
    if (file && match && /\/etc\/(systemd\/system|supervisor)\//.test(file.text))
      return file.at({ start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}
