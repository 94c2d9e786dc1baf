/** `logging`: its levels, and calls that settings make without any effect on them. */

import { loggingError } from '../../django/logging-config.js';
import { freeze } from '../freeze.js';
import { type Bound, fn, instance, type Machine, method, type NativeModule, textOf } from '../native.js';
import { bool, int, none, type PyClass, type PyValue, str, stringKey } from '../value.js';
import { addLevel, checkBasicConfig, checkFormat, checkLevel, rootIsConfigured } from './logging-arguments.js';
import { LEVELS } from './logging-levels.js';
import { partialClass } from './partial-class.js';

const accept = { unknowns: 'accept' } as const;

/** What is logged goes nowhere: what the calls take. */
const CALLS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical'].map((name) => [name, 'msg, *args, **extra']),
  ),
  log: 'level, msg, *args, **extra',
};

/** Of a modelled class the bases are known, if not all members. */
const isModelled = (value: PyValue) => value.kind === 'instance' && value.cls.native !== undefined;

/** What a call does with its arguments: `log` alone looks at one of them. */
function logged(machine: Machine, name: string, args: Bound): PyValue {
  if (name === 'log' && machine.isInstance(args.get('level'), machine.builtinClass('int')) === 'no')
    machine.raise('TypeError', 'level must be an integer');
  // What else is named is looked at only where something is logged, which hangs on the levels.
  const isOther = (word: string) => !['exc_info', 'stack_info', 'stacklevel', 'extra'].includes(word);
  if (Object.hasOwn(CALLS, name) && [...args.extra.keys()].some(isOther))
    return machine.unmodelled('what logging makes of these arguments is not modelled');
  if (name === 'setLevel') checkLevel(machine, args.get('level'));
  const self = name === 'addHandler' ? args.get('self') : undefined;
  if (self?.kind === 'instance' && self.payload === 'root') rootIsConfigured(machine);
  return none;
}

/** The module `logging`. */
export const loggingModule: NativeModule = { standard: true, isPackage: true, load: loadLogging };

/** `logging.config`, whose calls configure what runs beside the settings. */
export const loggingConfigModule: NativeModule = {
  standard: true,
  load: () => ({
    dictConfig: fn(
      'logging.config.dictConfig',
      '(config)',
      (m, args) => {
        const given = args.get('config');
        const config = given.kind === 'dict' || m.doubt(given) ? given : m.call(m.builtin('dict'), [given]);
        const isWhole = config.kind === 'dict' && !config.open && !config.options;
        const lacks = isWhole && [...config.entries.values()].every(({ key }) => key.kind !== 'str');
        const words = lacks ? "dictionary doesn't specify a version" : loggingError(freeze(config));
        if (words !== undefined) m.raise('ValueError', words);
        if (mayNameRoot(config)) rootIsConfigured(m);
        return makesParts(config) ? m.unmodelled('what logging makes of its parts is not followed') : none;
      },
      accept,
    ),
    fileConfig: fn('logging.config.fileConfig', '(*args, **extra)', (m) =>
      m.unmodelled('a file of logging is not read'),
    ),
  }),
};

const sections = ['formatters', 'filters', 'handlers', 'loggers', 'root'];

/** Whether something is to be made: whatever stands there may be refused, or import code that fails; so may the version. */
function makesParts(config: PyValue): boolean {
  if (config.kind !== 'dict') return true;
  const version = config.entries.get(stringKey('version'))?.value;
  if (version && !['bool', 'int', 'float'].includes(version.kind)) return true;
  return sections.some((key) => {
    const part = config.entries.get(stringKey(key))?.value;
    return part && !(part.kind === 'dict' && part.entries.size === 0);
  });
}

/** Whether a configuration may give the root logger handlers, under `root` or as the logger without a name. */
function mayNameRoot(config: PyValue): boolean {
  if (config.kind !== 'dict' || config.open || config.options) return true;
  return ['root', 'loggers'].some((key) => config.entries.has(stringKey(key)));
}

/** `logging.handlers`: classes that settings name. */
export const loggingHandlersModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    ...classesOf(machine, 'logging.handlers', [
      'RotatingFileHandler',
      'TimedRotatingFileHandler',
      'SMTPHandler',
      'SysLogHandler',
      'SocketHandler',
      'QueueHandler',
      'WatchedFileHandler',
      'HTTPHandler',
      'MemoryHandler',
    ]),
    DEFAULT_TCP_LOGGING_PORT: int(9020),
    DEFAULT_UDP_LOGGING_PORT: int(9021),
    DEFAULT_HTTP_LOGGING_PORT: int(9022),
    DEFAULT_SOAP_LOGGING_PORT: int(9023),
    SYSLOG_UDP_PORT: int(514),
    SYSLOG_TCP_PORT: int(514),
  }),
};

function loadLogging(machine: Machine): Readonly<Record<string, PyValue>> {
  const logger = loggerClass(machine);
  const root = instance(
    partialClass(machine, { name: 'RootLogger', module: 'logging', base: logger, members: {} }),
    'root',
  );
  return {
    ...Object.fromEntries(Object.entries(LEVELS).map(([name, level]) => [name, int(level)])),
    ...Object.fromEntries(
      Object.entries(CALLS).map(([name, takes]) => [
        name,
        fn(
          `logging.${name}`,
          `(${takes})`,
          (m, args) => {
            // The first of these calls gives the root logger a handler.
            rootIsConfigured(m);
            return logged(m, name, args);
          },
          accept,
        ),
      ]),
    ),
    ...classesOf(machine, 'logging', [
      'Handler',
      'StreamHandler',
      'FileHandler',
      'NullHandler',
      'Formatter',
      'Filter',
      'LoggerAdapter',
      'LogRecord',
    ]),
    Logger: logger,
    root,
    getLogger: fn(
      'logging.getLogger',
      '(name=)',
      (_, args) => {
        const name = args.some('name');
        if (!name || machine.truth(name) === 'no' || textOf(name) === 'root') return root;
        const text = textOf(name);
        if (text !== undefined) return machine.once(`the logger ${text}`, () => instance(logger, text));
        return isModelled(name) || machine.isInstance(name, machine.builtinClass('str')) === 'no'
          ? machine.raise('TypeError', 'A logger name must be a string')
          : instance(logger, '');
      },
      accept,
    ),
    basicConfig: silent('logging.basicConfig', '**extra', checkBasicConfig),
    disable: silent('logging.disable', 'level=', (m, args) => checkLevel(m, args.optional('level') ?? int(50))),
    captureWarnings: silent('logging.captureWarnings', 'capture'),
    addLevelName: silent('logging.addLevelName', 'level, levelName', (m, args) =>
      addLevel(m, args.get('level'), args.get('levelName')),
    ),
    shutdown: silent('logging.shutdown', 'handlerList=', (m, args) => {
      if (args.optional('handlerList')) m.unmodelled('what `shutdown` makes of its argument is not modelled');
    }),
    getLevelName: fn('logging.getLevelName', '(level)', (m, args) => {
      const level = args.get('level');
      if (level.kind === 'int') {
        const named = Object.entries(LEVELS).find(([, number]) => BigInt(number) === level.value);
        return str(named ? named[0] : `Level ${level.value}`);
      }
      const text = textOf(level);
      if (text === undefined) return m.unknown('`getLevelName` was given something that is not a level');
      const number = Object.hasOwn(LEVELS, text) ? LEVELS[text] : undefined;
      return number === undefined ? str(`Level ${text}`) : int(number);
    }),
  };
}

function loggerClass(machine: Machine): PyClass {
  const does = (owner: string, takes: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(takes).map(([name, rest]) => [
        name,
        method(`logging.${owner}.${name}`, `(self, ${rest})`, (m, args) => logged(m, name, args), accept),
      ]),
    );
  return partialClass(machine, {
    name: 'Logger',
    module: 'logging',
    members: {
      ...does('Logger', { ...CALLS, setLevel: 'level', addHandler: 'hdlr', removeHandler: 'hdlr' }),
      ...does('Filterer', { addFilter: 'filter', removeFilter: 'filter' }),
      isEnabledFor: method('logging.Logger.isEnabledFor', '(self, level)', (m) =>
        m.unknown('which log levels are enabled is not followed', { type: 'bool' }),
      ),
      hasHandlers: method('logging.Logger.hasHandlers', '(self)', () => bool(false)),
    },
  });
}

function silent(qualname: string, takes = '*args, **extra', check?: (machine: Machine, args: Bound) => void): PyValue {
  const run = (machine: Machine, args: Bound) => {
    check?.(machine, args);
    return none;
  };
  return fn(qualname, `(${takes})`, run, accept);
}

/** What the constructors take of which the arguments are settled; others take anything. */
const CONSTRUCTORS: Readonly<Record<string, string>> = {
  'logging.Handler': 'level=',
  'logging.NullHandler': 'level=',
  'logging.StreamHandler': 'stream=',
  'logging.Filter': 'name=',
  'logging.FileHandler': 'filename, mode=, encoding=, delay=, errors=',
  'logging.Formatter': 'fmt=, datefmt=, style=, validate=, *, defaults=',
};

/** What the constructors refuse of their arguments. */
function checkConstruction(machine: Machine, dotted: string, args: Bound): void {
  switch (dotted) {
    case 'logging.Handler':
    case 'logging.NullHandler':
      return checkLevel(machine, args.optional('level') ?? int(0));
    case 'logging.StreamHandler':
      return;
    case 'logging.Filter':
      return void machine.call(machine.builtin('len'), [args.optional('name') ?? str('')]);
    case 'logging.Formatter': {
      const validate = args.optional('validate');
      const checks = validate === undefined || machine.truth(validate) === 'yes';
      return checkFormat(machine, args.some('fmt'), args.optional('style'), checks);
    }
    default:
      machine.unmodelled('what logging makes of these arguments is not modelled');
  }
}

function classesOf(machine: Machine, module: string, names: readonly string[]): Record<string, PyValue> {
  const does = (name: string, takes: string) => method(name, `(self, ${takes})`, () => none, accept);
  return Object.fromEntries(
    names.map((name) => {
      const dotted = `${module}.${name}`;
      const owner = name === 'NullHandler' ? 'Handler' : name;
      const members = { setFormatter: 'fmt', addFilter: 'filter', flush: '', close: '' };
      return [
        name,
        partialClass(machine, {
          name,
          module,
          members: {
            ...Object.fromEntries(
              Object.entries(members).map(([member, takes]) => [member, does(`${dotted}.${member}`, takes)]),
            ),
            emit: method(
              `${dotted}.emit`,
              '(self, record)',
              (m) => m.unmodelled('what a handler does with a record is not modelled'),
              accept,
            ),
            setLevel: method(
              'logging.Handler.setLevel',
              '(self, level)',
              (m, args) => logged(m, 'setLevel', args),
              accept,
            ),
            __init__: method(
              `${module}.${owner}.__init__`,
              `(self, ${CONSTRUCTORS[dotted] ?? '*args, **extra'})`,
              (m, args) => {
                checkConstruction(m, dotted, args);
                return none;
              },
              accept,
            ),
          },
        }),
      ];
    }),
  );
}
