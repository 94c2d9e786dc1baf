/** Packages in versions that are known to be vulnerable. */
import type { Advisory, Dependencies, Dependency } from '../../facts/dependencies.js';
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { sources } from '../../facts/sources.js';
import { cwe, defineRule, minutes, type Remedy, web } from '../../rule.js';
import { broughtBy } from './brought.js';
import { confidenceIn, isInstalled } from './declared.js';
import { upgradeLines } from './manifest-lines.js';
import { unmaintained } from './unmaintained.js';
import { isImported, mayRun } from './used.js';

export const vulnerable = defineRule({
  id: 'deps/vulnerable',
  title: 'A package has a known vulnerability',
  sound: 'No pinned package besides Django has a known vulnerability',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(30),
  risk: 'The fault and the way to use it are published; whether the site can be reached through it depends on how it uses the package.',
  references: [cwe(1395), web('Python Packaging Advisory Database', 'https://github.com/pypa/advisory-database')],
  since: '0.1.0',
  needs: { dependencies, project, settings, sources },
  problems: { affected: '`{name}` {version} is affected by {advisories}.' },
  questions: {
    unused:
      '`{name}` {version} is affected by {advisories}. No code of the site imports it. Does anything there use it?',
  },
  when: ({ dependencies }) =>
    dependencies.all.some((row) => isInstalled(row) && row.version !== undefined && row.name !== 'django'),
  *check(facts, { problem, question }) {
    const { dependencies, settings, sources } = facts;
    for (const row of dependencies.all) {
      // Django's own releases have rules of their own.
      if (row.name === 'django' || row.version === undefined || !isInstalled(row) || row.advisories.length === 0)
        continue;
      if (row.forTools && !isImported(dependencies, row, sources, settings)) continue;
      const names = [...new Set(row.advisories.map((advisory) => nameOf(row, advisory)))];
      const shown = names.slice(0, 3).join(', ');
      const advisories = names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
      const about = row.lockedAt ? { ...row, at: row.lockedAt } : row;
      const data = { name: row.name, version: row.version, advisories };
      // Whether a fault that is not grave reaches a site that does not call the package, its files do not say.
      if (row.advisories.every(({ score }) => score !== undefined && score < grave) && !mayRun(facts, row)) {
        yield question('unused', about, data);
        continue;
      }
      yield {
        ...problem('affected', about, data),
        confidence: row.advisories.every(({ id }) => id.startsWith('UPSTREAM-')) ? 'tentative' : confidenceIn(row),
        remedy: remedyOf(dependencies, row),
      };
    }
  },
});

/** Where CVSS begins to say high. */
const grave = 7;

/** The smallest step away from it; whoever was given up gets no more releases. */
function remedyOf(dependencies: Dependencies, row: Dependency): Remedy {
  const { name, upgrade } = row;
  const path = (row.lockedAt ?? row.at).path;
  const given = unmaintained(name);
  if (upgrade !== undefined)
    return {
      summary: `Update \`${name}\` to ${upgrade} or later${caution(dependencies, row, upgrade)}.`,
      ...upgradeLines(dependencies, row, upgrade),
    };
  return given
    ? { summary: `Nobody mends \`${name}\` any more: ${given.instead}.`, path }
    : { summary: `Read the advisories of \`${name}\`: no version is known that mends all of them.`, path };
}

/** The name people know it by; without a number it is known from the notes of a release alone. */
function nameOf(row: Dependency, { id, aliases, fixed }: Advisory): string {
  const cve = aliases.find((alias) => alias.startsWith('CVE-'));
  if (cve !== undefined || !id.startsWith('UPSTREAM-')) return cve ?? id;
  return `a fault that the release notes of ${row.name}${fixed === undefined ? '' : ` ${fixed}`} name`;
}

/** What the update may ask for besides: a major release, or another Django than an old one. */
function caution(dependencies: Dependencies, row: Dependency, fixed: string): string {
  const [from = 0, to = 0] = [row.version ?? '', fixed].map((version) => Number.parseInt(version, 10));
  // Numbers that are years say nothing of what changed.
  const major = to > from && to < 1990 ? ', a new major release: read its notes first' : '';
  const { django } = dependencies;
  const series = django?.series ?? django?.version;
  const platform =
    django?.status !== 'ended' || series === undefined
      ? ''
      : /^(django|drf|wagtail)/.test(row.name)
        ? `; it may need a newer Django than ${series}`
        : django.livePythons?.length === 0
          ? `; it may need a newer Python than Django ${series} runs on`
          : '';
  return `${major}${platform}${holders(dependencies, row)}`;
}

/** Pinned packages that bring it, and may refuse the newer one. */
function holders({ all }: Dependencies, row: Dependency): string {
  const names = all
    .filter(({ name, version }) => name !== 'django' && version !== undefined && broughtBy(name)?.has(row.name))
    .map(({ name, version }) => `\`${name}\` ${version}`);
  if (names.length === 0) return '';
  const shown = names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(' and ');
  return `; ${shown}, which ${names.length > 1 ? 'need' : 'needs'} it as well, may have to be updated with it`;
}
