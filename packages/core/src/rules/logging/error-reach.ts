/** Where Django's record of a failed request ends up in production: the way through loggers and handlers that Python takes. */
import { truthOf } from '../../describe.js';
import type { Deployment } from '../../facts/deployment.js';
import type { Settings } from '../../facts/settings.js';
import type { Truth, Value } from '../../facts/value.js';
import { entriesOf, integerOf, isAssigned, isTrue, itemsOf, lookup, stringOf } from '../../facts/value-reading.js';
import { isClosed } from './handlers.js';

/** What becomes of an error of `django.request` while DEBUG is off. */
export type Reach =
  | { readonly kind: 'kept' }
  /** Only by mail, to the people of ADMINS. */
  | { readonly kind: 'mailed' }
  /** `disable_existing_loggers` switches Django's loggers off. */
  | { readonly kind: 'disabled' }
  /** Every handler on the way lets it fall, each with the reason. */
  | { readonly kind: 'lost'; readonly handlers: readonly string[] }
  | { readonly kind: 'unknown' };

/**
 * Follows `logging.config.dictConfig` of Django's own configuration and then of LOGGING
 * (`django.utils.log.configure_logging`).
 */
export function errorReach(settings: Settings, deployment: Deployment): Reach {
  const steps = stepsTo(settings, truthOf(settings.get('ADMINS').value), serverLogs(deployment));
  return 'kind' in steps ? steps : reached(steps);
}

/** Whether somebody in ADMINS would get the record by mail, as far as its way is known. */
export function mailsAdmins(settings: Settings): boolean {
  const steps = stepsTo(settings, 'yes', false);
  return !('kind' in steps) && steps.includes('mailed');
}

/** Whether the server gives the root logger a handler for standard error: daphne and waitress call `logging.basicConfig()`. */
function serverLogs({ processes }: Deployment): boolean {
  const web = processes.find(({ role }) => role === 'web');
  return /(^|[\s/])(daphne|waitress-serve)(\s|$)/.test(web?.command ?? '');
}

/** The handlers that the record meets, or why that cannot be said; `rooted`: the root logger has one that no setting names. */
function stepsTo(settings: Settings, admins: Truth, rooted: boolean): readonly Step[] | Reach {
  const logging = settings.get('LOGGING').value;
  if (!isAssigned(settings.get('LOGGING')) || truthOf(logging) === 'no')
    return [defaults(admins), ...(rooted ? (['kept'] as const) : [])];
  if (!isClosed(logging) || lookup(logging, 'incremental') !== undefined) return { kind: 'unknown' };
  const loggers = lookup(logging, 'loggers');
  if (!isClosed(loggers)) return { kind: 'unknown' };
  const named = new Map(entriesOf(loggers));
  if (!named.has('django.request') && !named.has('django')) {
    const disables = lookup(logging, 'disable_existing_loggers');
    const off = disables === undefined ? 'yes' : truthOf(disables);
    if (off === 'maybe') return { kind: 'unknown' };
    if (off === 'yes') return { kind: 'disabled' };
  }
  const steps: Step[] = [];
  for (const name of ['django.request', 'django']) {
    const logger = named.get(name);
    if (name === 'django' && logger === undefined) steps.push(defaults(admins));
    if (logger === undefined) continue;
    if (name === 'django.request' && isSilenced(logger, logging)) return { kind: 'unknown' };
    steps.push(...stepsOf(logger, logging, admins));
    const propagates = lookup(logger, 'propagate');
    const goesOn = propagates === undefined ? 'yes' : isTrue(propagates);
    if (goesOn === 'maybe') return { kind: 'unknown' };
    if (goesOn === 'no' && truthOf(propagates as Value) === 'no') return steps;
  }
  const roots = [lookup(logging, 'root'), named.get(''), named.get('root')].filter((root) => root !== undefined);
  for (const root of roots) steps.push(...stepsOf(root, logging, admins));
  return rooted && roots.length === 0 ? [...steps, 'kept'] : steps;
}

/** What one handler does with the record. */
type Step = 'kept' | 'mailed' | 'unknown' | { readonly lost: string };

/** Django's own handlers: the console while DEBUG is on, and mail while it is off. */
function defaults(admins: Truth): Step {
  if (admins === 'maybe') return 'unknown';
  return admins === 'yes' ? 'mailed' : { lost: '`mail_admins` (`ADMINS` is empty)' };
}

function reached(steps: readonly Step[]): Reach {
  // A record that meets no handler at all goes to standard error, Python's last resort.
  if (steps.length === 0 || steps.includes('kept')) return { kind: 'kept' };
  if (steps.includes('unknown')) return { kind: 'unknown' };
  if (steps.includes('mailed')) return { kind: 'mailed' };
  return { kind: 'lost', handlers: steps.flatMap((step) => (typeof step === 'object' ? step.lost : [])) };
}

function stepsOf(logger: Value, logging: Value, admins: Truth): readonly Step[] {
  if (!isClosed(logger)) return ['unknown'];
  const names = lookup(logger, 'handlers');
  if (names === undefined) return [];
  return itemsOf(names).length === 0 && truthOf(names) !== 'no'
    ? ['unknown']
    : itemsOf(names).map((item) => stepOf(stringOf(item), logging, admins));
}

function stepOf(name: string | undefined, logging: Value, admins: Truth): Step {
  const handler = name === undefined ? undefined : lookup(lookup(logging, 'handlers'), name);
  if (name === undefined || handler === undefined || !isClosed(handler)) return 'unknown';
  const path = stringOf(lookup(handler, 'class'));
  if (path === undefined) return 'unknown';
  if (path === 'logging.NullHandler') return { lost: `\`${name}\` (\`logging.NullHandler\`)` };
  const level = lookup(handler, 'level');
  if (isAboveError(level)) return { lost: `\`${name}\` (its level is above ERROR)` };
  const filters = lookup(handler, 'filters');
  const kinds = itemsOf(filters).map((item) => filterOf(stringOf(item), logging));
  if (kinds.includes('debug')) return { lost: `\`${name}\` (\`RequireDebugTrue\`)` };
  if (path === 'django.utils.log.AdminEmailHandler') {
    if (admins === 'maybe' || kinds.includes('unknown')) return 'unknown';
    return admins === 'yes' ? 'mailed' : { lost: `\`${name}\` (\`ADMINS\` is empty)` };
  }
  return 'kept';
}

/** What a filter lets through: nothing outside of development, what production has, or who knows what. */
export function filterOf(name: string | undefined, logging: Value): 'debug' | 'live' | 'unknown' {
  const factory = name === undefined ? undefined : lookup(lookup(lookup(logging, 'filters'), name), '()');
  if (stringOf(factory) === 'django.utils.log.RequireDebugTrue') return 'debug';
  if (factory?.kind === 'callable' && /(^|\.)RequireDebugTrue$/.test(factory.name)) return 'debug';
  return stringOf(factory) === 'django.utils.log.RequireDebugFalse' ? 'live' : 'unknown';
}

/** Whether a handler takes nothing at all, since one of its filters waits for a DEBUG that is off. */
export function isIdle(settings: Settings, handler: Value): boolean {
  const logging = settings.get('LOGGING').value;
  return (
    truthOf(settings.get('DEBUG').value) === 'no' &&
    itemsOf(lookup(handler, 'filters')).some((item) => filterOf(stringOf(item), logging) === 'debug')
  );
}

/** A logger that takes nothing below its own level, or filters, is somebody's own idea of what counts. */
function isSilenced(logger: Value, logging: Value): boolean {
  const filters = itemsOf(lookup(logger, 'filters')).map((item) => filterOf(stringOf(item), logging));
  return isAboveError(lookup(logger, 'level')) || filters.some((kind) => kind !== 'live');
}

function isAboveError(level: Value | undefined): boolean {
  return ['CRITICAL', 'FATAL'].includes(stringOf(level) ?? '') || (integerOf(level) ?? 0) > 40;
}
