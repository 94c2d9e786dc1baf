/** CACHES without the entry that Django itself asks for. */
import { settings } from '../../facts/settings.js';
import { isAssigned, lookup } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const defaultMissing = defineRule({
  id: 'cache/default-missing',
  title: 'CACHES has no default',
  sound: 'CACHES has a default',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: '`migrate` and every other command that runs all checks stops, and so does what asks for the default cache.',
  references: [django('caches.E001'), docs('ref/settings', 'caches')],
  since: '0.1.0',
  needs: { settings },
  problems: { missing: '`CACHES` of `{module}` has no entry `default`.' },
  when: ({ settings }) => hasFinalValues(settings) && isAssigned(settings.get('CACHES')),
  *check({ settings }, { problem }) {
    const setting = settings.get('CACHES');
    const { value } = setting;
    if (value.kind !== 'dict' || value.entries.some(([key]) => key.kind !== 'str') || lookup(value, 'default')) return;
    yield {
      ...problem('missing', setting, { module: settings.module }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(
        settings,
        'Add it.',
        "CACHES['default'] = {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache'}",
      ),
    };
  },
});
