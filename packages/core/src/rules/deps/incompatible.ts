/** Pinned releases that the declared Django cannot work with. */
import { type Dependencies, type Dependency, dependencies } from '../../facts/dependencies.js';
import { features } from '../../facts/features.js';
import { project } from '../../facts/inputs.js';
import { defineRule, minutes, web } from '../../rule.js';
import { isInstalled } from './declared.js';
import { isOlder, type Minimum, minimumFor } from './django-minimums.js';
import { upgradeLines } from './manifest-lines.js';

export const incompatible = defineRule({
  id: 'deps/incompatible',
  title: 'A package is too old for the declared Django',
  sound: 'No pinned package is known to be too old for Django',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(30),
  risk: 'The packages cannot be installed together, or the site ends with an error as soon as it starts.',
  references: [web('Django: Release notes', 'https://docs.djangoproject.com/en/stable/releases/')],
  since: '0.1.0',
  needs: { dependencies, project, features },
  problems: {
    install:
      'Django {django} asks for `{name}` {least} or later, and {version} is pinned: pip refuses to install both.',
    start:
      'Django {django} works with `{name}` from {least} on, and {version} is pinned: it stops when it connects to the database.',
    import: '`{name}` {version} imports what Django {since} took away: whatever loads it stops with ImportError.',
  },
  when: ({ dependencies }) =>
    dependencies.django?.series !== undefined &&
    dependencies.all.some((row) => minimumOf(dependencies, row) !== undefined),
  *check({ dependencies, project, features }, { problem }) {
    const found = dependencies.all.flatMap((row) => {
      const minimum = minimumOf(dependencies, row);
      if (!minimum || row.version === undefined) return [];
      // A lock file was resolved; an adapter that no database needs is never loaded.
      if (minimum.refusal === 'install' && row.lockedAt) return [];
      if (minimum.database !== undefined && !features.uses(minimum.database)) return [];
      const old = minimum.least === undefined || isOlder(row.version, minimum.least);
      return old ? [{ row, minimum, version: row.version }] : [];
    });
    const [first] = found;
    const { django } = dependencies;
    if (!first || !django) return;
    const { row, minimum, version } = first;
    const { name } = row;
    const about = row.lockedAt ? { ...row, at: row.lockedAt } : row;
    const shown = django.version ?? django.series ?? '';
    const least = minimum.least ?? '';
    yield {
      ...(minimum.refusal === 'import'
        ? problem('import', about, { name, version, since: minimum.since })
        : problem(minimum.refusal, about, { django: shown, name, least, version })),
      confidence: 'firm',
      evidence: [
        { at: django.at, note: `Django ${shown} is declared here.` },
        ...found
          .slice(1, 6)
          .map((other) => ({ at: other.row.at, note: `\`${other.row.name}\` ${other.version} is too old as well.` })),
      ],
      remedy:
        minimum.least === undefined
          ? {
              summary: `No release works with it: ${row.standing?.instead ?? 'use another package'}.`,
              path: about.at.path,
            }
          : { summary: `Update \`${name}\` to ${least} or later.`, ...upgradeLines(dependencies, row, least, project) },
    };
  },
});

/** What the declared Django asks of an installed package in one exact version. */
function minimumOf(dependencies: Dependencies, row: Dependency): Minimum | undefined {
  const series = dependencies.django?.series;
  if (series === undefined || row.version === undefined || row.url !== undefined || !isInstalled(row)) return undefined;
  return minimumFor(row.name, series);
}
