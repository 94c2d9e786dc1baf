/** A Django that gets no security fixes any more. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { defineRule, hours, web } from '../../rule.js';
import { lineAt } from '../../shown-line.js';
import { confidenceInRow } from './declared.js';
import { compileAgain, compiledFrom } from './manifest-lines.js';

export const djangoEol = defineRule({
  id: 'deps/django-eol',
  title: 'Django gets no security fixes any more',
  sound: 'Django gets security fixes',
  category: 'dependencies',
  severity: 'critical',
  effort: hours(16),
  risk: 'Vulnerabilities that become known stay open in this site.',
  references: [web('Django: Supported versions', 'https://www.djangoproject.com/download/#supported-versions')],
  since: '0.1.0',
  needs: { dependencies, project },
  problems: {
    ended: 'Django {version} has had no security fixes since {date}.',
    old: 'Every Django that `{specifier}` admits is without security fixes.',
  },
  questions: {
    traced:
      'The project does not say which Django it installs, and `{path}` was written for {series}, which has had no security fixes since {date}. Which one does production install?',
  },
  when: ({ dependencies: { django, djangoTrace } }) =>
    djangoTrace?.status === 'ended' || (django !== undefined && django.status !== 'unknown'),
  *check({ dependencies, project }, { problem, question }) {
    const { django, djangoTrace: trace } = dependencies;
    // Where every admitted release has ended, it does not matter which one the code was written for.
    if (trace?.status === 'ended' && trace.supportedUntil !== undefined && django?.status !== 'ended') {
      const series = trace.orOlder ? `${trace.series} or older` : trace.series;
      yield question('traced', trace, { path: trace.at.path, series, date: trace.supportedUntil });
    }
    if (django?.status !== 'ended') return;
    const version = django.version ?? django.series;
    const row = dependencies.get('django');
    const compiled = row && compiledFrom(dependencies, row);
    const about = row?.lockedAt ? { ...django, current: lineAt(project, django.at) } : django;
    const rest = {
      confidence: confidenceInRow(row),
      remedy: {
        summary: `Move to a supported series one after the other, and read the release notes of each for what it took away.${row ? compileAgain(dependencies, row) : ''}`,
        path: compiled ?? django.source,
      },
    };
    yield version !== undefined && django.supportedUntil !== undefined
      ? { ...problem('ended', about, { version, date: django.supportedUntil }), ...rest }
      : {
          ...problem('old', about, { specifier: django.specifier === '' ? (django.current ?? '') : django.specifier }),
          ...rest,
        };
  },
});
