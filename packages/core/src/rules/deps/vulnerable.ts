/** Packages in versions that are known to be vulnerable. */
import type { Advisory } from '../../facts/dependencies.js';
import { dependencies } from '../../facts/dependencies.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { isInstalled } from './declared.js';

export const vulnerable = defineRule({
  id: 'deps/vulnerable',
  title: 'A package has a known vulnerability',
  sound: 'No pinned version has a known vulnerability',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(30),
  risk: 'The fault and the way to use it are published; whether the site can be reached through it depends on how it uses the package.',
  references: [cwe(1395), web('Python Packaging Advisory Database', 'https://github.com/pypa/advisory-database')],
  since: '0.1.0',
  needs: { dependencies },
  problems: { affected: '`{name}` {version} is affected by {advisories} (data of {date}).' },
  when: ({ dependencies }) =>
    dependencies.all.some((row) => isInstalled(row) && row.version !== undefined && row.name !== 'django'),
  *check({ dependencies }, { problem }) {
    for (const row of dependencies.all) {
      // Django's own releases have rules of their own.
      if (row.name === 'django' || row.version === undefined || !isInstalled(row) || row.advisories.length === 0)
        continue;
      const names = row.advisories.map(nameOf);
      const shown = names.slice(0, 3).join(', ');
      const advisories = names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
      const fixed = row.advisories.every((advisory) => advisory.fixed !== undefined)
        ? newest(row.advisories)
        : undefined;
      const about = row.lockedAt ? { ...row, at: row.lockedAt } : row;
      yield {
        ...problem('affected', about, {
          name: row.name,
          version: row.version,
          advisories,
          date: dependencies.dataDate,
        }),
        confidence: row.advisories.every(({ id }) => id.startsWith('UPSTREAM-'))
          ? 'tentative'
          : row.applies === undefined
            ? 'firm'
            : 'certain',
        remedy: {
          summary:
            fixed === undefined
              ? 'Read the advisories: not for all of them is a mended version known.'
              : `Update it to ${fixed} or later.`,
          path: about.at.path,
        },
      };
    }
  },
});

/** The name people know it by; without a number it is known from the notes of a release alone. */
function nameOf({ id, aliases }: Advisory): string {
  return aliases.find((alias) => alias.startsWith('CVE-')) ?? id;
}

/** The highest of the versions that mend each of them. */
function newest(advisories: readonly Advisory[]): string | undefined {
  return advisories
    .flatMap(({ fixed }) => fixed ?? [])
    .reduce<string | undefined>(
      (best, version) => (best === undefined || isLater(version, best) ? version : best),
      undefined,
    );
}

function isLater(version: string, other: string): boolean {
  const [left, right] = [version, other].map((text) =>
    text.split(/[.+-]/).map((part) => Number.parseInt(part, 10) || 0),
  );
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
