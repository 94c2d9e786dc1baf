/** Host names that nginx answers to and Django refuses. */
import { defineRule, docs, minutes, project, settings } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { allowsHosts, isSite, refusedNames } from '../../own-server/refused-names.js';
import { headerTo } from '../forwarded.js';
import { type Passing, webApplications } from '../web-applications.js';

export const serverNameNotAllowed = defineRule({
  id: 'nginx-gunicorn/server-name-not-allowed',
  title: 'Django refuses a host name that nginx serves',
  sound: 'Django allows every host name that nginx serves',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'Every request for that name is answered with 400 Bad Request.',
  references: [docs('ref/settings', 'allowed-hosts')],
  since: '0.1.0',
  needs: { project, settings, webApplications },
  problems: { refused: '`{name}` is served by nginx and is not in `ALLOWED_HOSTS`.' },
  questions: { unknown: 'nginx serves {names}. Does `ALLOWED_HOSTS` hold that in production?' },
  when: ({ settings, webApplications }) =>
    allowsHosts(settings) && webApplications.all.some(({ servers }) => servers.some(({ names }) => names.some(isSite))),
  *check({ project, settings, webApplications }, { problem, question }) {
    const passings = webApplications.all.flatMap((application) => application.passings.filter(handsOnHost));
    const servers = new Set(passings.map(({ server }) => server));
    const names = [...servers].flatMap((server) => server.names);
    const { setting, refused, unknown } = refusedNames(settings, names);
    for (const { name, at } of refused)
      yield {
        ...problem('refused', lineAt(project, at, name), { name }),
        evidence: [{ at: setting.at, note: '`ALLOWED_HOSTS` is set here.' }],
        confidence: 'firm',
        remedy: {
          summary: `Add \`${name}\` to \`ALLOWED_HOSTS\`, or take it out of \`server_name\`.`,
          path: setting.at.path,
        },
      };
    if (unknown.length > 0)
      yield question('unknown', setting, { names: unknown.map(({ name }) => `\`${name}\``).join(' and ') });
  },
});

/** Whether Django gets the name that was asked for, and no other. */
function handsOnHost(passing: Passing): boolean {
  if (passing.location.pass?.protocol === 'uwsgi') return true;
  const host = headerTo(passing, 'Host');
  return host === 'unseen' || (host !== undefined && /^\$(host|http_host|server_name)\b/.test(host.value));
}
