/** A content security policy that lets any script in. */
import { dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, docs, hours, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { type ScriptSources, scriptSources } from './script-sources.js';

export const cspUnsafe = defineRule({
  id: 'headers/csp-unsafe',
  title: 'The content security policy lets injected scripts run',
  sound: 'The content security policy keeps injected scripts out',
  category: 'security',
  severity: 'low',
  effort: hours(4),
  risk: 'The policy looks like a second line of defence, and a script that gets into a page runs all the same.',
  references: [
    cwe(79),
    docs('ref/csp'),
    web('web.dev: Mitigate cross-site scripting with a strict CSP', 'https://web.dev/articles/strict-csp'),
  ],
  since: '0.1.0',
  needs: { dependencies, settings },
  problems: { loose: '`{name}` lets scripts in through {sources}.' },
  when: ({ dependencies, settings }) => hasFinalValues(settings) && scriptSources(settings, dependencies).length > 0,
  *check({ dependencies, settings }, { problem }) {
    for (const policy of scriptSources(settings, dependencies)) {
      const { setting } = policy;
      const loose = looseSources(policy);
      if (loose.length === 0) continue;
      yield {
        ...problem('loose', setting, {
          name: setting.name,
          sources: loose.map((source) => `\`${source}\``).join(', '),
        }),
        confidence: confidenceIn(settings, setting),
        remedy: {
          summary:
            'Move inline scripts into files or give them nonces, name the hosts that scripts come from, and take these words out of the policy.',
          path: setting.at.path,
        },
      };
    }
  },
});

/** What lets in a script that an attacker wrote, and is not set aside by a stricter word beside it. */
function looseSources({ sources, complete }: ScriptSources): readonly string[] {
  // With a nonce or a hash browsers overlook 'unsafe-inline', with 'strict-dynamic' hosts as well.
  const marked = !complete || sources.some((source) => /^'(nonce|sha\d+)-|NONCE/.test(source));
  const strict = !complete || sources.includes("'strict-dynamic'");
  return sources.filter((source) => {
    if (source === "'unsafe-eval'") return true;
    if (source === "'unsafe-inline'") return !marked && !strict;
    return /^(\*|https?:|data:|https?:\/\/\*)$/.test(source) && !strict;
  });
}
