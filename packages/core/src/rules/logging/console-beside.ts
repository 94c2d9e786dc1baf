/** Handlers that write to the console what another one writes elsewhere, and whether the loggers name them as well. */
import type { Settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { entriesOf, integerOf, itemsOf, lookup, stringOf } from '../../facts/value-reading.js';
import { filterOf } from './error-reach.js';
import { isClosed } from './handlers.js';

/** Certain: every logger that names the handler also reaches one that writes to a stream, takes as much, and drops nothing. */
export function hasConsoleBeside(settings: Settings, handler: string): boolean {
  const logging = settings.get('LOGGING').value;
  const loggers = lookup(logging, 'loggers');
  if (!isClosed(logging) || !isClosed(loggers)) return false;
  const named = entriesOf(loggers);
  const roots = [
    lookup(logging, 'root'),
    ...named.flatMap(([name, logger]) => (name === '' || name === 'root' ? [logger] : [])),
  ];
  const root = roots.flatMap((one) => handlersIn(one));
  const loggerOf = new Map(named);
  // What a logger hands on meets those of the loggers above it, as far as each of these hands it on, and the root's last.
  const aboveOf = (name: string, logger: Value): readonly string[] => {
    // Django's own configuration keeps what `django.server` says to itself.
    if (!goesOn(logger) || (name === 'django.server' && lookup(logger, 'propagate') === undefined)) return [];
    const above = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : undefined;
    if (above === undefined) return root;
    const next = loggerOf.get(above);
    return next ? [...handlersIn(next), ...aboveOf(above, next)] : aboveOf(above, anyLogger);
  };
  const users = [
    ...roots.map((logger) => ({ logger, handlers: handlersIn(logger), own: handlersIn(logger) })),
    ...named.map(([name, logger]) => ({
      logger,
      handlers: [...handlersIn(logger), ...aboveOf(name, logger)],
      own: handlersIn(logger),
    })),
  ].filter(({ own }) => own.includes(handler));
  const level = levelOf(lookup(lookup(lookup(logging, 'handlers'), handler), 'level'));
  // A logger's own level holds for all of its handlers, and also for those of the loggers above it.
  return (
    users.length > 0 &&
    users.every(({ logger, handlers }) => {
      const least = Math.max(level, ownLevel(lookup(logger, 'level')));
      return handlers.some((name) => isConsole(logging, name, least));
    })
  );
}

/** The name of a handler that writes to a stream all that another one takes. */
export function liveConsoleBeside(settings: Settings, handler: string): string | undefined {
  const logging = settings.get('LOGGING').value;
  const handlers = lookup(logging, 'handlers');
  const level = levelOf(lookup(lookup(handlers, handler), 'level'));
  return entriesOf(handlers).find(([name]) => isConsole(logging, name, level))?.[0];
}

const handlersIn = (logger: Value | undefined): readonly string[] =>
  itemsOf(lookup(logger, 'handlers')).flatMap((item) => stringOf(item) ?? []);

/** A logger that nothing configures: it hands everything on. */
const anyLogger: Value = { kind: 'dict', entries: [] };

const goesOn = (logger: Value): boolean => {
  const propagates = lookup(logger, 'propagate');
  return propagates === undefined || (propagates.kind === 'bool' && integerOf(propagates) === 1);
};

function isConsole(logging: Value, name: string, level: number): boolean {
  const handler = lookup(lookup(logging, 'handlers'), name);
  return (
    isClosed(handler) &&
    /^(logging\.StreamHandler|rich\.logging\.RichHandler)$/.test(stringOf(lookup(handler, 'class')) ?? '') &&
    levelOf(lookup(handler, 'level')) <= level &&
    itemsOf(lookup(handler, 'filters')).every((item) => filterOf(stringOf(item), logging) === 'live')
  );
}

const levels: Readonly<Record<string, number>> = {
  NOTSET: 0,
  DEBUG: 10,
  INFO: 20,
  WARN: 30,
  WARNING: 30,
  ERROR: 40,
  CRITICAL: 50,
  FATAL: 50,
};

/** What a logger itself lets through; one that is not known may let everything. */
function ownLevel(level: Value | undefined): number {
  const found = levelOf(level);
  return Number.isFinite(found) ? found : 0;
}

/** A level that is not known is above all others: who has it may drop everything. */
function levelOf(level: Value | undefined): number {
  if (level === undefined) return 0;
  return integerOf(level) ?? levels[stringOf(level) ?? ''] ?? Number.POSITIVE_INFINITY;
}
