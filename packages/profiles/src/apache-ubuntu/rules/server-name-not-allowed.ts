/** Host names that Apache answers to and Django refuses. */
import { defineRule, docs, minutes, project, settings } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { allowsHosts, isSite, refusedNames } from '../../own-server/refused-names.js';
import { webApplication } from '../web-application.js';

export const serverNameNotAllowed = defineRule({
  id: 'apache-ubuntu/server-name-not-allowed',
  title: 'Django refuses a host name that Apache serves',
  sound: 'Django allows every host name that Apache serves',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'Every request for that name is answered with 400 Bad Request.',
  references: [docs('ref/settings', 'allowed-hosts')],
  since: '0.1.0',
  needs: { project, settings, webApplication },
  problems: { refused: '`{name}` is served by Apache and is not in `ALLOWED_HOSTS`.' },
  questions: { unknown: 'Apache serves {names}. Does `ALLOWED_HOSTS` hold that in production?' },
  when: ({ settings, webApplication }) =>
    allowsHosts(settings) && (webApplication?.hosts.some(({ names }) => names.some(isSite)) ?? false),
  *check({ project, settings, webApplication }, { problem, question }) {
    const names = webApplication?.hosts.flatMap((host) => host.names) ?? [];
    const { setting, refused, unknown } = refusedNames(settings, names);
    for (const { name, at } of refused)
      yield {
        ...problem('refused', lineAt(project, at, name), { name }),
        evidence: [{ at: setting.at, note: '`ALLOWED_HOSTS` is set here.' }],
        confidence: 'firm',
        remedy: {
          summary: `Add \`${name}\` to \`ALLOWED_HOSTS\`, or take it out of the virtual host.`,
          path: setting.at.path,
        },
      };
    if (unknown.length > 0)
      yield question('unknown', setting, { names: unknown.map(({ name }) => `\`${name}\``).join(' and ') });
  },
});
