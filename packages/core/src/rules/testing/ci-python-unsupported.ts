/** A Python in CI on which the project's Django cannot be installed, or that is none. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { ciPythons } from './ci-python.js';

export const ciPythonUnsupported = defineRule({
  id: 'testing/ci-python-unsupported',
  title: "CI runs on a Python that the project's Django does not support",
  sound: "CI runs on Pythons that the project's Django supports",
  category: 'testing-ci',
  severity: 'medium',
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
    for (const { series, number, at } of ciPythons(project)) {
      const about = { at, subject: `${at.path}:${number ?? series}` };
      const place = { language: 'yaml', path: at.path, place: 'instead' } as const;
      if (number !== undefined) {
        yield {
          ...problem('number', about, { path: at.path, written: number, python: series }),
          remedy: { summary: 'Write it in quotes.', code: `'${number}'`, ...place },
        };
        continue;
      }
      // With a marker each Python may have a Django of its own.
      if (first === undefined || declared?.marker !== undefined || atLeastSeries(series, first)) continue;
      const wanted = python?.series !== undefined && lines.includes(python.series) ? python.series : lines.at(-1);
      yield {
        ...problem('old', about, {
          path: at.path,
          python: series,
          django: django?.version ?? django?.series ?? '',
          first,
        }),
        ...(django ? { evidence: [{ at: django.at, note: 'Django is declared here.' }] } : {}),
        remedy: { summary: 'Test on the Python of production.', code: `'${wanted}'`, ...place },
      };
    }
  },
});
