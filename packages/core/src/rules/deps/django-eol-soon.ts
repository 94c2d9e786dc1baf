/** A Django whose security support ends within half a year. */
import { dependencies } from '../../facts/dependencies.js';
import { today } from '../../facts/inputs.js';
import { defineRule, hours, web } from '../../rule.js';

/** As long as a team needs that plans an upgrade beside its work. */
const notice = 183;

export const djangoEolSoon = defineRule({
  id: 'deps/django-eol-soon',
  title: 'The support of Django ends soon',
  sound: 'Django is supported for more than half a year',
  category: 'dependencies',
  severity: 'low',
  effort: hours(8),
  risk: 'Whoever has not moved by then runs a site whose newly found holes stay open.',
  references: [web('Django: Supported versions', 'https://www.djangoproject.com/download/#supported-versions')],
  since: '0.1.0',
  needs: { dependencies, today },
  problems: { soon: 'Django {series} gets security fixes until {date}, for {days} more.' },
  when: ({ dependencies: { django } }) =>
    django?.series !== undefined &&
    django.supportedUntil !== undefined &&
    (django.status === 'supported' || django.status === 'security-only'),
  *check({ dependencies, today }, { problem }) {
    const { django } = dependencies;
    if (django?.series === undefined || django.supportedUntil === undefined) return;
    const days = Math.round((Date.parse(django.supportedUntil) - Date.parse(today)) / 86_400_000);
    if (days > notice) return;
    yield {
      ...problem('soon', django, {
        series: django.series,
        date: django.supportedUntil,
        days: days === 1 ? 'one day' : `${days} days`,
      }),
      remedy: {
        summary: `Plan the move to a series that is supported longer; run the tests with \`python -Wa manage.py test\` first, which shows what it takes away.`,
        path: django.source,
      },
    };
  },
});
