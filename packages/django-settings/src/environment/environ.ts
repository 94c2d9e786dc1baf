/** django-environ: the module, its `Env` class and the tables that its readers go by. */

import {
  type Bound,
  classMethod,
  instance,
  type Machine,
  method,
  type NativeModule,
  nativeClass,
  textOf,
} from '../evaluate/native.js';
import {
  bool,
  list,
  none,
  type PyClass,
  type PyValue,
  pyFalse,
  pyTrue,
  record,
  str,
  tuple,
} from '../evaluate/value.js';
import { fileVariable } from './environ-file-aware.js';
import { parseCast } from './environ-parse.js';
import { pathClass } from './environ-path.js';
import { readEnvMethod } from './environ-read-env.js';
import {
  environCacheSchemes,
  environChannelsSchemes,
  environDbSchemes,
  environEmailSchemes,
  environSearchSchemes,
} from './environ-schemes.js';
import { urlReaders } from './environ-url-readers.js';
import { type Cast, getValue, isNotset } from './environ-value.js';
import { readVariable } from './process.js';
import { type AtLeast, releaseOf } from './version.js';

/** The module `environ` (also importable as `environ.environ`). */
export const environModule: NativeModule = {
  standard: false,
  others: (
    'ast itertools logging os re sys warnings urlparselib parse_qs ParseResult quote unquote unquote_plus urlparse urlunparse ' +
    'json DJANGO_POSTGRES PYMEMCACHE_DRIVER REDIS_DRIVER FileAwareMapping Openable OPENABLE PathLike logger compat environ ' +
    'fileaware_mapping DefaultValueWarning Dict List Tuple Union register_scheme register_schemes VERSION'
  ).split(' '),
  load(machine) {
    const atLeast = releaseOf(machine, 'django-environ');
    const env = envClass(machine, atLeast);
    return {
      Env: env,
      ...(atLeast(0, 8) ? { FileAwareEnv: fileAwareClass(machine, env) } : {}),
      NoValue: noValueClass(machine),
      Path: pathClass(machine, atLeast),
      ImproperlyConfigured: machine.from('django.core.exceptions', 'ImproperlyConfigured'),
    };
  },
};

function noValueClass(machine: Machine): PyClass {
  return machine.once('environ.NoValue', () =>
    nativeClass(machine, {
      name: 'NoValue',
      module: 'environ.environ',
      members: { __repr__: method('environ.NoValue.__repr__', '(self)', () => str('<NoValue>')) },
    }),
  );
}

function fileAwareClass(machine: Machine, env: PyClass): PyClass {
  return nativeClass(machine, {
    name: 'FileAwareEnv',
    module: 'environ.environ',
    base: env,
    members: { ENVIRON: machine.unknown('the mapping of `FileAwareEnv` is not modelled') },
  });
}

const accept = { unknowns: 'accept' } as const;

function envClass(machine: Machine, atLeast: AtLeast): PyClass {
  return nativeClass(machine, {
    name: 'Env',
    module: 'environ.environ',
    members: {
      ...tables(machine, atLeast),
      __init__: method(
        'environ.Env.__init__',
        '(self, **scheme)',
        (m, args) => {
          const self = args.get('self');
          if (atLeast(0, 5)) m.setAttribute(self, 'smart_cast', pyTrue);
          if (atLeast(0, 8)) m.setAttribute(self, 'escape_proxy', pyFalse);
          if (atLeast(0, 13)) m.setAttribute(self, 'warn_on_default', pyFalse);
          if (atLeast(0, 9)) m.setAttribute(self, 'prefix', str(''));
          m.setAttribute(self, 'scheme', record(args.extra));
          return none;
        },
        accept,
      ),
      __call__: read('__call__', atLeast),
      get_value: read('get_value', atLeast),
      __contains__: method('environ.Env.__contains__', '(self, var)', (m, args) => {
        const self = args.get('self');
        const variable = textOf(args.get('var'));
        if (variable === undefined) return m.unknown('the name of the variable is not a str', { type: 'bool' });
        if (self.kind === 'instance' && fileVariable(m, self, variable)) return pyTrue;
        return readVariable(m, { name: variable, required: false }, 'presence', (found) => bool(found !== undefined));
      }),
      parse_value: classMethod('environ.Env.parse_value', '(cls, value, cast)', (m, args) =>
        parseCast(m, args.get('value'), args.get('cast'), { cls: args.get('cls'), atLeast }),
      ),
      ...typedReaders(atLeast),
      ...urlReaders(atLeast),
      read_env: readEnvMethod(atLeast),
    },
  });
}

function read(name: string, atLeast: AtLeast): PyValue {
  return method(
    `environ.Env.${name}`,
    '(self, var, cast=, default=, parse_default=)',
    (m, args) => {
      const parse = args.optional('parse_default');
      const cast: Cast = { value: args.some('cast'), name: undefined };
      const parses = parse !== undefined && m.truth(parse) === 'yes';
      return getValue(m, args.get('self'), args.get('var'), cast, args.optional('default'), parses, atLeast);
    },
    accept,
  );
}

function typedReaders(atLeast: AtLeast): Readonly<Record<string, PyValue>> {
  const value = (m: Machine, args: Bound, cast: Cast): PyValue =>
    getValue(m, args.get('self'), args.get('var'), cast, args.optional('default'), false, atLeast);
  const typed = (name: string, cast: (machine: Machine, args: Bound) => PyValue | undefined, extra = '') =>
    method(
      `environ.Env.${name}`,
      `(self, var${extra}, default=)`,
      (m, args) => value(m, args, { value: cast(m, args), name }),
      accept,
    );
  const inner = (m: Machine, args: Bound, container: 'list' | 'tuple'): PyValue => {
    const cast = args.some('cast');
    if (!cast || m.truth(cast) === 'no') return m.builtin(container);
    return container === 'list' ? list([cast]) : tuple([cast]);
  };
  return {
    bool: typed('bool', (m) => m.builtin('bool')),
    int: typed('int', (m) => m.builtin('int')),
    float: typed('float', (m) => m.builtin('float')),
    json: typed('json', (m) => m.from('json', 'loads')),
    list: typed('list', (m, args) => inner(m, args, 'list'), ', cast='),
    tuple: typed('tuple', (m, args) => inner(m, args, 'tuple'), ', cast='),
    dict: typed('dict', (m, args) => args.optional('cast') ?? m.builtin('dict'), ', cast='),
    str: method(
      'environ.Env.str',
      `(self, var, default=, multiline=${atLeast(0, 13) ? ', choices=' : ''})`,
      (m, args) => {
        const found = value(m, args, { value: atLeast(0, 5) ? m.builtin('str') : undefined, name: 'str' });
        return m.each(found, (one) => textReader(m, one, args, atLeast));
      },
      accept,
    ),
    bytes: method(
      'environ.Env.bytes',
      '(self, var, default=, encoding=)',
      (m, args) => {
        const cast: Cast = { value: m.builtin('str'), name: 'bytes' };
        // Before 0.7 the default was not passed on.
        const found = atLeast(0, 7)
          ? value(m, args, cast)
          : getValue(m, args.get('self'), args.get('var'), cast, undefined, false, atLeast);
        return m.each(found, (one) => {
          if (one.kind === 'unknown') return m.derive(one);
          if (one.kind !== 'str') return atLeast(0, 7) ? one : m.getAttribute(one, 'encode');
          return m.invoke(one, 'encode', args.optional('encoding') ?? str('utf8'));
        });
      },
      accept,
    ),
  };
}

/** `multiline` and, since 0.13, `choices`. */
function textReader(machine: Machine, value: PyValue, args: Bound, atLeast: AtLeast): PyValue {
  const multiline = args.optional('multiline');
  if (multiline && machine.truth(multiline) !== 'no') {
    if (value.kind === 'unknown') return machine.derive(value, { type: 'str' });
    if (value.kind === 'str') return str(value.value.replace(atLeast(0, 8) ? /(?:\\r)?\\n/gu : /\\n/gu, '\n'));
    const type = machine.typeName(value);
    if (!atLeast(0, 8)) return machine.raise('AttributeError', `'${type}' object has no attribute 'replace'`);
    if (value.kind === 'bytes') return machine.raise('TypeError', 'cannot use a string pattern on a bytes-like object');
    return machine.raise('TypeError', `expected string or bytes-like object, got '${type}'`);
  }
  const choices = args.optional('choices');
  if (choices === undefined || isNotset(choices)) return value;
  return machine.branch(
    machine.truth(machine.compare('in', value, choices)),
    () => value,
    () => {
      const shown = [machine.str(value), machine.str(choices)].map((one) => textOf(one) ?? '…');
      const type = machine.classFrom('django.core.exceptions', 'ImproperlyConfigured');
      return machine.raise(type, `Invalid value: ${shown[0]} not in ${shown[1]}`);
    },
  );
}

/** The attributes of the class that its readers go by, and projects change. */
function tables(machine: Machine, atLeast: AtLeast): Readonly<Record<string, PyValue>> {
  const table = (schemes: readonly (readonly [string, string])[]) =>
    record(schemes.map(([scheme, target]) => [scheme, str(target)] as const));
  return {
    ENVIRON: machine.from('os', 'environ'),
    NOTSET: instance(noValueClass(machine), undefined),
    BOOLEAN_TRUE_STRINGS: tuple(['true', 'on', 'ok', 'y', 'yes', '1'].map((word) => str(word))),
    URL_CLASS: machine.from('urllib.parse', 'ParseResult'),
    DEFAULT_DATABASE_ENV: str('DATABASE_URL'),
    DEFAULT_CACHE_ENV: str('CACHE_URL'),
    DEFAULT_EMAIL_ENV: str('EMAIL_URL'),
    DEFAULT_SEARCH_ENV: str('SEARCH_URL'),
    DB_SCHEMES: table(environDbSchemes(atLeast)),
    CACHE_SCHEMES: table(environCacheSchemes(machine, atLeast)),
    EMAIL_SCHEMES: table(environEmailSchemes()),
    SEARCH_SCHEMES: table(environSearchSchemes(atLeast)),
    ...(atLeast(0, 12)
      ? { DEFAULT_CHANNELS_ENV: str('CHANNELS_URL'), CHANNELS_SCHEMES: table(environChannelsSchemes(atLeast)) }
      : {}),
  };
}
