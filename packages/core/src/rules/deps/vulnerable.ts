/** Packages in versions that are known to be vulnerable. */
import type { Advisory, Dependencies, Dependency } from '../../facts/dependencies.js';
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { type Sources, sources } from '../../facts/sources.js';
import { cwe, defineRule, minutes, type Remedy, web } from '../../rule.js';
import { lineAt } from '../../shown-line.js';
import type { Project } from '../../source.js';
import { listed } from '../listed.js';
import { broughtBy } from './brought.js';
import { confidenceInRow, isInstalled } from './declared.js';
import { developerTool } from './developer-tools.js';
import { versionOf } from './either-version.js';
import { compileAgain, upgradeLines } from './manifest-lines.js';
import { isImported, mayRun, unimported } from './used.js';

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
  needs: { dependencies, mayRun, project, settings, sources },
  problems: { affected: '`{name}` {version} is affected by {advisories}.' },
  questions: {
    unused:
      '`{name}` {version} is affected by {advisories}. No code of the site imports it. Does anything there use it?',
    someUnused:
      '{names} are affected by known vulnerabilities, and no code of the site imports them. Does anything there use one of them?',
  },
  when: ({ dependencies }) =>
    dependencies.all.some((row) => isInstalled(row) && versionOf(row) !== undefined && row.name !== 'django'),
  *check({ dependencies, mayRun, project, settings, sources }, { problem, question }) {
    const unused: Dependency[] = [];
    for (const row of dependencies.all) {
      // Django's own releases have rules of their own.
      const version = versionOf(row);
      if (row.name === 'django' || version === undefined || !isInstalled(row) || row.advisories.length === 0) continue;
      if (row.forTools && !isImported(dependencies, row, sources, settings)) continue;
      const idle = !mayRun(row);
      const told = row.advisories.filter(({ startless }) => !startless);
      // Whether a fault that is not known to be grave reaches a site that does not call the package, its files do not say.
      if (idle && (developerTool.test(row.name) || !told.some(({ score = 0 }) => score >= grave))) {
        unused.push(row);
        continue;
      }
      const tool = installer.test(row.name) && !isImported(dependencies, row, sources, settings);
      yield {
        ...(tool || idle ? hardlyReached : severityOf(told)),
        ...problem('affected', placed(project, row), {
          name: row.name,
          version,
          advisories: advisoriesOf(row),
        }),
        confidence:
          told.every(({ id }) => id.startsWith('UPSTREAM-')) || row.index?.chosen
            ? 'tentative'
            : idle || isElsewhere(row)
              ? 'firm'
              : confidenceInRow(row),
        remedy: tool
          ? withoutInstaller(dependencies, placed(project, row))
          : remedyOf({ dependencies, project, settings, sources }, row),
      };
    }
    const [first, ...others] = unused;
    if (!first) return;
    const { name } = first;
    const version = versionOf(first) ?? '';
    if (others.length === 0)
      yield question('unused', placed(project, first), { name, version, advisories: advisoriesOf(first) });
    else
      yield question(
        'someUnused',
        {
          at: placed(project, first).at,
          subject: 'unused',
          trail: unused.slice(0, 12).map((row) => ({
            at: placed(project, row).at,
            note: `\`${row.name}\` ${versionOf(row)} is affected by ${advisoriesOf(row)}.`,
          })),
        },
        { names: listed(unused.map((row) => row.name)) },
      );
  },
});

/** Whether it comes from somewhere that may have mended it, or calls another package so. */
function isElsewhere({ index, url }: Dependency): boolean {
  return index !== undefined || (url !== undefined && !/^https:\/\/files\.pythonhosted\.org\//.test(url));
}

/** What installs packages, and is in a list of them because somebody ran `pip freeze`. */
const installer = /^(virtualenv|pipenv|poetry)$/;

/** What installs or runs a tool of developers in an environment of its own, and asks for `virtualenv` to make it. */
const environmentMaker = /^(pre-commit|tox(-.*)?|nox|pipenv|poetry|hatch)$/;

/** How production comes to do without an installer: where another tool brings it, deleting its line alone changes nothing. */
function withoutInstaller({ all, manifests }: Dependencies, { name, at: { path } }: Dependency): Remedy {
  const bringers = all.filter((row) => name === 'virtualenv' && isInstalled(row) && environmentMaker.test(row.name));
  if (bringers.length > 0)
    return {
      summary: `Leave ${listed(bringers.map((row) => row.name))} out of what production installs: \`${name}\` comes with ${bringers.length === 1 ? 'it' : 'them'}, and nothing of the site uses either.`,
      path,
    };
  const isMade = manifests.some((one) => one.lock && one.path === path);
  return {
    summary: isMade
      ? `Leave \`${name}\` out of what \`${path}\` is made from, and make that anew: it makes environments, and nothing of the site uses it.`
      : `Delete the line: \`${name}\` makes environments, and nothing of the site uses it.`,
    path,
  };
}

const hardlyReached = {
  severity: 'low',
  risk: 'The fault and the way to use it are published. No code of the site was seen to use the package, so that visitors hardly reach it.',
} as const;

/** A row where its version was read, with the line that is there. */
const placed = (project: Project, row: Dependency): Dependency =>
  row.lockedAt ? { ...row, at: row.lockedAt, current: lineAt(project, row.lockedAt) } : row;

/** What a sentence that ends in "by" or "but" names; faults without a number are told apart from those with one. */
function advisoriesOf(row: Dependency, and = ' and by '): string {
  // Of faults that an old version may not have, nothing is said beside those that it has.
  const told = row.advisories.filter(({ startless }) => !startless);
  const names = [...new Set((told.length > 0 ? told : row.advisories).map((advisory) => nameOf(row, advisory)))];
  names.sort((a, b) => Number(a.startsWith('a fault')) - Number(b.startsWith('a fault')));
  const shown = names
    .slice(0, 3)
    .map((one, place) => (place === 0 ? one : `${one.startsWith('a fault') ? and : ', '}${one}`))
    .join('');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

/** Where CVSS begins to say medium and high: https://www.first.org/cvss/v3.1/specification-document, section 5. */
const notable = 4;
const grave = 7;

/**
 * What the worst of them weighs; where there is none, nobody says that the version has a fault. Of one without a score nobody has said that it is mild. CVSS goes on to critical, which is said
 * of a package wherever its fault is reached: that the site is, takes one more step.
 */
function severityOf(advisories: readonly Advisory[]): { readonly severity?: 'medium' | 'low' } {
  if (advisories.length === 0) return { severity: 'medium' };
  const worst = Math.max(...advisories.map(({ score = 10 }) => score));
  return worst >= grave ? {} : { severity: worst >= notable ? 'medium' : 'low' };
}

interface Facts {
  readonly dependencies: Dependencies;
  readonly project: Project;
  readonly settings: Settings;
  readonly sources: Sources;
}

/** The smallest step away from it; whoever was given up gets no more releases. */
function remedyOf(facts: Facts, row: Dependency): Remedy {
  const { name, upgrade } = row;
  const path = (row.lockedAt ?? row.at).path;
  const given = row.standing?.state === 'given-up' ? row.standing : undefined;
  if (upgrade !== undefined) {
    const held = heldBy(facts, row);
    if (row.pins) {
      const files = listed([...new Set(row.pins.map(({ at }) => at.path))]);
      return { summary: `Update \`${name}\` to ${upgrade} or later${held.words}, in ${files}.`, path: row.at.path };
    }
    const { path, ...line } = upgradeLines(facts.dependencies, row, upgrade, facts.project);
    return {
      summary: `Update \`${name}\` to ${upgrade} or later${caution(facts.dependencies, row, upgrade)}${held.words}.${compileAgain(facts.dependencies, row)}`,
      ...(path === undefined ? {} : { path }),
      // A line that the installer may refuse, for the sake of another or of Python, is none to copy.
      ...(held.known || oldPython(facts.dependencies, row, upgrade) !== undefined ? {} : line),
    };
  }
  if (!given && row.partly) {
    const { version, left } = row.partly;
    if (left.length === 0)
      return {
        summary: `Update \`${name}\` to ${version}: no release is known to mend it besides this one, which is a pre-release.`,
        path,
      };
    const last =
      row.affectedUntil === undefined ? '' : `, and ${row.affectedUntil} is the last one known to be affected`;
    return {
      summary: `Update \`${name}\` to ${version} or later, which mends all but ${advisoriesOf({ ...row, advisories: left }, ' and ')}. No release is known to mend the rest${last}: read what the advisory advises.`,
      path,
    };
  }
  if (!given && row.affectedUntil !== undefined)
    return {
      summary: `Update \`${name}\` to a release after ${row.affectedUntil}, the last one that is known to be affected; where there is none, read the advisories.`,
      path,
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
  const series = django?.series ?? django?.version ?? dependencies.djangoSeries;
  const python = oldPython(dependencies, row, fixed);
  const hasEnded = django?.status === 'ended' && series !== undefined;
  const platform =
    hasEnded && /^(django|drf|wagtail)/.test(row.name)
      ? `; it may need a newer Django than ${series}`
      : python !== undefined
        ? `; it may need a newer Python than ${python}`
        : hasEnded && django.livePythons?.length === 0 && !isLive(dependencies)
          ? `; it may need a newer Python than Django ${series} runs on`
          : '';
  return `${major}${platform}`;
}

/** Whether the project is known to run on a Python that releases of today support. */
function isLive({ python }: Dependencies): boolean {
  return python?.series !== undefined && (python.status === 'supported' || python.status === 'security-only');
}

/** A Python without support, which releases of another series have likely left behind. */
function oldPython({ python }: Dependencies, { version = '' }: Dependency, fixed: string): string | undefined {
  const seriesOf = (one: string) => one.split('.').slice(0, 2).join('.');
  return python?.status === 'ended' && seriesOf(version) !== seriesOf(fixed) ? python.series : undefined;
}

/** What may refuse the newer one: those that a lock file says to, pinned ones that bring it, or what nobody knows. */
function heldBy(
  { dependencies, settings, sources }: Facts,
  row: Dependency,
): { readonly words: string; readonly known: boolean } {
  const refusing = row.heldBy ?? [];
  if (refusing.length > 0) {
    const names = refusing.map(
      ({ name, version, specifier }) => `\`${name}\` ${version}, which asks for \`${row.name}${specifier}\``,
    );
    return { words: `, together with ${names.slice(0, 2).join(', and ')}`, known: true };
  }
  const names = dependencies.all
    .filter(({ name, version }) => name !== 'django' && version !== undefined && broughtBy(name)?.has(row.name))
    .map(({ name, version }) => `\`${name}\` ${version}`);
  const shown = names.length > 2 ? `${names.slice(0, 2).join(', ')} or ${names.length - 2} more` : names.join(' or ');
  // Not all of its releases need it.
  if (names.length > 0) return { words: `; if ${shown} asks for an older one, update that as well`, known: true };
  const asked = row.direct && (unimported.test(row.name) || isImported(dependencies, row, sources, settings));
  return { words: asked ? '' : '; whatever else asks for it may have to be updated with it', known: false };
}
