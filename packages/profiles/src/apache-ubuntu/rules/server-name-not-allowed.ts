/** Host names that Apache answers to and Django refuses. */
import { defineRule, docs, isKnown, minutes, project, settings, stringsOf } from '@django-golive/core';
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
  when: ({ settings, webApplication }) =>
    settings.path !== undefined && (webApplication?.hosts.some(({ names }) => names.length > 0) ?? false),
  *check({ project, settings, webApplication }, { problem }) {
    const setting = settings.get('ALLOWED_HOSTS');
    if (!isKnown(setting.value) || setting.value.kind === 'str') return;
    const allowed = stringsOf(setting.value).map((host) => host.toLowerCase());
    // An empty list is another rule's: no host works then.
    if (allowed.length === 0 || allowed.includes('*')) return;
    const seen = new Set<string>();
    for (const { name, at } of webApplication?.hosts.flatMap((host) => host.names) ?? []) {
      if (seen.has(name) || /[*?${}%]/.test(name) || name.startsWith('_')) continue;
      seen.add(name);
      if (
        allowed.some(
          (host) => host === name || (host.startsWith('.') && (name.endsWith(host) || name === host.slice(1))),
        )
      )
        continue;
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
  },
});
