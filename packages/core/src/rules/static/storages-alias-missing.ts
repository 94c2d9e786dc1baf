/** STORAGES without one of the two entries that Django itself asks for. */
import { apps } from '../../facts/apps.js';
import { settings } from '../../facts/settings.js';
import { isAssigned, lookup } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { uploadField } from '../media/upload-fields.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { collects } from './static-settings.js';

const backends = {
  default: 'django.core.files.storage.FileSystemStorage',
  staticfiles: 'django.contrib.staticfiles.storage.StaticFilesStorage',
} as const;

export const storagesAliasMissing = defineRule({
  id: 'static/storages-alias-missing',
  title: 'STORAGES lacks an entry that Django needs',
  sound: 'STORAGES has the entries that Django needs',
  category: 'static-media',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Django stops: at the first static file or upload, and from version 5.1 on at every command.',
  references: [django('staticfiles.E005'), docs('ref/settings', 'storages')],
  since: '0.1.0',
  needs: { apps, settings },
  problems: {
    staticfiles: '`STORAGES` has no entry `staticfiles`; setting it replaces the default of Django as a whole.',
    default: '`STORAGES` has no entry `default`; setting it replaces the default of Django as a whole.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && atLeastSeries(settings.django, '4.2') && isAssigned(settings.get('STORAGES')),
  *check({ apps, settings }, { problem }) {
    const setting = settings.get('STORAGES');
    const { value } = setting;
    if (value.kind !== 'dict' || value.entries.some(([key]) => key.kind !== 'str')) return;
    for (const alias of ['default', 'staticfiles'] as const) {
      if (lookup(value, alias) !== undefined || (alias === 'staticfiles' && collects(settings) !== 'yes')) continue;
      // The default storage is asked for when a file is saved, not before.
      const field = alias === 'default' ? uploadField(apps) : undefined;
      if (alias === 'default' && !field) continue;
      yield {
        ...problem(alias, setting),
        ...(field ? { evidence: [field] } : {}),
        confidence: alias === 'default' ? 'firm' : confidenceIn(settings, setting),
        remedy: writeInSettings(
          settings,
          'Write the entry out.',
          `STORAGES['${alias}'] = {'BACKEND': '${backends[alias]}'}`,
        ),
      };
    }
  },
});
