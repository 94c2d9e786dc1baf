/** What Django itself refuses while it loads a settings module that Python could import, series by series. */
import type { Value } from '@django-golive/core';
import { type Answer, both, entryOf, isOneOf, not, overOptions, truth } from './answer.js';
import { timeZoneNames } from './data/time-zones.js';
import { improperlyConfigured, type LoadError, pythonType, report, withoutAttribute } from './load-error.js';
import { certainText, deprecatedEmailSettings, type LoadedSettings } from './loaded.js';
import { atLeast, before } from './series.js';
import { setupErrors } from './setup-errors.js';

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
    ...passwordResetDays(settings),
    ...mailersAndEmailSettings(settings),
    ...timeZone(settings),
    ...storagesTwice(settings),
    ...storagesWrong(settings),
    ...setupErrors(settings),
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

/** Django works the seconds out of the days. */
function passwordResetDays(settings: LoadedSettings): readonly LoadError[] {
  const value = settings.get('PASSWORD_RESET_TIMEOUT_DAYS');
  if (before(settings.series, '3.1') || atLeast(settings.series, '4.0') || !value) return [];
  if (settings.assigned('PASSWORD_RESET_TIMEOUT_DAYS') === 'no') return [];
  const wrong = isOneOf(value, 'none', 'dict', 'set', 'path');
  return report(settings, wrong === 'yes' ? 'yes' : 'no', {
    type: 'TypeError',
    message: `unsupported operand type(s) for *: '${pythonType(value)}' and 'int'`,
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
  const wrong = overOptions(value, (option) => {
    if (option.kind === 'str') return timeZoneExists(option.value) || option.value === '' ? 'no' : 'maybe';
    return option.kind === 'unknown' || option.kind === 'object' || truth(option) !== 'yes' ? 'no' : 'yes';
  });
  if (value.kind !== 'bytes') return report(settings, wrong, withoutAttribute(value, 'split', 'TIME_ZONE'));
  const message = "a bytes-like object is required, not 'str'";
  return report(settings, wrong, { type: 'TypeError', message, setting: 'TIME_ZONE' });
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

/** While the old names last, Django looks for their values in STORAGES: `STORAGES.get('default', {}).get('BACKEND')`. */
function storagesWrong(settings: LoadedSettings): readonly LoadError[] {
  const storages = settings.get('STORAGES');
  if (before(settings.series, '4.2') || atLeast(settings.series, '5.1') || !storages) return [];
  if (settings.assigned('STORAGES') === 'no') return [];
  const entries = storages.kind === 'dict' ? ['default', 'staticfiles'].map((alias) => entryOf(storages, alias)) : [];
  for (const value of [storages, ...entries]) {
    if (typeof value !== 'object' || isOneOf(value, 'dict') !== 'no') continue;
    return report(settings, 'yes', withoutAttribute(value, 'get', 'STORAGES'));
  }
  return [];
}

function bothAssigned(settings: LoadedSettings, one: string, other: string): Answer {
  return both(
    () => settings.assigned(one),
    () => settings.assigned(other),
  );
}
