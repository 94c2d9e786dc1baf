/** The parts of a LOGGING dict, as `logging.config.dictConfig` goes through them. */
import type { Settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { entriesOf, lookup, stringOf } from '../../facts/value-reading.js';

/** Whether every key of a dict is known, so that what it lacks is certainly not there. */
export function isClosed(value: Value | undefined): boolean {
  return value === undefined || (value.kind === 'dict' && value.entries.every(([key]) => key.kind === 'str'));
}

/** The handlers by name, each a dict. */
export function handlersOf(settings: Settings): readonly (readonly [name: string, handler: Value])[] {
  return entriesOf(lookup(settings.get('LOGGING').value, 'handlers'));
}

/** Whether a handler is one of Python's own that write to a file. */
export function writesFile(handler: Value): boolean {
  return /^logging\.(FileHandler|handlers\.(RotatingFileHandler|TimedRotatingFileHandler|WatchedFileHandler))$/.test(
    stringOf(lookup(handler, 'class')) ?? '',
  );
}
