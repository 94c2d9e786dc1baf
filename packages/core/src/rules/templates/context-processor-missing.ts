/** Context processors the admin needs: without them its checks stop every command. */
import { settings } from '../../facts/settings.js';
import { holds, isKnown, lookup } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { addProcessor, djangoEngine, enginesOf } from './engines.js';

const needed = [
  { name: 'django.contrib.auth.context_processors.auth', id: 'admin.E402', since: '1.8' },
  { name: 'django.contrib.messages.context_processors.messages', id: 'admin.E404', since: '2.2' },
  { name: 'django.template.context_processors.request', id: 'admin.W411', since: '3.1' },
] as const;

export const contextProcessorMissing = defineRule({
  id: 'templates/context-processor-missing',
  title: 'The admin lacks something in its templates',
  sound: 'The admin has what its templates need',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: '`migrate` and every other command that runs all checks stops.',
  references: [
    django('admin.E402'),
    django('admin.E403'),
    django('admin.E404'),
    django('admin.W411'),
    docs('ref/contrib/admin', 'overview'),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: {
    processor: 'The admin is installed, but the first Django engine of `TEMPLATES` lacks `{name}` ({id}).',
    engine: 'The admin is installed, but `TEMPLATES` holds no Django engine (admin.E403).',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && holds(settings.get('INSTALLED_APPS').value, 'django.contrib.admin') === 'yes',
  *check({ settings }, { problem }) {
    const setting = settings.get('TEMPLATES');
    const engines = enginesOf(settings);
    const confidence = confidenceIn(settings, setting);
    const unread = !isKnown(setting.value) && engines.some((engine) => engine.backend === undefined);
    const first = engines.find((engine) => engine.backend === djangoEngine);
    if (!first) {
      // A class of the project's own may be a subclass of Django's engine.
      const own = engines.some(
        (engine) => engine.backend !== undefined && !engine.backend.startsWith('django.template.'),
      );
      const known = setting.value.kind === 'list' || setting.value.kind === 'tuple';
      // Before 2.2 no check asks for an engine, and before 1.10 the settings TEMPLATE_* made one.
      if (known && !unread && !own && atLeastSeries(settings.django, '2.2'))
        yield { ...problem('engine', setting), confidence };
      return;
    }
    if (engines.slice(0, engines.indexOf(first)).some((engine) => engine.backend === undefined)) return;
    const processors = lookup(first.options, 'context_processors') ?? ({ kind: 'list', items: [] } as const);
    if (first.options !== undefined && first.options.kind !== 'dict') return;
    for (const { name, id, since } of needed) {
      if (!atLeastSeries(settings.django, since) || holds(processors, name) !== 'no') continue;
      // Only ModelBackend, or a class built on it, makes the admin ask for this one.
      const backends = settings.get('AUTHENTICATION_BACKENDS').value;
      if (id === 'admin.E402' && holds(backends, 'django.contrib.auth.backends.ModelBackend') !== 'yes') continue;
      yield {
        ...problem('processor', { ...setting, subject: `${setting.subject}:${name}` }, { name, id }),
        confidence,
        // A warning stops no command.
        ...(id === 'admin.W411' ? ({ severity: 'medium', risk: 'Admin pages lack their navigation.' } as const) : {}),
        remedy: {
          summary: 'Add it to the context processors.',
          ...addProcessor(settings, name),
        },
      };
    }
  },
});
