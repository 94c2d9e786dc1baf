/** A Python and a Django that were not made for each other. */
import { dependencies, type PlatformVersion } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { defineRule, docs, hours } from '../../rule.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { readableCiFiles, runsTests } from '../testing/ci-files.js';
import { ciPythons } from '../testing/ci-python.js';

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
  needs: { dependencies, project },
  problems: {
    old: 'Django {django} needs Python {first} or later, and `{path}` asks for {python}.',
    new: 'Django {django} was made for Python up to {last}, and `{path}` asks for {python}.',
  },
  when: ({ dependencies }) =>
    dependencies.python?.series !== undefined && (dependencies.django?.pythons?.length ?? 0) > 0,
  *check({ dependencies, project }, { problem }) {
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
      const later = django.laterPythons?.[python.series];
      const breaks = takenAway.some(
        ({ before, from }) =>
          !atLeastSeries(django.series ?? before, before) && atLeastSeries(python.series ?? '', from),
      );
      yield {
        ...problem('new', python, { ...shown, last }),
        confidence: 'tentative',
        ...(breaks
          ? {}
          : {
              severity: later !== undefined || isTested(project, python) ? ('low' as const) : ('medium' as const),
              risk: 'The site runs on a pair that Django’s own tests never ran on, until it uses what Python has changed.',
            }),
        evidence,
        remedy: {
          summary:
            later !== undefined
              ? `Use Django ${later} or a later ${django.series}, which supports Python ${python.series}.`
              : `Use a Django that supports Python ${python.series}, or Python ${last} where nothing else of the project asks for a later one.`,
          path: python.source,
        },
      };
    }
  },
});

/** Modules of Python that Django imported before a series, and the Python that has them no more: `distutils` and `cgi`. */
const takenAway = [
  { before: '4.0', from: '3.12' },
  { before: '4.2', from: '3.13' },
];

/** Whether CI runs the tests on this very Python. */
function isTested(project: Project, { series, source }: PlatformVersion): boolean {
  if (ciPythons(project).some((one) => one.series === series && one.number === undefined)) return true;
  return readableCiFiles(project).some((path) => {
    const lines = (project.file(path)?.text ?? '').split(/\r\n|\r|\n/);
    const named = lines.map((line) => /^\s*python-version-file\s*:\s*['"]?(?:\.\/)?([^'"\s#]+)/.exec(line)?.[1]);
    // A command stands behind `run:`, or in a block below it, where no line has a key.
    const commands = lines.filter((line) => !/^\s*(#|(-\s*)?(?!run\s*:)[\w-]+\s*:(\s|$))/.test(line));
    return named.includes(source) && commands.some((line) => runsTests.test(line));
  });
}
