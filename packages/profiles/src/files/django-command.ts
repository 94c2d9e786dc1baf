/** `manage.py` and Celery command lines: which command, with which settings, in which role. */
import type { ProcessRole } from '@django-golive/core';
import { optionOf, serverOf } from './application-server.js';
import type { Invocation } from './invocation.js';
import type { Word } from './shell-tokens.js';

/** A `manage.py` or `django-admin` command. */
export interface ManagementCommand {
  /** `migrate`, `collectstatic`. */
  readonly name: string;
  readonly word: Word;
  readonly args: readonly Word[];
  /** The module that `--settings` names. */
  readonly settings?: Word;
  readonly invocation: Invocation;
}

/** A Celery process. */
export interface CeleryCommand {
  readonly role: 'worker' | 'beat' | 'flower' | 'other';
  /** Whether a worker also runs the schedule (`-B`). */
  readonly embeddedBeat: boolean;
  /** The module that `-A` names, as written. */
  readonly app?: Word;
  readonly invocation: Invocation;
}

/** The management command a program runs, or `undefined` where it runs none. */
export function managementCommandOf(invocation: Invocation): ManagementCommand | undefined {
  if (
    invocation.program !== 'manage.py' &&
    invocation.program !== 'django-admin' &&
    invocation.program !== 'django-admin.py'
  )
    return undefined;
  const settings = optionOf(invocation.args, '--settings');
  const word = invocation.args.find((item, index) => !item.text.startsWith('-') && !isValueOf(invocation.args, index));
  if (!word) return undefined;
  return {
    name: word.text,
    word,
    args: invocation.args.slice(invocation.args.indexOf(word) + 1),
    invocation,
    ...(settings ? { settings } : {}),
  };
}

/** The Celery process a program starts, or `undefined` where it starts none. */
export function celeryCommandOf(invocation: Invocation): CeleryCommand | undefined {
  if (invocation.program !== 'celery') return undefined;
  const app = optionOf(invocation.args, '-A', '--app');
  const names = new Set(invocation.args.map((word) => word.text));
  const role = names.has('worker') ? 'worker' : names.has('beat') ? 'beat' : names.has('flower') ? 'flower' : 'other';
  return {
    role,
    embeddedBeat: role === 'worker' && (names.has('-B') || names.has('--beat')),
    invocation,
    ...(app ? { app } : {}),
  };
}

/** What a process is for, by the program it ends in; `undefined` where the program says nothing. */
export function roleOf(invocation: Invocation): ProcessRole | undefined {
  if (serverOf(invocation)) return 'web';
  const celery = celeryCommandOf(invocation);
  if (celery) return celery.role === 'worker' ? 'worker' : celery.role === 'beat' ? 'beat' : undefined;
  const management = managementCommandOf(invocation);
  if (management) {
    if (
      /^(rqworker|rqworker-pool|qcluster|run_huey|dramatiq|rundramatiq|process_tasks|db_worker|run_worker|runworker|procrastinate|consumer)$/.test(
        management.name,
      )
    )
      return 'worker';
    if (/^(rqscheduler|celerybeat)$/.test(management.name)) return 'beat';
    if (
      /^(migrate|collectstatic|createcachetable|compilemessages|check|compress|loaddata|createsuperuser|ensure_superuser|migrate_schemas)$/.test(
        management.name,
      )
    )
      return 'release';
    return 'manage';
  }
  if (/^(rq|dramatiq|huey_consumer|huey_consumer.py|procrastinate|arq)$/.test(invocation.program)) return 'worker';
  return undefined;
}

function isValueOf(args: readonly Word[], index: number): boolean {
  return /^(--settings|--pythonpath|-v|--verbosity)$/.test(args[index - 1]?.text ?? '');
}
