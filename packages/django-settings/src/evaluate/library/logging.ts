/** `logging`: its levels, and calls that settings make without any effect on them. */

import { fn, instance, type Machine, method, type NativeModule, textOf } from '../native.js';
import { bool, int, none, type PyClass, type PyValue, str } from '../value.js';
import { partialClass } from './partial-class.js';

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

const CALLS = ['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical', 'log'];

/** The module `logging`. */
export const loggingModule: NativeModule = { standard: true, isPackage: true, load: loadLogging };

/** `logging.config`, whose calls configure what runs beside the settings. */
export const loggingConfigModule: NativeModule = {
  standard: true,
  load: () => ({ dictConfig: silent('logging.config.dictConfig'), fileConfig: silent('logging.config.fileConfig') }),
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
    ...Object.fromEntries(CALLS.map((name) => [name, silent(`logging.${name}`)])),
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
        return name ? instance(logger, textOf(name) ?? '') : root;
      },
      { unknowns: 'accept' },
    ),
    basicConfig: silent('logging.basicConfig'),
    disable: silent('logging.disable'),
    captureWarnings: silent('logging.captureWarnings'),
    addLevelName: silent('logging.addLevelName'),
    shutdown: silent('logging.shutdown'),
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
  const does = (name: string) =>
    method(`logging.Logger.${name}`, '(self, *args, **extra)', () => none, { unknowns: 'accept' });
  const names = [...CALLS, 'setLevel', 'addHandler', 'removeHandler', 'addFilter', 'removeFilter'];
  return partialClass(machine, {
    name: 'Logger',
    module: 'logging',
    members: {
      ...Object.fromEntries(names.map((name) => [name, does(name)])),
      isEnabledFor: method('logging.Logger.isEnabledFor', '(self, level)', (m) =>
        m.unknown('which log levels are enabled is not followed', { type: 'bool' }),
      ),
      hasHandlers: method('logging.Logger.hasHandlers', '(self)', () => bool(false)),
    },
  });
}

function silent(qualname: string): PyValue {
  return fn(qualname, '(*args, **extra)', () => none, { unknowns: 'accept' });
}

function classesOf(machine: Machine, module: string, names: readonly string[]): Record<string, PyValue> {
  const does = (name: string) =>
    method(`${module}.${name}`, '(self, *args, **extra)', () => none, { unknowns: 'accept' });
  return Object.fromEntries(
    names.map((name) => [
      name,
      partialClass(machine, {
        name,
        module,
        members: Object.fromEntries(
          ['__init__', 'setFormatter', 'setLevel', 'addFilter', 'emit', 'flush', 'close'].map((member) => [
            member,
            does(member),
          ]),
        ),
      }),
    ]),
  );
}
