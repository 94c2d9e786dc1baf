/** What `django.setup()` refuses after the settings are loaded, as far as settings alone tell. */
import type { Value } from '@django-golive/core';
import { both, contains, isOneOf, iterated, maybeNoText, not, overOptions } from './answer.js';
import { improperlyConfigured, type LoadError, report, withoutAttribute } from './load-error.js';
import type { LoadedSettings } from './loaded.js';
import { loggingError, ownLevelIn } from './logging-config.js';
import { before } from './series.js';

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

/** In the order in which Django would raise them. */
export function setupErrors(settings: LoadedSettings): readonly LoadError[] {
  return [
    ...loggingRefused(settings),
    ...scriptNameWrong(settings),
    ...applicationsWrong(settings),
    ...labelsTwice(settings),
    ...databasesWithoutDefault(settings),
  ];
}

/** Django hands LOGGING to `logging.config.dictConfig`, or to whatever LOGGING_CONFIG names. */
function loggingRefused(settings: LoadedSettings): readonly LoadError[] {
  const configure = settings.get('LOGGING_CONFIG');
  const logging = settings.get('LOGGING');
  if (configure?.kind !== 'str' || configure.value !== 'logging.config.dictConfig' || !logging) return [];
  const message = loggingError(logging, settings.series);
  const error = { type: 'ValueError', setting: 'LOGGING' };
  if (message !== undefined) return report(settings, 'yes', { ...error, message });
  const level = ownLevelIn(logging);
  if (level === undefined) return [];
  const why = `\`${level}\` is a level of logging only where \`logging.addLevelName\` has been told of it`;
  return [{ ...error, message: `Unknown level: '${level}'`, certain: 'maybe', why }];
}

/** `prefix.endswith('/')` */
function scriptNameWrong(settings: LoadedSettings): readonly LoadError[] {
  const value = settings.get('FORCE_SCRIPT_NAME');
  if (!value || before(settings.series, '1.10') || settings.assigned('FORCE_SCRIPT_NAME') === 'no') return [];
  const fine = overOptions(value, (option) =>
    option.kind === 'unknown' || option.kind === 'object' ? 'maybe' : isOneOf(option, 'str', 'none'),
  );
  if (fine !== 'no' || value.kind === 'choice') return [];
  if (value.kind !== 'bytes') return report(settings, 'yes', withoutAttribute(value, 'endswith', 'FORCE_SCRIPT_NAME'));
  const message = 'endswith first arg must be bytes or a tuple of bytes, not str';
  return report(settings, 'yes', { type: 'TypeError', message, setting: 'FORCE_SCRIPT_NAME' });
}

/** What `import_module`, or the lookup of a class by its name, asks of an entry that is no text. */
function applicationsWrong(settings: LoadedSettings): readonly LoadError[] {
  if (before(settings.series, '1.7')) return [];
  const old = before(settings.series, '3.2');
  const bytes = old
    ? 'startswith first arg must be bytes or a tuple of bytes, not str'
    : "a bytes-like object is required, not 'str'";
  return entryWrong(settings, 'INSTALLED_APPS', old ? 'startswith' : 'rpartition', bytes);
}

/** What keeps `get_wsgi_application()` from its end: the last of the middleware is loaded first. */
export function serverErrors(settings: LoadedSettings): readonly LoadError[] {
  if (before(settings.series, '1.10')) return [];
  return entryWrong(settings, 'MIDDLEWARE', 'rsplit', "a bytes-like object is required, not 'str'");
}

function entryWrong(settings: LoadedSettings, name: string, method: string, bytes: string): readonly LoadError[] {
  const value = settings.get(name);
  if (value?.kind !== 'list' && value?.kind !== 'tuple') return [];
  const entries = name === 'MIDDLEWARE' ? value.items.toReversed() : value.items;
  const index = entries.findIndex(isNoText);
  const wrong = entries[index];
  if (!wrong) return [];
  const open = entries.slice(0, index).some(maybeNoText);
  const error =
    wrong.kind === 'bytes'
      ? { type: 'TypeError', message: bytes, setting: name }
      : withoutAttribute(wrong, method, name);
  return report(settings, open ? 'maybe' : 'yes', error);
}

/** Certain of what is written: a class of an application would do as an instance, and an object of a package may be a text. */
function isNoText(entry: Value): boolean {
  if (entry.kind === 'object') return entry.type === 'builtins.ellipsis';
  return !['str', 'set', 'callable', 'unknown', 'choice'].includes(entry.kind);
}

/** The same entry twice is the same application twice, whatever it is. */
function labelsTwice(settings: LoadedSettings): readonly LoadError[] {
  const entries = iterated(settings.get('INSTALLED_APPS'));
  if (entries === 'crash' || !entries) return [];
  const seen = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'str') continue;
    if (seen.has(entry.value)) {
      const message = `Application labels aren't unique, duplicates: ${labelOf(entry.value)}`;
      return report(settings, 'yes', { type: improperlyConfigured, message, setting: 'INSTALLED_APPS' });
    }
    seen.add(entry.value);
  }
  return [];
}

/** The last part of an application's name, where its configuration does not say otherwise. */
function labelOf(entry: string): string {
  const parts = entry.split('.');
  const name = /^[A-Z]/.test(parts.at(-1) ?? '') ? parts.slice(0, parts.at(-2) === 'apps' ? -2 : -1) : parts;
  return name.at(-1) ?? entry;
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
