/** A Python and a Django that were not made for each other. */
import { dependencies } from '../../facts/dependencies.js';
import { defineRule, docs, hours } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';

export const pythonDjangoMismatch = defineRule({
  id: 'deps/python-django-mismatch',
  title: 'Django does not support this Python',
  sound: 'Django supports this Python',
  category: 'dependencies',
  severity: 'high',
  effort: hours(2),
  risk: 'The installation fails, or the site runs on a pair that nobody tests.',
  references: [docs('faq/install', 'what-python-version-can-i-use-with-django')],
  since: '0.1.0',
  needs: { dependencies },
  problems: {
    old: 'Django {django} needs Python {first} or later, and `{path}` asks for {python}.',
    new: 'Django {django} was made for Python up to {last}, and `{path}` asks for {python}.',
  },
  when: ({ dependencies }) =>
    dependencies.python?.series !== undefined && (dependencies.django?.pythons?.length ?? 0) > 0,
  *check({ dependencies }, { problem }) {
    const { django, python } = dependencies;
    const lines = [...(django?.pythons ?? [])].sort((a, b) => (atLeastSeries(a, b) ? 1 : -1));
    const [first, last] = [lines[0], lines.at(-1)];
    if (
      !django ||
      python?.series === undefined ||
      first === undefined ||
      last === undefined ||
      lines.includes(python.series)
    )
      return;
    const shown = { django: django.version ?? django.series ?? '', path: python.source, python: python.series };
    const evidence = [{ at: django.at, note: `Django ${shown.django} is declared here.` }];
    if (!atLeastSeries(python.series, first)) {
      yield {
        ...problem('old', python, { ...shown, first }),
        evidence,
        remedy: { summary: `Use Python ${first} or later.`, path: python.source },
      };
    } else if (atLeastSeries(python.series, last)) {
      yield {
        ...problem('new', python, { ...shown, last }),
        confidence: 'tentative',
        evidence,
        remedy: {
          summary: `Use a Django that supports Python ${python.series}, or Python ${last} where nothing else of the project asks for a later one.`,
          path: python.source,
        },
      };
    }
  },
});
