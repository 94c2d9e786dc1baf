/** What Django itself refuses while it loads a settings module that Python could import, series by series. */
import type { Truth, Value } from '@django-golive/core';
import { type Answer, both, contains, doubtIn, isOneOf, not, overOptions, truth } from './answer.js';
import { timeZoneNames } from './data/time-zones.js';
import { certainText, deprecatedEmailSettings, type LoadedSettings, optionsOf } from './loaded.js';
import { atLeast, before } from './series.js';

/** An exception of Django's settings loader. */
export interface LoadError {
  readonly type: string;
  readonly message: string;
  /** The setting it is about: where a person has to look. */
  readonly setting: string;
  /** `maybe` where it depends on something that is not known. */
  readonly certain: Truth;
  /** Why it is not certain. */
  readonly why?: string;
}

const improperlyConfigured = 'django.core.exceptions.ImproperlyConfigured';

/** Django's applications that define models: with any of them, setting up needs the default database. */
const applicationsWithModels: readonly string[] = [
  'django.contrib.admin',
  'django.contrib.auth',
  'django.contrib.contenttypes',
  'django.contrib.flatpages',
  'django.contrib.redirects',
  'django.contrib.sessions',
  'django.contrib.sites',
];

/** The first error that is certain, or the first that is possible, in the order in which Django would raise them. */
export function startupError(settings: LoadedSettings): LoadError | undefined {
  const errors = inOrder(settings);
  return errors.find(({ certain }) => certain === 'yes') ?? errors[0];
}

function inOrder(settings: LoadedSettings): readonly LoadError[] {
  return [
    ...notListOrTuple(settings),
    ...emptySecretKey(settings),
    ...passwordResetTimeouts(settings),
    ...mailersAndEmailSettings(settings),
    ...timeZone(settings),
    ...storagesTwice(settings),
    ...databasesWithoutDefault(settings),
  ];
}

/** Names are looked at in alphabetical order, as `dir()` gives them. */
function notListOrTuple(settings: LoadedSettings): readonly LoadError[] {
  const { series } = settings;
  const checked = [
    ...(atLeast(series, '4.0') ? ['ALLOWED_HOSTS'] : []),
    'INSTALLED_APPS',
    'LOCALE_PATHS',
    ...(atLeast(series, '4.1') ? ['SECRET_KEY_FALLBACKS'] : []),
    'TEMPLATE_DIRS',
  ];
  return checked.flatMap((name) => {
    if (settings.assigned(name) === 'no') return [];
    const value = settings.get(name);
    const wrong = value ? not(isOneOf(value, 'list', 'tuple')) : 'no';
    // Django 3.2 ends this message with a blank.
    const message = `The ${name} setting must be a list or a tuple.${before(series, '4.0') ? ' ' : ''}`;
    return report(settings, wrong, { type: improperlyConfigured, message, setting: name });
  });
}

function emptySecretKey(settings: LoadedSettings): readonly LoadError[] {
  if (atLeast(settings.series, '3.2')) return [];
  return report(settings, not(truth(settings.get('SECRET_KEY'))), {
    type: improperlyConfigured,
    message: 'The SECRET_KEY setting must not be empty.',
    setting: 'SECRET_KEY',
  });
}

function passwordResetTimeouts(settings: LoadedSettings): readonly LoadError[] {
  if (before(settings.series, '3.1') || atLeast(settings.series, '4.0')) return [];
  return report(settings, bothAssigned(settings, 'PASSWORD_RESET_TIMEOUT_DAYS', 'PASSWORD_RESET_TIMEOUT'), {
    type: improperlyConfigured,
    message: 'PASSWORD_RESET_TIMEOUT_DAYS/PASSWORD_RESET_TIMEOUT are mutually exclusive.',
    setting: 'PASSWORD_RESET_TIMEOUT_DAYS',
  });
}

function mailersAndEmailSettings(settings: LoadedSettings): readonly LoadError[] {
  if (before(settings.series, '6.1')) return [];
  const old = deprecatedEmailSettings.filter((name) => settings.assigned(name) !== 'no');
  const [first] = old;
  if (first === undefined) return [];
  const present = old.some((name) => settings.assigned(name) === 'yes') ? 'yes' : 'maybe';
  return report(
    settings,
    both(
      () => present,
      () => settings.assigned('MAILERS'),
    ),
    {
      type: improperlyConfigured,
      message: `Deprecated email settings are not allowed when MAILERS is defined: ${old.join(', ')}.`,
      setting: first,
    },
  );
}

function timeZone(settings: LoadedSettings): readonly LoadError[] {
  const value = settings.get('TIME_ZONE');
  if (!value || truth(value) === 'no') return [];
  const text = certainText(value);
  if (text === undefined) return notText(settings, value);
  return report(settings, timeZoneExists(text) ? 'no' : 'yes', {
    type: 'ValueError',
    message: `Incorrect timezone setting: ${text}`,
    setting: 'TIME_ZONE',
  });
}

/** `TIME_ZONE.split('/')` of something that is no string. */
function notText(settings: LoadedSettings, value: Value): readonly LoadError[] {
  const named: Readonly<Record<string, string>> = { path: 'PosixPath', object: '' };
  const wrong = overOptions(value, (option) => {
    if (option.kind === 'str') return timeZoneExists(option.value) || option.value === '' ? 'no' : 'maybe';
    return option.kind === 'unknown' || option.kind === 'object' || truth(option) !== 'yes' ? 'no' : 'yes';
  });
  const type = named[value.kind] ?? value.kind;
  const error =
    value.kind === 'bytes'
      ? { type: 'TypeError', message: "a bytes-like object is required, not 'str'" }
      : { type: 'AttributeError', message: `'${type}' object has no attribute 'split'` };
  return report(settings, wrong, { ...error, setting: 'TIME_ZONE' });
}

function timeZoneExists(name: string): boolean {
  // Empty parts vanish when paths are joined, and parts with dots lead elsewhere: nothing is claimed of those.
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..') || name.startsWith('/') || name.includes('//')) return true;
  const [first = '', ...rest] = parts;
  if (first === 'posix' || first === 'right') return true;
  const directory = rest.length === 0 ? '' : first;
  const names = Object.hasOwn(timeZoneNames, directory) ? timeZoneNames[directory] : undefined;
  return names?.split(' ').includes(rest.length === 0 ? first : rest.join('/')) ?? false;
}

function storagesTwice(settings: LoadedSettings): readonly LoadError[] {
  if (before(settings.series, '4.2') || atLeast(settings.series, '5.1')) return [];
  return ['DEFAULT_FILE_STORAGE', 'STATICFILES_STORAGE'].flatMap((name) =>
    report(settings, bothAssigned(settings, name, 'STORAGES'), {
      type: improperlyConfigured,
      message: `${name}/STORAGES are mutually exclusive.`,
      setting: name,
    }),
  );
}

/** Raised when the first model asks for the default database: only sure where an application with models is installed. */
function databasesWithoutDefault(settings: LoadedSettings): readonly LoadError[] {
  const databases = settings.get('DATABASES');
  const applications = settings.get('INSTALLED_APPS');
  if (databases?.kind !== 'dict' || databases.entries.length === 0) return [];
  const installed = applicationsWithModels.some((name) => contains(applications, name) === 'yes');
  return report(
    settings,
    both(
      () => (installed ? 'yes' : 'no'),
      () => not(contains(databases, 'default')),
    ),
    {
      type: improperlyConfigured,
      message: "You must define a 'default' database.",
      setting: 'DATABASES',
    },
  );
}

function bothAssigned(settings: LoadedSettings, one: string, other: string): Answer {
  return both(
    () => settings.assigned(one),
    () => settings.assigned(other),
  );
}

function report(
  settings: LoadedSettings,
  answer: Answer,
  error: Omit<LoadError, 'certain' | 'why'>,
): readonly LoadError[] {
  if (answer === 'no' || answer === 'crash') return [];
  const certain: Truth = answer === 'yes' && settings.assigned(error.setting) !== 'maybe' ? 'yes' : 'maybe';
  if (certain === 'yes') return [{ ...error, certain }];
  // Where nothing at all is known of what it may be, there is no reason to expect an error.
  if (answer === 'maybe' && settings.assigned(error.setting) !== 'no' && !refusable(settings.get(error.setting)))
    return [];
  const doubt = doubtIn(settings.get(error.setting)) ?? 'it is defined only if a condition holds';
  return [{ ...error, certain, why: `\`${error.setting}\` is not known: ${doubt}` }];
}

/** Whether one of the values it can have is known: what is not known at all is not suspected. */
function refusable(value: Value | undefined): boolean {
  return value !== undefined && optionsOf(value).every(({ kind }) => kind !== 'unknown');
}
