/** environs: typed readers over the environment, strict about what a boolean is, with prefixes and a file of its own. */

import { partialClass } from '../evaluate/library/partial-class.js';
import { fsPath } from '../evaluate/library/path-argument.js';
import { universalNewlines } from '../evaluate/library/python-text.js';
import {
  type Bound,
  fn,
  instance,
  type Machine,
  method,
  type NativeModule,
  nativeClass,
  textOf,
} from '../evaluate/native.js';
import {
  bool,
  emptyDict,
  none,
  type PyClass,
  type PyDict,
  type PyInstance,
  type PyValue,
  record,
  str,
  stringKey,
} from '../evaluate/value.js';
import { parseDotenv } from './dotenv-file.js';
import { castEnvirons, type EnvironsReader, READERS } from './environs-casts.js';
import { callerDirectory, deployedText, findUpwards, noteVariable } from './files.js';
import { readVariable, supplyVariable } from './process.js';
import { versionOf } from './surroundings.js';

/** The module `environs`. */
export const environsModule: NativeModule = {
  standard: false,
  load(machine) {
    const error = (name: string, base: PyClass) =>
      nativeClass(machine, { name, module: 'environs', base, members: {} });
    const envError = error('EnvError', machine.builtinClass('ValueError'));
    const env = envClass(machine);
    return {
      Env: env,
      FileAwareEnv: env,
      env: instance(env, undefined, freshAttributes()),
      EnvError: envError,
      EnvNotSetError: error('EnvNotSetError', envError),
      EnvValidationError: error('EnvValidationError', envError),
      EnvSealedError: error('EnvSealedError', machine.builtinClass('TypeError')),
      ParserConflictError: error('ParserConflictError', machine.builtinClass('ValueError')),
      validate: machine.unknown('`environs.validate` is not modelled'),
    };
  },
};

function freshAttributes(): PyDict {
  return record({ _prefix: none, _environ: emptyDict(), eager: bool(true), expand_vars: bool(false) });
}

function envClass(machine: Machine): PyClass {
  const accept = { unknowns: 'accept' } as const;
  const reader = (name: EnvironsReader) =>
    method(
      `environs.Env.${name}`,
      '(self, name, default=, subcast=, *, validate=, **extra)',
      (m, args) => {
        const self = args.get('self');
        return self.kind === 'instance' ? read(m, self, name, args) : m.unknown('it is not a plain Env object');
      },
      accept,
    );
  const prefixed = prefixedClass(machine);
  return partialClass(machine, {
    name: 'Env',
    module: 'environs',
    members: {
      ...Object.fromEntries(READERS.map((name) => [name, reader(name)])),
      read_env: method(
        'environs.Env.read_env',
        '(self=, path=, recurse=, verbose=, override=, return_path=, **extra)',
        readEnv,
        accept,
      ),
      prefixed: method('environs.Env.prefixed', '(self, prefix)', (_, args) =>
        instance(prefixed, { env: args.get('self'), prefix: args.get('prefix') }),
      ),
      seal: method('environs.Env.seal', '(self)', () => none),
      add_parser: method('environs.Env.add_parser', '(self, name, func)', () => none, accept),
      parser_for: method('environs.Env.parser_for', '(self, name)', () =>
        fn('environs.Env.parser_for', '(func)', (_, args) => args.get('func'), accept),
      ),
    },
    behaviour: {
      construct(_, cls, args) {
        const attributes = freshAttributes();
        for (const [name, value] of args.keywords) {
          const own = name === 'prefix' ? '_prefix' : name;
          attributes.entries.set(stringKey(own), { key: str(own), value });
        }
        return instance(cls, undefined, attributes);
      },
    },
  });
}

function attribute(self: PyInstance, name: string): PyValue | undefined {
  return self.attributes.entries.get(stringKey(name))?.value;
}

function setAttribute(machine: Machine, self: PyInstance, name: string, value: PyValue): void {
  machine.touch(self.attributes);
  self.attributes.entries.set(stringKey(name), { key: str(name), value });
}

function prefixedClass(machine: Machine): PyClass {
  interface Prefixed {
    readonly env: PyInstance;
    readonly prefix: PyValue;
  }
  const on = (name: string, run: (m: Machine, state: Prefixed, self: PyInstance) => PyValue) =>
    method(`environs.prefixed.${name}`, '(self, *rest)', (m, args) => {
      const self = args.get('self');
      return self.kind === 'instance' ? run(m, self.payload as Prefixed, self) : none;
    });
  return nativeClass(machine, {
    name: '_GeneratorContextManager',
    module: 'contextlib',
    members: {
      __enter__: on('__enter__', (m, { env, prefix }, self) => {
        const before = attribute(env, '_prefix') ?? none;
        setAttribute(m, self, 'before', before);
        setAttribute(m, env, '_prefix', before.kind === 'none' ? prefix : m.binary('+', before, prefix));
        return env;
      }),
      __exit__: on('__exit__', (m, { env }, self) => {
        setAttribute(m, env, '_prefix', attribute(self, 'before') ?? none);
        return bool(false);
      }),
    },
  });
}

function read(machine: Machine, self: PyInstance, reader: EnvironsReader, args: Bound): PyValue {
  const given = textOf(args.get('name'));
  const prefix = attribute(self, '_prefix') ?? none;
  if (given === undefined || (prefix.kind !== 'none' && prefix.kind !== 'str'))
    return machine.unknown('the name of the variable is not known');
  const name = (prefix.kind === 'str' ? prefix.value : '') + given;
  const written = args.optional('default');
  const otherwise = written?.kind === 'special' ? undefined : written;
  const file = attribute(self, '_environ');
  const inFile = file?.kind === 'dict' ? file.entries.get(stringKey(name))?.value : undefined;
  const how = inFile ? 'supplied' : otherwise === undefined ? 'required' : 'defaulted';
  const readOf = {
    name,
    required: how === 'required',
    ...(reader === '__call__' ? {} : { cast: reader }),
    ...(otherwise === undefined ? {} : { default: otherwise }),
  };
  return readVariable(machine, readOf, how, (found) => {
    if (!found && inFile) {
      const path = textOf(attribute(self, '_file'));
      if (path !== undefined) noteVariable(machine, path, name);
    }
    const value = found ?? inFile;
    // URL readers parse their default as well; all others return it untouched.
    if (!value && otherwise !== undefined)
      return reader.startsWith('dj_') ? castEnvirons(machine, reader, name, otherwise, args) : otherwise;
    if (!value) {
      const message = `Environment variable "${name}" not set`;
      return machine.raise(machine.classFrom('environs', isOld(machine, 15) ? 'EnvError' : 'EnvNotSetError'), message);
    }
    const expand = attribute(self, 'expand_vars');
    if (value.kind === 'str' && value.value.includes('$') && expand && machine.truth(expand) !== 'no') {
      return machine.unknown('references inside the variable are not followed');
    }
    if (args.some('validate')) machine.spend(1);
    return castEnvirons(machine, reader, name, value, args);
  });
}

function isOld(machine: Machine, major: number): boolean {
  const version = versionOf(machine, 'environs');
  return version !== undefined && Number.parseInt(version, 10) < major;
}

/** Since 15 the file's variables belong to the reader; before, they went into `os.environ`. */
function readEnv(machine: Machine, args: Bound): PyValue {
  const first = args.optional('self');
  const self = first?.kind === 'instance' && first.cls.module === 'environs' ? first : undefined;
  const given = args.some('path') ?? (self ? undefined : first);
  const path = pathOf(machine, given, args.optional('recurse'));
  const text = path === undefined ? undefined : deployedText(machine, path);
  if (path === undefined || text === undefined) return bool(false);
  const override = args.optional('override');
  const force = override !== undefined && machine.truth(override) === 'yes';
  const own = self && attribute(self, '_environ');
  for (const { key, value } of parseDotenv(universalNewlines(text))) {
    if (value === null) continue;
    const known: PyValue = value.includes('${')
      ? machine.unknown('references inside the file are not followed', { type: 'str' })
      : str(value);
    if (!self || isOld(machine, 15)) supplyVariable(machine, key, known, force, path);
    else if (own?.kind === 'dict' && (force || !own.entries.has(stringKey(key)))) machine.setItem(own, str(key), known);
  }
  if (self) setAttribute(machine, self, '_file', str(path));
  return bool(true);
}

function pathOf(machine: Machine, given: PyValue | undefined, recurse: PyValue | undefined): string | undefined {
  const upwards = recurse === undefined || machine.truth(recurse) !== 'no';
  const start = given ? fsPath(machine, given) : undefined;
  if (start && start.kind !== 'str') return undefined;
  const slash = start ? start.value.lastIndexOf('/') : -1;
  const name = start ? start.value.slice(slash + 1) : '.env';
  const directory = start && slash >= 0 ? start.value.slice(0, slash) || '/' : callerDirectory(machine);
  if (directory === undefined) return undefined;
  return upwards ? findUpwards(machine, directory, [name]) : `${directory}/${name}`;
}
