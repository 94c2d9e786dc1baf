/** Host names that Apache answers to and Django refuses. */
import {
  defineRule,
  docs,
  hasFinalValues,
  isKnown,
  minutes,
  openVariables,
  project,
  settings,
  stringsOf,
  truthOf,
} from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { apacheSites } from '../virtual-hosts.js';
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
  needs: { project, settings, apacheSites, webApplication },
  problems: { refused: '`{name}` is served by Apache and is not in `ALLOWED_HOSTS`.' },
  questions: { unknown: 'Apache serves {names}. Does `ALLOWED_HOSTS` hold that in production?' },
  // An empty list is another rule's: no host works then.
  when: ({ settings, webApplication }) =>
    hasFinalValues(settings) &&
    truthOf(settings.get('ALLOWED_HOSTS').value) !== 'no' &&
    (webApplication?.hosts.some(({ names }) => names.some(({ name }) => isPlain(name))) ?? false),
  *check({ project, settings, webApplication }, { problem, question }) {
    const setting = settings.get('ALLOWED_HOSTS');
    const allowed = stringsOf(setting.value).map((host) => host.toLowerCase());
    if (allowed.includes('*') || setting.value.kind === 'str') return;
    // A list that rests on a fallback is another one where the variable is given.
    const known = isKnown(setting.value) && openVariables(settings, setting).length === 0;
    const open: string[] = [];
    const seen = new Set<string>();
    for (const { name, at } of webApplication?.hosts.flatMap((host) => host.names) ?? []) {
      if (seen.has(name) || !isPlain(name)) continue;
      seen.add(name);
      if (
        allowed.some(
          (host) => host === name || (host.startsWith('.') && (name.endsWith(host) || name === host.slice(1))),
        )
      )
        continue;
      if (!known) {
        open.push(name);
        continue;
      }
      yield {
        ...problem('refused', lineAt(project, at, name), { name }),
        evidence: [{ at: setting.at, note: '`ALLOWED_HOSTS` is set here.' }],
        confidence: 'firm',
        remedy: {
          summary: `Add \`${name}\` to \`ALLOWED_HOSTS\`, or take it out of the virtual host.`,
          path: setting.at.path,
        },
      };
    }
    if (open.length > 0) yield question('unknown', setting, { names: open.map((name) => `\`${name}\``).join(' and ') });
  },
});

/** Whether a name is one host, rather than a pattern or a variable. */
function isPlain(name: string): boolean {
  return !/[*?${}%]/.test(name) && !name.startsWith('_');
}
