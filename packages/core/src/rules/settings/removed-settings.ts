/** Settings that Django stopped reading, or will, each with the versions and with what is lost. */
import type { Settings } from '../../facts/settings.js';
import { integerOf, isAssigned, stringOf } from '../../facts/value-reading.js';

/** One setting that Django no longer reads, or announces that it will not. */
export interface Removed {
  readonly name: string;
  /** The first series that warns of it, where one does. */
  readonly deprecated?: string;
  /** The first series that ignores it. */
  readonly since: string;
  readonly instead: string;
  /** Whether ignoring it changes anything for this project. */
  loses(settings: Settings): boolean;
}

const without = (name: string) => (settings: Settings) => !isAssigned(settings.get(name));
const always = (): boolean => true;

export const removedSettings: readonly Removed[] = [
  { name: 'MIDDLEWARE_CLASSES', deprecated: '1.10', since: '2.0', instead: 'MIDDLEWARE', loses: without('MIDDLEWARE') },
  { name: 'TEMPLATE_DIRS', since: '1.10', instead: 'TEMPLATES', loses: without('TEMPLATES') },
  { name: 'TEMPLATE_LOADERS', since: '1.10', instead: 'TEMPLATES', loses: without('TEMPLATES') },
  { name: 'TEMPLATE_CONTEXT_PROCESSORS', since: '1.10', instead: 'TEMPLATES', loses: without('TEMPLATES') },
  {
    name: 'DEFAULT_FILE_STORAGE',
    deprecated: '4.2',
    since: '5.1',
    instead: "STORAGES['default']",
    loses: (settings) =>
      !isAssigned(settings.get('STORAGES')) &&
      stringOf(settings.get('DEFAULT_FILE_STORAGE').value) !== 'django.core.files.storage.FileSystemStorage',
  },
  {
    name: 'STATICFILES_STORAGE',
    deprecated: '4.2',
    since: '5.1',
    instead: "STORAGES['staticfiles']",
    loses: (settings) =>
      !isAssigned(settings.get('STORAGES')) &&
      stringOf(settings.get('STATICFILES_STORAGE').value) !== 'django.contrib.staticfiles.storage.StaticFilesStorage',
  },
  {
    name: 'PASSWORD_RESET_TIMEOUT_DAYS',
    deprecated: '3.1',
    since: '4.0',
    instead: 'PASSWORD_RESET_TIMEOUT (seconds)',
    // Three days is the default of the setting that took its place.
    loses: (settings) =>
      !isAssigned(settings.get('PASSWORD_RESET_TIMEOUT')) &&
      integerOf(settings.get('PASSWORD_RESET_TIMEOUT_DAYS').value) !== 3,
  },
  {
    name: 'USE_L10N',
    deprecated: '4.0',
    since: '5.0',
    instead: 'nothing: localised formats are always on',
    loses: (settings) =>
      settings.get('USE_L10N').value.kind === 'bool' && integerOf(settings.get('USE_L10N').value) === 0,
  },
  {
    name: 'FILE_CHARSET',
    deprecated: '2.2',
    since: '3.1',
    instead: 'nothing: files are read as UTF-8',
    loses: (settings) => !/^utf-?8$/i.test(stringOf(settings.get('FILE_CHARSET').value) ?? ''),
  },
  {
    name: 'DEFAULT_CONTENT_TYPE',
    deprecated: '2.0',
    since: '3.0',
    instead: 'nothing: pages are text/html',
    loses: (settings) => stringOf(settings.get('DEFAULT_CONTENT_TYPE').value) !== 'text/html',
  },
  { name: 'USE_DEPRECATED_PYTZ', deprecated: '4.0', since: '5.0', instead: 'zoneinfo', loses: always },
];
