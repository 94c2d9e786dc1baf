/** Django's own modules, as far as settings files use them. */

import type { Value } from '@django-golive/core';
import { djangoDefault, djangoDefaultNames } from '../../django/defaults.js';
import { peekVariable } from '../../environment/process.js';
import { djangoVersion, EXTRAS } from '../../environment/surroundings.js';
import { dictOf } from '../keys.js';
import { fn, instance, type Machine, method, type NativeModule, nativeClass, textOf } from '../native.js';
import { int, type PyModule, type PyValue, record, str, tuple } from '../value.js';
import { djangoExceptionsModule } from './django-exceptions.js';
import { djangoLoggingJson } from './django-logging.js';
import { parseJson } from './json-text.js';
import { partialClass } from './partial-class.js';
import { thaw } from './thaw.js';

/** Django's modules by dotted name. */
export function djangoModules(): readonly (readonly [string, NativeModule])[] {
  const namespace: NativeModule = { standard: false, isPackage: true, load: () => ({}) };
  return [
    ['django', { standard: false, isPackage: true, load: loadDjango }],
    ['django.conf', { standard: false, isPackage: true, load: loadConf }],
    ['django.conf.global_settings', { standard: false, complete: true, load: loadDefaults }],
    ['django.core', namespace],
    ['django.core.exceptions', djangoExceptionsModule],
    ['django.core.management', { standard: false, isPackage: true, load: () => ({}) }],
    ['django.core.management.utils', { standard: false, load: loadManagementUtils }],
    ['django.contrib', namespace],
    ['django.contrib.messages', { standard: false, isPackage: true, load: loadMessageLevels }],
    ['django.contrib.messages.constants', { standard: false, load: loadMessageConstants }],
    ['django.urls', { standard: false, isPackage: true, load: loadUrls }],
    ['django.urls.base', { standard: false, load: loadUrls }],
    ['django.utils', namespace],
    ['django.utils.translation', { standard: false, isPackage: true, load: loadTranslation }],
    ['django.utils.crypto', { standard: false, load: loadCrypto }],
    ['django.utils.functional', { standard: false, load: loadFunctional }],
    ['django.utils.log', { standard: false, load: loadLog }],
    ['django.utils.csp', { standard: false, load: loadCsp }],
  ];
}

function loadDjango(machine: Machine): Readonly<Record<string, PyValue>> {
  const version = djangoVersion(machine);
  const patch = machine.unknown('the exact version of Django is not known', { type: 'int' });
  const text = machine.unknown('the exact version of Django is not known', { type: 'str', truth: true });
  const items = version
    ? [int(version[0]), int(version[1]), patch, str('final'), int(0)]
    : [machine.unknown('the version of Django is not known', { type: 'int' }), patch, patch, str('final'), int(0)];
  return {
    VERSION: tuple(items),
    __version__: text,
    get_version: fn('django.get_version', '(version=)', () => text),
    setup: fn('django.setup', '(set_prefix=)', (m) =>
      m.unknown('`django.setup()` inside settings starts the whole project'),
    ),
  };
}

function loadConf(machine: Machine): Readonly<Record<string, PyValue>> {
  return {
    settings: lazySettings(machine),
    ENVIRONMENT_VARIABLE: str('DJANGO_SETTINGS_MODULE'),
  };
}

/**
 * `django.conf.settings` while the settings are being loaded: Django then takes the half-loaded module as it stands, and
 * its defaults for the rest.
 */
function lazySettings(machine: Machine): PyValue {
  const cls = nativeClass(machine, {
    name: 'LazySettings',
    module: 'django.conf',
    members: {
      __getattr__: method('django.conf.LazySettings.__getattr__', '(self, name)', (m, args) => {
        const name = textOf(args.get('name')) ?? '';
        const why = `\`django.conf.settings.${name}\` is read while the settings are being loaded`;
        return peekVariable(m, { name: 'DJANGO_SETTINGS_MODULE', required: false }, 'supplied', (found) => {
          const module = found?.kind === 'str' ? settingsModule(m, found.value) : undefined;
          const own = module?.namespace.entries.get(name);
          if (own && !own.maybe) return own.value;
          const version = djangoVersion(m);
          const value =
            version && module && !own && !module.namespace.open ? djangoDefault(name, version.join('.')) : undefined;
          return value ? thaw(m, value) : m.unknown(why);
        });
      }),
    },
  });
  return instance(cls, undefined);
}

/** The settings module as it stands; the first who asks, such as the package around it, has it loaded. */
function settingsModule(machine: Machine, name: string): PyModule | undefined {
  const module = machine.modules().get(name) ?? machine.importModule(name);
  return module.kind === 'module' && module.path !== undefined ? module : undefined;
}

function loadDefaults(machine: Machine): Readonly<Record<string, PyValue>> {
  const given = machine.extras.get(EXTRAS.djangoDefaults);
  const version = djangoVersion(machine)?.join('.');
  const names = given instanceof Map ? [...given.keys()] : version === undefined ? [] : djangoDefaultNames(version);
  const defaults: Record<string, PyValue> = {};
  for (const name of names) {
    const value = given instanceof Map ? (given.get(name) as Value | undefined) : djangoDefault(name, version ?? '');
    if (value) defaults[name] = thaw(machine, value);
  }
  const gettextNoop = fn('django.conf.global_settings.gettext_noop', '(s)', (_, args) => args.get('s'));
  return { ...defaults, gettext_noop: gettextNoop };
}

function loadManagementUtils(): Readonly<Record<string, PyValue>> {
  return {
    get_random_secret_key: fn('django.core.management.utils.get_random_secret_key', '()', (m) =>
      m.unknown('a new random key is made at every start', { type: 'str', truth: true, symbol: 'random' }),
    ),
    get_random_string: fn('django.utils.crypto.get_random_string', '(length, allowed_chars=)', (m) =>
      m.unknown('a new random string is made at every start', { type: 'str', symbol: 'random' }),
    ),
  };
}

function loadCrypto(): Readonly<Record<string, PyValue>> {
  return {
    get_random_string: fn('django.utils.crypto.get_random_string', '(length=, allowed_chars=)', (m) =>
      m.unknown('a new random string is made at every start', { type: 'str', symbol: 'random' }),
    ),
    RANDOM_STRING_CHARS: str('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
  };
}

const MESSAGE_LEVELS = { DEBUG: 10, INFO: 20, SUCCESS: 25, WARNING: 30, ERROR: 40 };

/** The package has the levels and its functions, `constants` also the tags. */
function loadMessageLevels(machine: Machine): Readonly<Record<string, PyValue>> {
  const { DEFAULT_TAGS: _, ...levels } = loadMessageConstants(machine);
  return levels;
}

function loadMessageConstants(machine: Machine): Readonly<Record<string, PyValue>> {
  return machine.once('django.contrib.messages.constants', () => {
    const levels = Object.entries(MESSAGE_LEVELS).map(([name, level]) => [name, int(level)] as const);
    return {
      ...Object.fromEntries(levels),
      DEFAULT_LEVELS: record(levels),
      DEFAULT_TAGS: dictOf(levels.map(([name, level]) => [level, str(name.toLowerCase())])),
    };
  });
}

function loadTranslation(machine: Machine): Readonly<Record<string, PyValue>> {
  // A lazy translation shows as its text; in the settings it is that text for every purpose.
  const same = (name: string) =>
    fn(`django.utils.translation.${name}`, '(message)', (_, args) => args.get('message'), { gives: { type: 'str' } });
  const plural = (name: string) =>
    fn(`django.utils.translation.${name}`, '(*args, **extra)', (m) =>
      m.unmodelled('plural translations are not modelled', { type: 'str' }),
    );
  const atOnce = (name: string) =>
    fn(`django.utils.translation.${name}`, '(message)', (m) =>
      m.unknown('translating while the settings load asks for the settings themselves', { type: 'str' }),
    );
  const names = ['gettext_lazy', 'gettext_noop', 'ugettext_lazy', 'ugettext_noop'];
  const version = djangoVersion(machine);
  const available = version && version[0] >= 4 ? names.filter((name) => !name.startsWith('u')) : names;
  return {
    ...Object.fromEntries(available.map((name) => [name, same(name)])),
    gettext: atOnce('gettext'),
    ...(version && version[0] >= 4 ? {} : { ugettext: atOnce('ugettext') }),
    ngettext: plural('ngettext'),
    ngettext_lazy: plural('ngettext_lazy'),
    pgettext_lazy: fn('django.utils.translation.pgettext_lazy', '(context, message)', (_, args) => args.get('message')),
  };
}

function loadUrls(): Readonly<Record<string, PyValue>> {
  return {
    // Only the URL configuration, which is loaded long after the settings, says what the address is.
    reverse_lazy: fn('django.urls.reverse_lazy', '(viewname, *args, **extra)', (m, args) => {
      const view = textOf(args.get('viewname'));
      const what = view === undefined ? 'a view' : `\`${view}\``;
      return m.unknown(`Django works out the address of ${what} when it is used`, { truth: true, notNone: true });
    }),
    reverse: fn('django.urls.reverse', '(viewname, *args, **extra)', (m) =>
      m.unknown('`reverse` loads the URL configuration, which needs the settings', { type: 'str' }),
    ),
  };
}

function loadFunctional(): Readonly<Record<string, PyValue>> {
  return {
    lazy: fn('django.utils.functional.lazy', '(func, *resultclasses)', (_, args) => args.get('func'), {
      unknowns: 'accept',
    }),
    cached_property: fn(
      'django.utils.functional.cached_property',
      '(func, name=)',
      (_, args) => ({ kind: 'descriptor', type: 'cached_property', get: args.get('func') }),
      { unknowns: 'accept' },
    ),
  };
}

function loadLog(machine: Machine): Readonly<Record<string, PyValue>> {
  const cls = (name: string) => partialClass(machine, { name, module: 'django.utils.log', members: {} });
  return {
    DEFAULT_LOGGING: parseJson(djangoLoggingJson),
    RequireDebugFalse: cls('RequireDebugFalse'),
    RequireDebugTrue: cls('RequireDebugTrue'),
    CallbackFilter: cls('CallbackFilter'),
    AdminEmailHandler: cls('AdminEmailHandler'),
    ServerFormatter: cls('ServerFormatter'),
  };
}

/** The constants of Django 6.0's content security policy. */
function loadCsp(machine: Machine): Readonly<Record<string, PyValue>> {
  const sources = {
    HEADER_ENFORCE: 'Content-Security-Policy',
    HEADER_REPORT_ONLY: 'Content-Security-Policy-Report-Only',
    NONE: "'none'",
    REPORT_SAMPLE: "'report-sample'",
    SELF: "'self'",
    STRICT_DYNAMIC: "'strict-dynamic'",
    UNSAFE_EVAL: "'unsafe-eval'",
    UNSAFE_HASHES: "'unsafe-hashes'",
    UNSAFE_INLINE: "'unsafe-inline'",
    WASM_UNSAFE_EVAL: "'wasm-unsafe-eval'",
    NONCE: '<CSP_NONCE_SENTINEL>',
  };
  return {
    CSP: partialClass(machine, {
      name: 'CSP',
      module: 'django.utils.csp',
      members: Object.fromEntries(Object.entries(sources).map(([name, value]) => [name, str(value)])),
    }),
  };
}
