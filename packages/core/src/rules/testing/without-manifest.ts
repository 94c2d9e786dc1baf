/** Tests of pages under a storage that refuses each static file that was not collected: nobody collects for a test. */
import type { Settings } from '../../facts/settings.js';
import { isAssigned } from '../../facts/value-reading.js';
import { atLeastSeries } from '../settings/django-series.js';
import { keepsManifest, staticStorage } from '../static/static-settings.js';

const plain = 'django.contrib.staticfiles.storage.StaticFilesStorage';

/** What a test class needs to take the plain storage instead; nothing where the settings keep no manifest. */
export function plainStorage(settings: Settings): { readonly imports: string; readonly decorator: string } | undefined {
  if (!keepsManifest(staticStorage(settings))) return undefined;
  const imports = 'from django.test import TestCase, override_settings';
  const why = '# The storage of production stops at files that were not collected.\n';
  // Django refuses both settings at once.
  if (!isAssigned(settings.get('STORAGES')) && !atLeastSeries(settings.django, '5.1'))
    return { imports, decorator: `${why}@override_settings(STATICFILES_STORAGE='${plain}')\n` };
  return {
    imports: `from django.conf import settings\n${imports}`,
    decorator: `${why}@override_settings(STORAGES={**settings.STORAGES, 'staticfiles': {'BACKEND': '${plain}'}})\n`,
  };
}
