/** `logging`: its levels, and calls that settings make without any effect on them. */

import { type Bound, fn, instance, type Machine, method, type NativeModule, textOf } from '../native.js';
import { bool, int, none, type PyClass, type PyValue, str } from '../value.js';
import { partialClass } from './partial-class.js';

const accept = { unknowns: 'accept' } as const;

const LEVELS: Readonly<Record<string, number>> = {
  CRITICAL: 50,
  FATAL: 50,
  ERROR: 40,
  WARNING: 30,
  WARN: 30,
  INFO: 20,
  DEBUG: 10,
  NOTSET: 0,
};

/** What is logged goes nowhere: what the calls take. */
const CALLS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical'].map((name) => [name, 'msg, *args, **extra']),
  ),
  log: 'level, msg, *args, **extra',
};

/** Kinds of values that are certainly no level. */
const noLevels = ['str', 'bytes', 'float', 'none', 'list', 'tuple', 'dict', 'set'];

/** Kinds of values that are certainly no name of a logger, unless they are empty. */
const noNames = ['int', 'bool', 'float', 'bytes', 'list', 'tuple', 'dict', 'set'];

/** What a call does with its arguments: `log` alone looks at one of them. */
function logged(machine: Machine, name: string, args: Bound): PyValue {
  if (name === 'log' && noLevels.includes(args.get('level').kind))
    machine.raise('TypeError', 'level must be an integer');
  return none;
}

/** The module `logging`. */
export const loggingModule: NativeModule = { standard: true, isPackage: true, load: loadLogging };

/** `logging.config`, whose calls configure what runs beside the settings. */
export const loggingConfigModule: NativeModule = {
  standard: true,
  load: () => ({
    dictConfig: silent('logging.config.dictConfig', 'config'),
    fileConfig: silent('logging.config.fileConfig'),
  }),
};

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
  const root = instance(logger, 'root');
  return {
    ...Object.fromEntries(Object.entries(LEVELS).map(([name, level]) => [name, int(level)])),
    ...Object.fromEntries(
      Object.entries(CALLS).map(([name, takes]) => [
        name,
        fn(`logging.${name}`, `(${takes})`, (m, args) => logged(m, name, args), accept),
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
        if (name && noNames.includes(name.kind) && machine.truth(name) === 'yes')
          machine.raise('TypeError', 'A logger name must be a string');
        return name ? instance(logger, textOf(name) ?? '') : root;
      },
      accept,
    ),
    basicConfig: silent('logging.basicConfig', '**extra'),
    disable: silent('logging.disable', 'level='),
    captureWarnings: silent('logging.captureWarnings', 'capture'),
    addLevelName: silent('logging.addLevelName', 'level, levelName'),
    shutdown: silent('logging.shutdown', 'handlerList='),
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

function silent(qualname: string, takes = '*args, **extra'): PyValue {
  return fn(qualname, `(${takes})`, () => none, accept);
}

/** What the constructors take of which the arguments are settled; others take anything. */
const CONSTRUCTORS: Readonly<Record<string, string>> = {
  'logging.Handler': 'level=',
  'logging.NullHandler': 'level=',
  'logging.StreamHandler': 'stream=',
  'logging.Filter': 'name=',
};

function classesOf(machine: Machine, module: string, names: readonly string[]): Record<string, PyValue> {
  const does = (name: string, takes = '*args, **extra') => method(name, `(self, ${takes})`, () => none, accept);
  return Object.fromEntries(
    names.map((name) => {
      const dotted = `${module}.${name}`;
      const owner = name === 'NullHandler' ? 'Handler' : name;
      const members = ['setFormatter', 'setLevel', 'addFilter', 'emit', 'flush', 'close'];
      return [
        name,
        partialClass(machine, {
          name,
          module,
          members: {
            ...Object.fromEntries(members.map((member) => [member, does(`${dotted}.${member}`)])),
            __init__: does(`${module}.${owner}.__init__`, CONSTRUCTORS[dotted]),
          },
        }),
      ];
    }),
  );
}
