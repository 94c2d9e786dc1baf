/** python-decouple: one file beside or above the settings, the environment first, casts applied to defaults as well. */

import { fsPath } from '../evaluate/library/path-argument.js';
import { fn, instance, type Machine, method, type NativeModule, nativeClass, textOf } from '../evaluate/native.js';
import { bool, none, type PyArguments, type PyClass, type PyInstance, type PyValue, str } from '../evaluate/value.js';
import { castName } from './cast-name.js';
import { choicesClass, csvClass } from './decouple-casts.js';
import { createRepository, type Repository, repositoryOf, UNDECLARED } from './decouple-repository.js';
import { callerDirectory, findUpwards, noteVariable } from './files.js';
import { readVariable } from './process.js';
import { decoupleBool, strtobool } from './truth-words.js';

/** The module `decouple`. */
export const decoupleModule: NativeModule = { standard: false, load: loadDecouple };

function loadDecouple(machine: Machine): Readonly<Record<string, PyValue>> {
  const undefinedValueError = nativeClass(machine, {
    name: 'UndefinedValueError',
    module: 'decouple',
    base: machine.builtinClass('Exception'),
    members: {},
  });
  const undefinedClass = nativeClass(machine, { name: 'Undefined', module: 'decouple', members: {} });
  const config = configClass(machine);
  const auto = autoConfigClass(machine);
  const repository = (name: string, format: Repository['format']) =>
    nativeClass(machine, {
      name,
      module: 'decouple',
      members: {},
      behaviour: {
        construct: (m, cls, args) => constructRepository(m, cls, args, format),
      },
    });
  return {
    config: instance(auto, UNLOADED),
    AutoConfig: auto,
    Config: config,
    RepositoryEmpty: repository('RepositoryEmpty', 'empty'),
    RepositoryEnv: repository('RepositoryEnv', 'env'),
    RepositoryIni: repository('RepositoryIni', 'ini'),
    RepositorySecret: repository('RepositorySecret', 'secret'),
    Csv: csvClass(machine),
    Choices: choicesClass(machine),
    UndefinedValueError: undefinedValueError,
    Undefined: undefinedClass,
    undefined: instance(undefinedClass, undefined),
    strtobool: fn(
      'decouple.strtobool',
      '(value)',
      (m, args) => {
        const value = args.get('value');
        if (value.kind === 'bool') return value;
        const text = textOf(value);
        if (text === undefined)
          return m.raise('AttributeError', `'${m.typeName(value)}' object has no attribute 'lower'`);
        const found = strtobool(text);
        return found === undefined ? m.raise('ValueError', `Invalid truth value: ${text.toLowerCase()}`) : bool(found);
      },
      { gives: { type: 'bool' } },
    ),
    DEFAULT_ENCODING: str('UTF-8'),
  };
}

/** An `AutoConfig` before its first call. */
interface AutoState {
  readonly searchPath: PyValue | undefined;
  readonly repository: Repository | undefined;
}

const UNLOADED: AutoState = { searchPath: undefined, repository: undefined };

const CALL = '(self, option, default=, cast=)';

function autoConfigClass(machine: Machine): PyClass {
  return nativeClass(machine, {
    name: 'AutoConfig',
    module: 'decouple',
    members: {
      __call__: method(
        'decouple.AutoConfig.__call__',
        CALL,
        (m, args) => {
          const self = args.get('self');
          const repository = self.kind === 'instance' ? loadedRepository(m, self) : undefined;
          if (!repository) return m.unknown('it is not a plain AutoConfig');
          return readOption(m, repository, args.get('option'), args.optional('default'), args.optional('cast'));
        },
        { unknowns: 'accept' },
      ),
    },
    behaviour: {
      construct: (_, cls, args) => {
        const path = args.positional[0] ?? args.keywords.get('search_path');
        return instance(cls, { searchPath: path, repository: undefined } satisfies AutoState);
      },
    },
  });
}

/** The one file an AutoConfig reads: found on its first call, from the search path or the caller's directory upwards. */
function loadedRepository(machine: Machine, self: PyInstance): Repository {
  const state = self.payload as AutoState;
  if (state.repository) return state.repository;
  const start = searchStart(machine, state.searchPath);
  const path = start === undefined ? undefined : findUpwards(machine, start, ['settings.ini', '.env']);
  const repository = createRepository(
    machine,
    path,
    path === undefined ? 'empty' : path.endsWith('.ini') ? 'ini' : 'env',
  );
  machine.touch(self);
  self.payload = { ...state, repository } satisfies AutoState;
  return repository;
}

function searchStart(machine: Machine, given: PyValue | undefined): string | undefined {
  if (given === undefined || given.kind === 'none' || textOf(given) === '') return callerDirectory(machine);
  const path = fsPath(machine, given);
  return path.kind === 'str' ? path.value : undefined;
}

function configClass(machine: Machine): PyClass {
  const get = (qualname: string) =>
    method(
      qualname,
      CALL,
      (m, args) => {
        const self = args.get('self');
        const repository = self.kind === 'instance' ? repositoryOf(self.payload as PyValue) : undefined;
        if (!repository) return m.unknown('the repository that `Config` was given is not modelled');
        return readOption(m, repository, args.get('option'), args.optional('default'), args.optional('cast'));
      },
      { unknowns: 'accept' },
    );
  return nativeClass(machine, {
    name: 'Config',
    module: 'decouple',
    members: { __call__: get('decouple.Config.__call__'), get: get('decouple.Config.get') },
    behaviour: {
      construct: (_, cls, args) => instance(cls, args.positional[0] ?? args.keywords.get('repository') ?? none),
    },
  });
}

function constructRepository(machine: Machine, cls: PyClass, args: PyArguments, format: Repository['format']): PyValue {
  const source = args.positional[0] ?? args.keywords.get('source');
  if (format === 'empty' || format === 'secret') return instance(cls, createRepository(machine, undefined, format));
  if (!source)
    return machine.raise('TypeError', `${cls.name}.__init__() missing 1 required positional argument: 'source'`);
  const path = fsPath(machine, source);
  if (path.kind === 'unknown') return machine.derive(path);
  return instance(cls, createRepository(machine, path.value, format, true));
}

function readOption(
  machine: Machine,
  repository: Repository,
  option: PyValue,
  given: PyValue | undefined,
  cast: PyValue | undefined,
): PyValue {
  return machine.each(option, (one) => {
    const name = textOf(one);
    if (name === undefined) return machine.derive(one);
    const otherwise = isUndefined(given) ? undefined : given;
    const castTo = castName(cast);
    const inFile = repository.find(machine, name);
    const how = inFile !== undefined ? 'supplied' : otherwise === undefined ? 'required' : 'defaulted';
    const read = {
      name,
      required: how === 'required',
      ...(castTo === undefined ? {} : { cast: castTo }),
      ...(otherwise === undefined ? {} : { default: otherwise }),
    };
    return readVariable(machine, read, how, (found) => {
      if (found) return castValue(machine, found, cast);
      if (inFile !== undefined) {
        if (repository.path !== undefined) noteVariable(machine, repository.path, name);
        return castValue(machine, inFile, cast);
      }
      if (otherwise !== undefined) return castValue(machine, otherwise, cast);
      const message = `${name} ${UNDECLARED}`;
      return machine.raise(machine.classFrom('decouple', 'UndefinedValueError'), message);
    });
  });
}

function isUndefined(value: PyValue | undefined): boolean {
  return (
    value === undefined ||
    (value.kind === 'instance' && value.cls.name === 'Undefined' && value.cls.module === 'decouple')
  );
}

function castValue(machine: Machine, value: PyValue, cast: PyValue | undefined): PyValue {
  if (cast === undefined || isUndefined(cast)) return value;
  if (cast.kind !== 'class' || cast.module !== 'builtins' || cast.name !== 'bool') return machine.call(cast, [value]);
  return machine.each(value, (one) => {
    const text = machine.str(one);
    if (text.kind !== 'str') return machine.derive(text, { type: 'bool' });
    const found = decoupleBool(text.value);
    return found === undefined
      ? machine.raise('ValueError', `Invalid truth value: ${text.value.toLowerCase()}`)
      : bool(found);
  });
}
