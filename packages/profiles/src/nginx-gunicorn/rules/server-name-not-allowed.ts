/** Host names that nginx answers to and Django refuses. */
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
import { isPlaceholderHost } from '../../files/placeholder.js';
import { lineAt } from '../../files/shown-line.js';
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
  // An empty list is another rule's: no host works then.
  when: ({ settings, webApplications }) =>
    hasFinalValues(settings) &&
    truthOf(settings.get('ALLOWED_HOSTS').value) !== 'no' &&
    webApplications.all.some(({ servers }) => servers.some(({ names }) => names.some(({ name }) => isSite(name)))),
  *check({ project, settings, webApplications }, { problem, question }) {
    const setting = settings.get('ALLOWED_HOSTS');
    const allowed = stringsOf(setting.value).map((host) => host.toLowerCase());
    if (allowed.includes('*') || setting.value.kind === 'str') return;
    // A list that rests on a fallback is another one where the variable is given.
    const known = isKnown(setting.value) && openVariables(settings, setting).length === 0;
    const open: string[] = [];
    const seen = new Set<string>();
    const told = webApplications.all
      .flatMap(({ passings }) => passings.filter(handsOnHost))
      .map(({ server }) => server);
    for (const { name, at } of [...new Set(told)].flatMap(({ names }) => names)) {
      if (seen.has(name) || !isSite(name)) continue;
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
          summary: `Add \`${name}\` to \`ALLOWED_HOSTS\`, or take it out of \`server_name\`.`,
          path: setting.at.path,
        },
      };
    }
    if (open.length > 0) yield question('unknown', setting, { names: open.map((name) => `\`${name}\``).join(' and ') });
  },
});

/** Whether Django gets the name that was asked for, and no other. */
function handsOnHost(passing: Passing): boolean {
  if (passing.location.pass?.protocol === 'uwsgi') return true;
  const host = headerTo(passing, 'Host');
  return host === 'unseen' || (host !== undefined && /^\$(host|http_host|server_name)\b/.test(host.value));
}

/** Whether a name is one that visitors ask for: no pattern, no variable, not the machine itself, not a template's. */
function isSite(name: string): boolean {
  return (
    /^[a-z0-9.-]+\.[a-z0-9-]+$/.test(name) &&
    !name.startsWith('.') &&
    !name.startsWith('127.') &&
    !isPlaceholderHost(name)
  );
}
