/** What `logging.config.dictConfig` refuses of a dict, by the rules of CPython 3.8 and later. Says nothing where it cannot be sure. */
import { describeValue, type Value } from '@django-golive/core';
import { floatText } from '../evaluate/text.js';
import { entryOf, truth } from './answer.js';
import { formatRefused } from './logging-format.js';
import { before } from './series.js';

/** What it calls each kind of part, and how it refuses one. */
type Part = 'formatter' | 'filter' | 'handler' | 'logger';

const levels = ['CRITICAL', 'FATAL', 'ERROR', 'WARN', 'WARNING', 'INFO', 'DEBUG', 'NOTSET'];
/** The classes of these modules, so that any other name in them is none. */
const classes: Readonly<Record<string, readonly string[]>> = {
  logging: ['Handler', 'StreamHandler', 'FileHandler', 'NullHandler', 'Filter', 'Formatter'],
  'logging.handlers': [
    'BaseRotatingHandler',
    'RotatingFileHandler',
    'TimedRotatingFileHandler',
    'WatchedFileHandler',
    'SocketHandler',
    'DatagramHandler',
    'SysLogHandler',
    'SMTPHandler',
    'NTEventLogHandler',
    'HTTPHandler',
    'BufferingHandler',
    'MemoryHandler',
    'QueueHandler',
  ],
  'django.utils.log': [
    'AdminEmailHandler',
    'CallbackFilter',
    'RequireDebugFalse',
    'RequireDebugTrue',
    'ServerFormatter',
  ],
};
/** Arguments without which a class cannot be made. */
const required: Readonly<Record<string, readonly string[]>> = {
  'logging.FileHandler': ['filename'],
  'logging.handlers.RotatingFileHandler': ['filename'],
  'logging.handlers.TimedRotatingFileHandler': ['filename'],
  'logging.handlers.WatchedFileHandler': ['filename'],
  'logging.handlers.SocketHandler': ['host', 'port'],
  'logging.handlers.DatagramHandler': ['host', 'port'],
  'logging.handlers.SMTPHandler': ['mailhost', 'fromaddr', 'toaddrs', 'subject'],
  'logging.handlers.HTTPHandler': ['host', 'url'],
};

/** The handler that old settings name where it stood up to Django 1.8, and Python's own, which it was. */
const moved = ['django.utils.log.NullHandler', 'logging.NullHandler'] as const;

/** The message of the ValueError with which it stops; `undefined` where that is not certain. */
export function loggingError(config: Value, django?: string): string | undefined {
  if (config.kind !== 'dict' || config.entries.length === 0) return undefined;
  const version = entryOf(config, 'version');
  if (version === 'absent') return "dictionary doesn't specify a version";
  if (typeof version !== 'object' || !isPlain(version)) return undefined;
  if (!isOne(version)) {
    const words = wordsOf(version);
    return words === undefined ? undefined : `Unsupported version: ${words}`;
  }
  // Adding to what is configured already goes by other rules.
  const incremental = entryOf(config, 'incremental');
  if (incremental !== 'absent' && !(typeof incremental === 'object' && truth(incremental) === 'no')) return undefined;
  return (
    refusedIn(config, 'formatter', formatterRefused) ??
    refusedIn(config, 'filter', filterRefused) ??
    refusedIn(config, 'handler', (handler) => handlerRefused(handler, config, django)) ??
    refusedIn(config, 'logger', (logger) => loggerRefused(logger, config)) ??
    rootRefused(config)
  );
}

/** `str` of what may stand for a version. */
function wordsOf(version: Value): string | undefined {
  if (version.kind === 'str' || version.kind === 'int') return String(version.value);
  if (version.kind === 'float') return floatText(version.value);
  // Python puts a tuple's items in place.
  if (!['none', 'bool', 'bytes', 'list', 'dict'].includes(version.kind) || !isShownPlainly(version)) return undefined;
  const words = describeValue('version', version, 1000);
  return /…|unknown|\d{16}|[^ -~]/.test(words) ? undefined : words;
}

/** Whether all of it is written down as here; Python writes objects in its own way. */
function isShownPlainly(value: Value): boolean {
  if (value.kind === 'list' || value.kind === 'tuple') return value.items.every(isShownPlainly);
  if (value.kind === 'dict') return value.entries.every((pair) => pair.every(isShownPlainly));
  return ['none', 'bool', 'bytes', 'str', 'int', 'float'].includes(value.kind);
}

/** The first part of a kind that it refuses. Handlers are made in the order of their names, all else as it stands. */
function refusedIn(config: Value, part: Part, refused: (value: Value) => boolean): string | undefined {
  const section = entryOf(config, `${part}s`);
  if (typeof section !== 'object' || section.kind !== 'dict') return undefined;
  const entries = section.entries.flatMap(([key, value]) => (key.kind === 'str' ? [[key.value, value] as const] : []));
  if (part === 'handler') entries.sort(([left], [right]) => (left < right ? -1 : 1));
  const wrong = entries.find(([, value]) => refused(value));
  return wrong && `Unable to configure ${part} ${quoted(wrong[0])}`;
}

/** `repr` of a name as far as names go; others are left alone. */
function quoted(name: string): string {
  return name.includes("'") && !name.includes('"') ? `"${name}"` : `'${name}'`;
}

function formatterRefused(formatter: Value): boolean {
  if (formatter.kind !== 'dict' || entryOf(formatter, '()') !== 'absent') return false;
  if (textAt(formatter, 'class') !== 'absent') return false;
  const validate = entryOf(formatter, 'validate');
  if (validate !== 'absent') return false;
  const style = textAt(formatter, 'style');
  const format = textAt(formatter, 'format');
  if (style === undefined || (style !== 'absent' && !['%', '{', '$'].includes(style))) return style !== undefined;
  if (format === undefined || format === 'absent' || format === '') return false;
  return formatRefused(format, style === 'absent' ? '%' : style);
}

function filterRefused(filter: Value): boolean {
  if (filter.kind !== 'dict') return false;
  const factory = textAt(filter, '()');
  return factory !== undefined && factory !== 'absent' && isNoClass(factory);
}

function handlerRefused(handler: Value, config: Value, django: string | undefined): boolean {
  if (handler.kind !== 'dict') return false;
  const formatter = textAt(handler, 'formatter');
  if (
    typeof formatter === 'string' &&
    formatter !== 'absent' &&
    formatter !== '' &&
    lacks(config, 'formatters', formatter)
  )
    return true;
  if (entryOf(handler, '()') === 'absent') {
    if (entryOf(handler, 'class') === 'absent') return true;
    const named = textAt(handler, 'class');
    const path = named === moved[0] && django !== undefined && before(django, '1.9') ? moved[1] : named;
    if (path !== undefined && path !== 'absent' && (isNoClass(path) || missingArgument(handler, path))) return true;
  }
  return levelWrong(handler) || namesMissing(handler, config, 'filters');
}

function loggerRefused(logger: Value, config: Value): boolean {
  return (
    logger.kind === 'dict' &&
    (levelWrong(logger) || namesMissing(logger, config, 'handlers') || namesMissing(logger, config, 'filters'))
  );
}

function rootRefused(config: Value): string | undefined {
  const root = entryOf(config, 'root');
  return typeof root === 'object' && loggerRefused(root, config) ? 'Unable to configure root logger' : undefined;
}

/** A dotted path into a module whose classes are all known, that names none of them. */
function isNoClass(path: string): boolean {
  const dot = path.lastIndexOf('.');
  const module = path.slice(0, dot);
  return (
    dot > 0 &&
    Object.hasOwn(classes, module) &&
    !classes[module]?.includes(path.slice(dot + 1)) &&
    /^[A-Z]\w*(?:Hand\w*|Stream\w*|File\w*)$|^Require/.test(path.slice(dot + 1))
  );
}

function missingArgument(handler: Value, path: string): boolean {
  const needed = Object.hasOwn(required, path) ? required[path] : undefined;
  return needed?.some((argument) => entryOf(handler, argument) === 'absent') ?? false;
}

/** A level of another case than Python's, or what no level is called; one of a name of its own may have been added. */
function levelWrong(part: Value): boolean {
  const level = entryOf(part, 'level');
  if (typeof level !== 'object') return false;
  if (level.kind !== 'str') return ['list', 'tuple', 'set', 'dict', 'float', 'bytes'].includes(level.kind);
  const name = level.value.trim();
  const isOther = levels.includes(name.toUpperCase()) || /^(?:\d*|true|false|yes|no|on|off|none|null)$/i.test(name);
  return !isConverted(level.value) && !levels.includes(level.value) && isOther;
}

/** Levels that packages for logs add. */
const wellKnown =
  /^(?:TRACE|VERBOSE|NOTICE|SUCCESS|SPAM|FINE|FINER|FINEST|AUDIT|ALERT|EMERGENCY|EXCEPTION|FAIL|METRIC)$/;

/** A level of a name of its own: one only where something has added it. */
export function ownLevelIn(config: Value): string | undefined {
  const parts = ['handlers', 'loggers'].flatMap((section) => {
    const found = entryOf(config, section);
    return typeof found === 'object' && found.kind === 'dict' ? found.entries.map(([, part]) => part) : [];
  });
  const root = entryOf(config, 'root');
  const named = [...parts, ...(typeof root === 'object' ? [root] : [])].map((part) => textAt(part, 'level'));
  return named.find(
    (level) => level !== undefined && level !== 'absent' && !levels.includes(level) && !wellKnown.test(level),
  );
}

/** Whether it names a part that the configuration does not define. */
function namesMissing(user: Value, config: Value, section: 'handlers' | 'filters'): boolean {
  const names = entryOf(user, section);
  if (typeof names !== 'object' || (names.kind !== 'list' && names.kind !== 'tuple')) return false;
  return names.items.some(
    (name) => name.kind === 'str' && !isConverted(name.value) && lacks(config, section, name.value),
  );
}

function lacks(config: Value, section: string, name: string): boolean {
  const defined = entryOf(config, section);
  if (defined === 'absent') return true;
  return typeof defined === 'object' && defined.kind === 'dict' && entryOf(defined, name) === 'absent';
}

/** A text of a dict; `undefined` where it is none, is not known, or stands for something else (`ext://…`). */
function textAt(dict: Value, key: string): string | 'absent' | undefined {
  const value = entryOf(dict, key);
  if (value === 'absent' || value === 'crash') return value === 'absent' ? value : undefined;
  return value?.kind === 'str' && !isConverted(value.value) ? value.value : undefined;
}

const isConverted = (text: string): boolean => /^(ext|cfg):\/\//.test(text);
const isPlain = ({ kind }: Value): boolean => !['unknown', 'choice', 'object', 'callable', 'regex'].includes(kind);
const isOne = (value: Value): boolean =>
  (value.kind === 'int' && value.value === 1n) ||
  (value.kind === 'bool' && value.value) ||
  (value.kind === 'float' && value.value === 1);
