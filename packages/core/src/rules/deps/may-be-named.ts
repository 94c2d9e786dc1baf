/** Whether settings that are not fully known, or made for one package alone, may name it where nobody sees it. */
import type { Dependency } from '../../facts/dependencies.js';
import type { Settings } from '../../facts/settings.js';
import { isAssigned, isKnown } from '../../facts/value-reading.js';

/** Settings that name classes and modules of packages. */
const naming = ['INSTALLED_APPS', 'MIDDLEWARE', 'AUTHENTICATION_BACKENDS', 'REST_FRAMEWORK', 'STORAGES', 'CACHES'];

/** Where the class of a file storage stands, besides `STORAGES`. */
const storage = ['DEFAULT_FILE_STORAGE', 'STATICFILES_STORAGE'];

/** Settings that only one package reads. */
const own: Readonly<Record<string, RegExp>> = {
  'django-storages': /^(AWS|AZURE|GS|DROPBOX|SFTP_STORAGE|FTP_STORAGE|LIBCLOUD)_/,
};

export function mayBeNamed({ name }: Dependency, settings: Settings): boolean {
  const unknown = (setting: string): boolean => !isKnown(settings.get(setting).value);
  return (
    naming.some(unknown) ||
    (/storages|whitenoise/.test(name) && storage.some(unknown)) ||
    settings.names.some((setting) => own[name]?.test(setting) && isAssigned(settings.get(setting)))
  );
}
