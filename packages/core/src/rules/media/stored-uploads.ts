/** Where uploads go: the storage of the settings, and whether it is a directory of this machine. */
import type { Settings } from '../../facts/settings.js';
import { isAssigned, lookup, stringOf } from '../../facts/value-reading.js';
import { atLeastSeries } from '../settings/django-series.js';

const fileSystem = 'django.core.files.storage.FileSystemStorage';

/** The storage of uploads by its dotted name; `undefined` where it is not known. */
export function uploadStorage(settings: Settings): string | undefined {
  const [storages, legacy] = [settings.get('STORAGES'), settings.get('DEFAULT_FILE_STORAGE')];
  if (atLeastSeries(settings.django, '4.2') && isAssigned(storages))
    return stringOf(lookup(lookup(storages.value, 'default'), 'BACKEND'));
  // Django 5.1 no longer reads it.
  if (isAssigned(legacy) && !atLeastSeries(settings.django, '5.1')) return stringOf(legacy.value);
  return fileSystem;
}

/** Whether uploads certainly lie below MEDIA_ROOT: another place can be given to the storage itself. */
export function liesInMediaRoot(settings: Settings): boolean {
  if (uploadStorage(settings) !== fileSystem) return false;
  const options = lookup(lookup(settings.get('STORAGES').value, 'default'), 'OPTIONS');
  return lookup(options, 'location') === undefined && (options === undefined || options.kind === 'dict');
}
