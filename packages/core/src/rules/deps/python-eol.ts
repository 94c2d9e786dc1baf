/** A Python that gets no security fixes any more. */
import { dependencies, type PlatformVersion } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { defineRule, hours, web } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';

export const pythonEol = defineRule({
  id: 'deps/python-eol',
  title: 'Python gets no security fixes any more',
  sound: 'Python gets security fixes',
  category: 'dependencies',
  severity: 'high',
  effort: hours(4),
  risk: 'Vulnerabilities of Python and its standard library stay open, and packages stop supporting it.',
  references: [web('Python: Status of versions', 'https://devguide.python.org/versions/')],
  since: '0.1.0',
  needs: { dependencies, deployment },
  problems: { ended: 'Python {version} in `{path}` has had no security fixes since {date}.' },
  questions: {
    unread:
      '`{path}` names Python {version}, which has had no security fixes since {date}, and PythonAnywhere does not read that file. Is the Python of the Web tab a newer one?',
  },
  when: ({ dependencies }) => dependencies.python?.series !== undefined && dependencies.python.status !== 'unknown',
  *check({ dependencies, deployment }, { problem, question }) {
    const { python } = dependencies;
    const version = python?.version ?? python?.series;
    // What a manifest admits at least is not what the site runs on; the reader gives a series only where it is one.
    if (!python || version === undefined || python.status !== 'ended' || python.supportedUntil === undefined) return;
    const data = { version, path: python.source, date: python.supportedUntil };
    if (deployment.target === 'pythonanywhere') {
      yield question('unread', python, data);
      return;
    }
    yield {
      ...problem('ended', python, data),
      remedy: { summary: moveOf(dependencies.django), path: python.source },
    };
  },
});

/** What must be raised: Django as well, where no Python that it runs on gets fixes. */
function moveOf(django: PlatformVersion | undefined): string {
  const [newest] = [...(django?.livePythons ?? [])].sort((a, b) => (atLeastSeries(a, b) ? -1 : 1));
  if (newest !== undefined)
    return `Move to Python ${newest}, the newest that Django ${django?.version ?? django?.series} runs on.`;
  // What Django 1 ran on ended with 3.7, and is not in the data.
  const none = django?.livePythons !== undefined || django?.series?.startsWith('1.');
  return none
    ? `No Python that Django ${django?.version ?? django?.series} runs on is supported: move to a newer Django first, then to a Python that it runs on.`
    : 'Move to a Python that is supported and that the declared Django runs on.';
}
