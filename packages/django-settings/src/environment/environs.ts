/** environs: typed readers over the environment, with prefixes, validators and a file of its own, by version. */

import {
  type Bound,
  fn,
  instance,
  type Machine,
  method,
  type NativeModule,
  nativeClass,
  staticMethod,
  textOf,
} from '../evaluate/native.js';
import { bool, emptyDict, none, type PyClass, type PyInstance, type PyValue, str, tuple } from '../evaluate/value.js';
import { READERS } from './environs-casts.js';
import { readEnv } from './environs-env-file.js';
import { readByField, readByParser } from './environs-read.js';
import { attributeOf } from './environs-variable.js';
import { validationError } from './marshmallow.js';
import { packageAtLeast } from './package-version.js';

/** The module `environs`. */
export const environsModule: NativeModule = {
  standard: false,
  load(machine) {
    const since = (...version: readonly number[]) => packageAtLeast(machine, 'environs', ...version);
    const kind = { module: since(14) ? 'environs.exceptions' : 'environs', members: {} };
    const envError = nativeClass(machine, { ...kind, name: 'EnvError', base: machine.builtinClass('ValueError') });
    const env = envClass(machine);
    return {
      Env: env,
      EnvError: envError,
      EnvValidationError: nativeClass(machine, {
        ...kind,
        name: 'EnvValidationError',
        base: envError,
        members: { __init__: keepMessages },
      }),
      EnvSealedError: nativeClass(machine, { ...kind, name: 'EnvSealedError', base: envError }),
      ParserConflictError: nativeClass(machine, {
        ...kind,
        name: 'ParserConflictError',
        base: machine.builtinClass('ValueError'),
      }),
      ...(since(12) ? { ValidationError: validationError(machine) } : {}),
      ...(since(14) ? { env: machine.call(env) } : {}),
      ...(since(14, 1) ? { validate: machine.importModule('marshmallow.validate') } : {}),
      ...(since(14, 3) ? { FileAwareEnv: fileAwareClass(machine, env) } : {}),
      ...(since(15, 1)
        ? { EnvNotSetError: nativeClass(machine, { ...kind, name: 'EnvNotSetError', base: envError }) }
        : {}),
    };
  },
};

/** The module `environs.exceptions`: the same classes. */
export const environsExceptionsModule: NativeModule = {
  standard: false,
  load: (machine) => {
    const names = ['EnvError', 'EnvValidationError', 'EnvSealedError', 'ParserConflictError', 'EnvNotSetError'];
    const found = names.map((name) => [name, machine.findAttribute(machine.importModule('environs'), name)] as const);
    return Object.fromEntries(found.flatMap(([name, cls]) => (cls?.kind === 'class' ? [[name, cls]] : [])));
  },
};

const keepMessages = method(
  'environs.EnvValidationError.__init__',
  '(self, message, error_messages)',
  (machine, args) => {
    machine.setAttribute(args.get('self'), 'args', tuple([args.get('message')]));
    machine.setAttribute(args.get('self'), 'error_messages', args.get('error_messages'));
    return none;
  },
  { unknowns: 'accept' },
);

const ACCEPT = { unknowns: 'accept' } as const;
const notPlain = (machine: Machine) => machine.unknown('it is not a plain `Env` object');

function on(
  name: string,
  parameters: string,
  run: (machine: Machine, self: PyInstance, args: Bound) => PyValue,
): PyValue {
  return method(
    `environs.Env.${name}`,
    `(self${parameters})`,
    (machine, args) => {
      const self = args.get('self');
      return self.kind === 'instance' ? run(machine, self, args) : notPlain(machine);
    },
    ACCEPT,
  );
}

function envClass(machine: Machine): PyClass {
  const fields = READERS.map((name) => [
    name,
    on(name, ', name, default=, subcast=, *, validate=, **extra', (m, self, args) => readByField(m, self, name, args)),
  ]);
  const urls = Object.entries(URL_READERS).map(([name, [module, complaint]]) => [
    name,
    on(name, ', name, default=, **extra', (m, self, args) =>
      readByParser(m, self, name, args, (value, keywords) =>
        parserOf(m, module, (parse) =>
          m.attempt(
            () => m.call(parse, [value], keywords),
            ['Exception'],
            (error) => m.raise(validationError(m), complaint ?? textOf(m.str(error)) ?? ''),
          ),
        ),
      ),
    ),
  ]);
  const prefixed = prefixedClass(machine);
  const fileParameters = 'path=, recurse=, verbose=, override=, return_path=';
  return nativeClass(machine, {
    name: 'Env',
    module: 'environs',
    members: {
      ...Object.fromEntries(fields),
      ...Object.fromEntries(urls),
      __init__: on('__init__', ', *, eager=, expand_vars=, prefix=', (m, self, args) => {
        for (const [name, value] of freshState(m, args)) m.setAttribute(self, name, value);
        return none;
      }),
      __repr__: on('__repr__', '', (m, self) => {
        if (!packageAtLeast(m, 'environs', 10))
          return m.unknown('how an old `Env` shows itself is not modelled', { type: 'str' });
        const shown = ['eager', 'expand_vars'].map(
          (name) => `${name}=${textOf(m.repr(attributeOf(self, name) ?? none))}`,
        );
        return str(`<${self.cls.name}(${shown.join(', ')})>`);
      }),
      read_env: packageAtLeast(machine, 'environs', 15)
        ? on('read_env', `, path=, *, recurse=, override=, return_path=`, (m, self, args) => readEnv(m, args, self))
        : staticMethod(
            'environs.Env.read_env',
            `(${fileParameters})`,
            (m, args) => readEnv(m, args, undefined),
            ACCEPT,
          ),
      prefixed: on('prefixed', ', prefix', (_, self, args) =>
        instance(prefixed, { env: self, prefix: args.get('prefix') }),
      ),
      seal: on('seal', '', seal),
      add_parser: on('add_parser', ', name, func', addParser),
      parser_for: on('parser_for', ', name', (_, self, args) =>
        fn(
          'environs.Env.parser_for.decorator',
          '(func)',
          (m, inner) => {
            m.invoke(self, 'add_parser', args.get('name'), inner.get('func'));
            return inner.get('func');
          },
          ACCEPT,
        ),
      ),
      add_parser_from_field: on('add_parser_from_field', ', *rest', (m) =>
        m.unknown('parsers made of fields are not modelled'),
      ),
      dump: on('dump', '', (m) => m.unknown('`Env.dump` is not modelled', { type: 'dict' })),
      __getattr__: on('__getattr__', ', name', (m, self, args) => {
        const own = attributeOf(self, '__custom_parsers__');
        const found = own?.kind === 'dict' ? m.findAttribute(own, 'get') : undefined;
        const parser = found ? m.call(found, [args.get('name')]) : none;
        if (parser.kind !== 'none') return parser;
        const name = textOf(args.get('name')) ?? '';
        return m.raise('AttributeError', m.binary('+', m.str(self), str(` has no attribute ${name}`)));
      }),
    },
  });
}

/** The parser of another package, where that is installed. */
function parserOf(machine: Machine, module: string, run: (parse: PyValue) => PyValue): PyValue {
  const parse = machine.attempt<PyValue | undefined>(
    () => machine.from(module, 'parse'),
    ['ImportError'],
    () => undefined,
  );
  return parse ? run(parse) : machine.unknown(`whether \`${module}\` is installed beside environs is not known`);
}

/** Readers that hand the URL to another package, and what they say of one that it refuses. */
const URL_READERS: Readonly<Record<string, readonly [module: string, complaint: string | undefined]>> = {
  dj_db_url: ['dj_database_url', 'Not a valid database URL.'],
  dj_email_url: ['dj_email_url', 'Not a valid email URL.'],
  dj_cache_url: ['django_cache_url', undefined],
};

function freshState(machine: Machine, args: Bound): readonly (readonly [string, PyValue])[] {
  return [
    ['eager', args.optional('eager') ?? bool(true)],
    ['expand_vars', args.optional('expand_vars') ?? bool(false)],
    ['_prefix', args.optional('prefix') ?? none],
    ['_sealed', bool(false)],
    ['_errors', emptyDict()],
    ['__custom_parsers__', emptyDict()],
    ...(packageAtLeast(machine, 'environs', 15) ? [['_environ', emptyDict()] as const] : []),
  ];
}

function fileAwareClass(machine: Machine, base: PyClass): PyClass {
  return nativeClass(machine, {
    name: 'FileAwareEnv',
    module: 'environs',
    base,
    members: {
      __init__: on(
        '__init__',
        ', *, file_suffix=, eager=, expand_vars=, prefix=, strip_whitespace=',
        (m, self, args) => {
          for (const [name, value] of freshState(m, args)) m.setAttribute(self, name, value);
          m.setAttribute(self, 'file_suffix', args.optional('file_suffix') ?? str('_FILE'));
          m.setAttribute(self, 'strip_whitespace', args.optional('strip_whitespace') ?? bool(false));
          return none;
        },
      ),
    },
  });
}

/** A function becomes a reader: it gets the text (or the default) and gives the value. */
function addParser(machine: Machine, self: PyInstance, args: Bound): PyValue {
  const name = textOf(args.get('name')) ?? '';
  if (machine.findAttribute(self, name))
    return machine.raise(
      machine.classFrom('environs', 'ParserConflictError'),
      `Env already has a method with name '${name}'. Use a different name.`,
    );
  const func = args.get('func');
  const parser = fn(
    `environs.Env.${name}`,
    '(name, default=, **extra)',
    (m, inner) => readByParser(m, self, name, inner, (value, keywords) => m.call(func, [value], keywords)),
    ACCEPT,
  );
  machine.setItem(attributeOf(self, '__custom_parsers__') ?? emptyDict(), str(name), parser);
  return none;
}

/** After it nothing more is read; with `eager=False` this is where the errors come out. */
function seal(machine: Machine, self: PyInstance): PyValue {
  machine.setAttribute(self, '_sealed', bool(true));
  const errors = attributeOf(self, '_errors');
  if (errors?.kind !== 'dict' || machine.truth(errors) === 'no') return none;
  machine.setAttribute(self, '_errors', emptyDict());
  const shown = textOf(machine.repr(errors));
  const message =
    shown === undefined
      ? machine.unknown('the errors are not known', { type: 'str' })
      : str(`Environment variables invalid: ${shown}`);
  return machine.raise(machine.classFrom('environs', 'EnvValidationError'), message, errors);
}

function prefixedClass(machine: Machine): PyClass {
  interface Prefixed {
    readonly env: PyInstance;
    readonly prefix: PyValue;
  }
  const step = (name: string, run: (m: Machine, state: Prefixed, self: PyInstance) => PyValue) =>
    method(`environs.prefixed.${name}`, '(self, *rest)', (m, args) => {
      const self = args.get('self');
      return self.kind === 'instance' ? run(m, self.payload as Prefixed, self) : none;
    });
  return nativeClass(machine, {
    name: '_GeneratorContextManager',
    module: 'contextlib',
    members: {
      __enter__: step('__enter__', (m, { env, prefix }, self) => {
        const before = attributeOf(env, '_prefix') ?? none;
        m.setAttribute(self, 'before', before);
        m.setAttribute(env, '_prefix', before.kind === 'none' ? prefix : m.binary('+', before, prefix));
        return env;
      }),
      __exit__: method(
        'environs.prefixed.__exit__',
        '(self, type=, *rest)',
        (m, args) => {
          const self = args.get('self');
          if (self.kind !== 'instance') return none;
          const left = args.some('type') === undefined;
          const { env } = self.payload as Prefixed;
          m.setAttribute(env, '_prefix', left ? (attributeOf(self, 'before') ?? none) : none);
          return bool(false);
        },
        ACCEPT,
      ),
    },
  });
}
