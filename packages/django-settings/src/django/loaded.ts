/** Django's settings object after it loaded a module: what the project assigned over the defaults, and what Django derives. */
import type { Truth, Value } from '@django-golive/core';
import { entryOf, overOptions } from './answer.js';
import { djangoDefault } from './defaults.js';
import { atLeast, before } from './series.js';

/** The settings as Django's own code sees them. */
export interface LoadedSettings {
  /** The Django series, `5.2`. */
  readonly series: string;
  /** The value, or `undefined` where reading it raises AttributeError. */
  get(name: string): Value | undefined;
  /** Whether the project's module has it (`settings.is_overridden`). */
  assigned(name: string): Truth;
  /** An environment variable once the settings are loaded: its text, an unknown, or `undefined` where it is not set. */
  variable(name: string): Value | undefined;
  /** Whether a directory exists, by absolute path; `undefined` where that is not known. */
  isDirectory(path: string): boolean | undefined;
  /** Whether a view, by its dotted path, takes a request and a `reason`; `undefined` where that is not known. */
  takesReason(view: string): boolean | undefined;
}

/** What the project's module holds: the value of every upper-case name, and whether the name is certainly bound. */
export interface Assigned {
  readonly value: Value;
  /** False where the name is bound only if some condition holds. */
  readonly certain: boolean;
}

/** The settings that MAILERS replaces from Django 6.1 on. */
export const deprecatedEmailSettings: readonly string[] = [
  'EMAIL_BACKEND',
  'EMAIL_FILE_PATH',
  'EMAIL_HOST',
  'EMAIL_HOST_PASSWORD',
  'EMAIL_HOST_USER',
  'EMAIL_PORT',
  'EMAIL_SSL_CERTFILE',
  'EMAIL_SSL_KEYFILE',
  'EMAIL_TIMEOUT',
  'EMAIL_USE_SSL',
  'EMAIL_USE_TLS',
];

/** Whether two values are one text, number, truth or nothing. */
function isPlainly(one: Value, other: Value): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'none') return true;
  return (
    ['str', 'int', 'float', 'bool'].includes(one.kind) &&
    'value' in one &&
    'value' in other &&
    one.value === other.value
  );
}

/** Put a module's names over the defaults of a series. `open` says why the module may have other names as well. */
export function loadSettings(
  assigned: ReadonlyMap<string, Assigned>,
  series: string,
  surroundings: Pick<LoadedSettings, 'variable' | 'isDirectory' | 'takesReason'>,
  open?: string,
): LoadedSettings {
  const presence = (name: string): Truth => {
    const entry = assigned.get(name);
    if (!entry) return open === undefined ? 'no' : 'maybe';
    return entry.certain ? 'yes' : 'maybe';
  };
  const written = (name: string): Value | undefined => {
    const entry = assigned.get(name);
    const fallback = djangoDefault(name, series);
    if (!entry && open !== undefined) return { kind: 'unknown', why: open };
    if (!entry) return fallback;
    if (entry.certain || !fallback) return entry.value;
    const options = entry.value.kind === 'choice' ? entry.value.options : [entry.value];
    if (options.some((option) => isPlainly(option, fallback))) return entry.value;
    return { kind: 'choice', options: [...options, fallback] };
  };
  return {
    series,
    assigned: presence,
    get: (name) => derived(name, series, presence, written) ?? hidden(name, series, presence) ?? written(name),
    ...surroundings,
  };
}

/** The values Django works out of others while it loads (3.1 to 5.0 keep old names and new ones alike). */
function derived(
  name: string,
  series: string,
  presence: (name: string) => Truth,
  written: (name: string) => Value | undefined,
): Value | undefined {
  if (atLeast(series, '4.2') && before(series, '5.1')) {
    if (name === 'STORAGES' && presence('STORAGES') === 'no') return storagesFromOldNames(presence, written);
    const alias =
      name === 'DEFAULT_FILE_STORAGE' ? 'default' : name === 'STATICFILES_STORAGE' ? 'staticfiles' : undefined;
    const storages = written('STORAGES');
    if (alias && presence(name) === 'no' && presence('STORAGES') === 'yes' && storages)
      return backendOf(storages, alias);
  }
  if (name === 'PASSWORD_RESET_TIMEOUT' && presence(name) === 'no' && atLeast(series, '3.1') && before(series, '4.0')) {
    const days = written('PASSWORD_RESET_TIMEOUT_DAYS');
    if (presence('PASSWORD_RESET_TIMEOUT_DAYS') === 'yes' && days?.kind === 'int') {
      return { kind: 'int', value: days.value * 86_400n };
    }
  }
  return undefined;
}

function storagesFromOldNames(
  presence: (name: string) => Truth,
  written: (name: string) => Value | undefined,
): Value | undefined {
  const base = written('STORAGES');
  if (base?.kind !== 'dict') return undefined;
  const old: readonly (readonly [alias: string, name: string])[] = [
    ['default', 'DEFAULT_FILE_STORAGE'],
    ['staticfiles', 'STATICFILES_STORAGE'],
  ];
  const entries = base.entries.map(([key, value]): readonly [Value, Value] => {
    const name = key.kind === 'str' ? old.find(([alias]) => alias === key.value)?.[1] : undefined;
    const backend = name && presence(name) !== 'no' ? written(name) : undefined;
    return backend ? [key, { kind: 'dict', entries: [[{ kind: 'str', value: 'BACKEND' }, backend]] }] : [key, value];
  });
  return { kind: 'dict', entries };
}

function backendOf(storages: Value, alias: string): Value {
  if (storages.kind === 'choice')
    return { kind: 'choice', options: storages.options.map((one) => backendOf(one, alias)) };
  const entry = entryOf(storages, alias);
  const backend = entry && typeof entry === 'object' ? entryOf(entry, 'BACKEND') : entry;
  if (backend && typeof backend === 'object') return backend;
  if (backend === 'absent') return { kind: 'none' };
  return { kind: 'unknown', why: '`STORAGES` is not wholly known' };
}

/** From 6.1 on the old e-mail settings cannot be read once MAILERS is there: an unknown where that is not certain. */
function hidden(name: string, series: string, presence: (name: string) => Truth): Value | undefined {
  if (before(series, '6.1') || !deprecatedEmailSettings.includes(name) || presence('MAILERS') !== 'maybe')
    return undefined;
  return { kind: 'unknown', why: '`MAILERS` is defined only if a condition holds' };
}

/** Whether Django refuses to read a setting because another one replaced it. */
export function replacedByMailers(name: string, settings: LoadedSettings): boolean {
  return (
    atLeast(settings.series, '6.1') && deprecatedEmailSettings.includes(name) && settings.assigned('MAILERS') === 'yes'
  );
}

/** The text of a value that is certainly that text. */
export function certainText(value: Value | undefined): string | undefined {
  return value?.kind === 'str' ? value.value : undefined;
}

/** A path given as a string or a pathlib path. */
export function pathText(value: Value | undefined): string | undefined {
  return value?.kind === 'str' || value?.kind === 'path' ? value.value : undefined;
}

/** All the values a setting can have. */
export function optionsOf(value: Value): readonly Value[] {
  const options: Value[] = [];
  overOptions(value, (option) => {
    options.push(option);
    return 'yes';
  });
  return options;
}
