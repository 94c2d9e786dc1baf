/** python-decouple: one file beside or above the settings, the environment first, casts applied to defaults as well. */

import { dictOf } from '../evaluate/keys.js';
import { absolutePath } from '../evaluate/library/project-files.js';
import { fn, instance, type Machine, method, type NativeModule, nativeClass, textOf } from '../evaluate/native.js';
import { bindArguments, parseSignature } from '../evaluate/signature.js';
import { bool, int, none, type PyClass, type PyInstance, type PyValue, str } from '../evaluate/value.js';
import { choicesClass, csvClass } from './decouple-casts.js';
import { notAWord, readOption } from './decouple-read.js';
import { repositoryClasses } from './decouple-repository.js';
import { callerDirectory, findUpwards } from './files.js';
import { withVariableName } from './process.js';
import { pathText } from './text-file.js';
import { strtobool } from './truth-words.js';
import { type AtLeast, releaseOf } from './version.js';

/** The module `decouple`. */
export const decoupleModule: NativeModule = {
  standard: false,
  load: loadDecouple,
  others:
    'os sys string shlex open OrderedDict PYVERSION ConfigParser NoOptionError text_type read_config TRUE_VALUES FALSE_VALUES'.split(
      ' ',
    ),
};

function loadDecouple(machine: Machine): Readonly<Record<string, PyValue>> {
  const atLeast = releaseOf(machine, 'python-decouple');
  const undefinedValueError = nativeClass(machine, {
    name: 'UndefinedValueError',
    module: 'decouple',
    base: machine.builtinClass('Exception'),
    members: {},
  });
  const undefinedClass = nativeClass(machine, { name: 'Undefined', module: 'decouple', members: {} });
  const repositories = repositoryClasses(machine, atLeast);
  const config = configClass(machine, atLeast);
  const auto = autoConfigClass(machine, config, repositories, atLeast);
  return {
    config: machine.call(auto),
    AutoConfig: auto,
    Config: config,
    ...repositories,
    Csv: csvClass(machine, atLeast),
    ...(atLeast(3, 4) ? { Choices: choicesClass(machine) } : {}),
    UndefinedValueError: undefinedValueError,
    Undefined: undefinedClass,
    undefined: instance(undefinedClass, undefined),
    ...(atLeast(3, 3) ? { strtobool: strtoboolFunction(atLeast), DEFAULT_ENCODING: str('UTF-8') } : {}),
  };
}

/** Before 3.6 it was that of the standard library, which gives numbers; Python 3.12 has it where setuptools is installed. */
function strtoboolFunction(atLeast: AtLeast): PyValue {
  return fn(
    'decouple.strtobool',
    '(value)',
    (m, args) => {
      const value = args.get('value');
      if (value.kind === 'bool' && atLeast(3, 7)) return value;
      const text = textOf(value);
      if (text === undefined)
        return m.raise('AttributeError', `'${m.typeName(value)}' object has no attribute 'lower'`);
      const found = strtobool(text);
      if (found === undefined) return m.raise('ValueError', notAWord(text, atLeast));
      return atLeast(3, 6) ? bool(found) : int(found ? 1 : 0);
    },
    { gives: { type: atLeast(3, 6) ? 'bool' : 'int' }, raises: 'ValueError' },
  );
}

const GET = parseSignature('(self, option, default=, cast=)');

function configClass(machine: Machine, atLeast: AtLeast): PyClass {
  const accept = { unknowns: 'accept' } as const;
  const cls: PyClass = nativeClass(machine, {
    name: 'Config',
    module: 'decouple',
    members: {
      __init__: method(
        'decouple.Config.__init__',
        '(self, repository)',
        (m, args) => {
          m.setAttribute(args.get('self'), 'repository', args.get('repository'));
          return none;
        },
        accept,
      ),
      __call__: method(
        'decouple.Config.__call__',
        '(self, *args, **kwargs)',
        (m, args) => m.call(m.getAttribute(args.get('self'), 'get'), args.rest, args.extra),
        accept,
      ),
      get: method(
        'decouple.Config.get',
        '(self, *args, **kwargs)',
        (m, args) => {
          const call = { positional: [args.get('self'), ...args.rest], keywords: args.extra };
          const bound = bindArguments('Config.get', GET, call, (message) => m.raise('TypeError', message));
          const repository = m.getAttribute(bound.get('self'), 'repository');
          const [otherwise, cast] = [bound.optional('default'), bound.optional('cast')];
          return withVariableName(m, bound.get('option'), (name) =>
            readOption(m, repository, name, otherwise, cast, atLeast),
          );
        },
        accept,
      ),
    },
  });
  return cls;
}

function autoConfigClass(
  machine: Machine,
  config: PyClass,
  repositories: Readonly<Record<string, PyClass>>,
  atLeast: AtLeast,
): PyClass {
  const accept = { unknowns: 'accept' } as const;
  const formats = [
    ['settings.ini', repositories.RepositoryIni],
    ['.env', repositories.RepositoryEnv],
  ] as const;
  const supported = dictOf(formats.flatMap(([name, cls]) => (cls ? [[str(name), cls] as const] : [])));
  return nativeClass(machine, {
    name: 'AutoConfig',
    module: 'decouple',
    members: {
      SUPPORTED: supported,
      ...(atLeast(3, 3) ? { encoding: str('UTF-8') } : {}),
      __init__: method(
        'decouple.AutoConfig.__init__',
        '(self, search_path=)',
        (m, args) => {
          m.setAttribute(args.get('self'), 'search_path', args.optional('search_path') ?? none);
          m.setAttribute(args.get('self'), 'config', none);
          return none;
        },
        accept,
      ),
      __call__: method(
        'decouple.AutoConfig.__call__',
        '(self, *args, **kwargs)',
        (m, args) => {
          const self = args.get('self');
          if (self.kind !== 'instance') return m.unknown('it is not a plain AutoConfig');
          return m.branch(
            m.truth(m.getAttribute(self, 'config')),
            () => m.call(m.getAttribute(self, 'config'), args.rest, args.extra),
            () => {
              const repository = loadRepository(m, self, repositories.RepositoryEmpty ?? none, atLeast);
              m.setAttribute(self, 'config', m.call(config, [repository]));
              return m.call(m.getAttribute(self, 'config'), args.rest, args.extra);
            },
          );
        },
        accept,
      ),
    },
  });
}

/** The one file an AutoConfig reads: found on its first call, from the search path or the caller's directory upwards. */
function loadRepository(machine: Machine, self: PyInstance, empty: PyValue, atLeast: AtLeast): PyValue {
  const supported = machine.getAttribute(self, 'SUPPORTED');
  const names = machine.iterate(supported).flatMap((name) => textOf(name) ?? []);
  const start = searchStart(machine, machine.getAttribute(self, 'search_path'));
  const path = start === undefined ? undefined : findUpwards(machine, start, names);
  const name = names.find((one) => path?.endsWith(`/${one}`));
  const cls = name === undefined ? empty : machine.getItem(supported, str(name));
  const keywords = atLeast(3, 3) ? new Map([['encoding', machine.getAttribute(self, 'encoding')]]) : undefined;
  return machine.call(cls, [str(path ?? '')], keywords);
}

/** Whatever is wrong with a search path, decouple goes on without a file. */
function searchStart(machine: Machine, given: PyValue): string | undefined {
  if (machine.truth(given) === 'no') return callerDirectory(machine);
  const path = machine.attempt<string | PyValue>(
    () => pathText(machine, given),
    ['Exception'],
    () => none,
  );
  return typeof path === 'string' ? absolutePath(machine, path) : undefined;
}
