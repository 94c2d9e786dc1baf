/** A Python in CI on which the project's Django cannot be installed, or that is none. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { type CiPython, ciPythons } from './ci-python.js';

export const ciPythonUnsupported = defineRule({
  id: 'testing/ci-python-unsupported',
  title: "CI runs on a Python that the project's Django does not support",
  sound: "CI runs on Pythons that the project's Django supports",
  category: 'testing-ci',
  severity: 'low',
  effort: minutes(10),
  risk: 'The job fails before the first test, or tests another Django than the one that is deployed.',
  references: [docs('faq/install', 'what-python-version-can-i-use-with-django')],
  since: '0.1.0',
  needs: { dependencies, project },
  problems: {
    old: '`{path}` tests on Python {python}, and Django {django} needs {first} or later.',
    number: '`{path}` asks for Python {written} without quotes, which YAML reads as the number {python}.',
  },
  when: ({ project }) => ciPythons(project).length > 0,
  *check({ dependencies, project }, { problem }) {
    const { django, python } = dependencies;
    const declared = dependencies.get('django');
    const lines = [...(django?.pythons ?? [])].sort((a, b) => (atLeastSeries(a, b) ? 1 : -1));
    const [first] = lines;
    const listed = ciPythons(project);
    for (const { series, number, at } of listed) {
      if (number === undefined) continue;
      yield {
        ...problem(
          'number',
          { at, subject: `${at.path}:${number}` },
          { path: at.path, written: number, python: series },
        ),
        remedy: {
          summary: 'Write it in quotes.',
          code: `'${number}'`,
          language: 'yaml',
          path: at.path,
          place: 'instead',
        },
      };
    }
    // With a marker each Python may have a Django of its own.
    if (first === undefined || declared?.marker !== undefined) return;
    const wanted =
      python?.series !== undefined && lines.includes(python.series) ? python.series : (lines.at(-1) ?? first);
    for (const list of listsOf(listed)) {
      const old = list.filter(({ series, number }) => number === undefined && !atLeastSeries(series, first));
      const [oldest, ...others] = old;
      if (!oldest) continue;
      yield {
        ...problem(
          'old',
          { at: oldest.at, subject: `${oldest.at.path}:${oldest.series}` },
          {
            path: oldest.at.path,
            python: inWords(old.map(({ series }) => series)),
            django: django?.version ?? django?.series ?? '',
            first,
          },
        ),
        evidence: [
          ...(django ? [{ at: django.at, note: 'Django is declared here.' }] : []),
          ...others.map(({ series, at }) => ({ at, note: `Python ${series} stands here.` })),
        ],
        remedy: remedyFor(list, old, wanted),
      };
    }
  },
});

/** The entries by the list that they stand in. */
function listsOf(pythons: readonly CiPython[]): readonly (readonly CiPython[])[] {
  const found = new Map<string, CiPython[]>();
  for (const one of pythons) {
    const key = `${one.at.path}:${one.list}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()];
}

/** One alone is replaced; of a list those that work are left. */
function remedyFor(list: readonly CiPython[], old: readonly CiPython[], wanted: string): Remedy {
  const path = list[0]?.at.path;
  const left = list.filter((one) => !old.includes(one));
  if (list.length === 1)
    return {
      summary: 'Test on the Python of production.',
      code: `'${wanted}'`,
      language: 'yaml',
      place: 'instead',
      ...(path === undefined ? {} : { path }),
    };
  const kept = left.length > 0 ? left.map(({ number, series }) => number ?? series) : [wanted];
  return {
    summary: `Leave ${inWords(kept)} in that list, or whichever of the supported ones production uses.`,
    ...(path === undefined ? {} : { path }),
  };
}

const inWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
