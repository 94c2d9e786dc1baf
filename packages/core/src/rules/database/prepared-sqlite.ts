/** SQLite that somebody made fit for production: who does that means to run on it. */
import { lookup, stringOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import type { Database } from './databases.js';

/** Signs that somebody made SQLite fit for production: a write-ahead log, locks taken in time, copies sent elsewhere. */
export function isPrepared(project: Project, { options }: Database, logs: boolean): boolean {
  const own = lookup(options, 'OPTIONS');
  return (
    (logs && /journal_mode\s*=\s*wal/i.test(stringOf(lookup(own, 'init_command')) ?? '')) ||
    lookup(own, 'transaction_mode') !== undefined ||
    (own !== undefined && own.kind !== 'dict' && own.kind !== 'none') ||
    project.paths.some((path) => /litestream|litefs/i.test(path))
  );
}
