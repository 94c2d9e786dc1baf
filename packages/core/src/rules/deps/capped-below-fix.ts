/** A range that ends below the release that mends what all of its versions have. */
import { dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, minutes } from '../../rule.js';
import { isInstalled } from './declared.js';
import { mayRun } from './used.js';

export const cappedBelowFix = defineRule({
  id: 'deps/capped-below-fix',
  title: 'A range keeps a package below the release that mends it',
  sound: 'No range keeps a package below the release that mends it',
  category: 'dependencies',
  // Which version is installed nobody says: a range is never more than worth knowing.
  severity: 'info',
  effort: minutes(30),
  risk: 'Every installation gets a version whose faults are published, and no update ever reaches the one that mends them.',
  references: [cwe(1395)],
  since: '0.1.0',
  needs: { dependencies, mayRun, settings },
  problems: {
    capped: 'Every `{name}` that `{specifier}` admits is affected by {advisories}; {fixed} is not.',
  },
  when: ({ dependencies }) => dependencies.all.some((row) => row.version === undefined && row.specifier !== ''),
  *check({ dependencies, mayRun }, { problem }) {
    for (const row of dependencies.all) {
      const { capped, name, specifier } = row;
      // Django's own releases have rules of their own; what never runs reaches nobody.
      if (!capped || name === 'django' || !isInstalled(row) || !mayRun(row)) continue;
      const shown = capped.advisories.slice(0, 3).join(', ');
      const more = capped.advisories.length - 3;
      yield {
        ...problem('capped', row, {
          name,
          specifier,
          advisories: more > 0 ? `${shown} and ${more} more` : shown,
          fixed: capped.fixed,
        }),
        confidence: 'firm',
        remedy: {
          summary: `Let the range go up to ${capped.fixed} at least, and read the notes of that release first.`,
          path: row.at.path,
        },
      };
    }
  },
});
