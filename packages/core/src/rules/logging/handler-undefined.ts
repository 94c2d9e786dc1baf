/** A LOGGING dict that names a part it does not define, which ends Django's start. */
import { truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { entriesOf, integerOf, isAssigned, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { handlersOf, isClosed } from './handlers.js';

export const handlerUndefined = defineRule({
  id: 'logging/handler-undefined',
  title: 'LOGGING names a part that it does not define',
  sound: 'LOGGING defines the parts it names',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'Django stops at its start with ValueError, the web server and every command alike.',
  references: [docs('topics/logging', 'configuring-logging')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    reference: 'The {kind} `{user}` of `LOGGING` names the {part} `{name}`, which is not defined.',
    version: '`LOGGING` has no entry `version` of 1, which Python demands.',
  },
  when: ({ settings }) => {
    const config = settings.get('LOGGING_CONFIG');
    return (
      hasFinalValues(settings) &&
      isAssigned(settings.get('LOGGING')) &&
      truthOf(settings.get('LOGGING').value) === 'yes' &&
      (!isAssigned(config) || stringOf(config.value) === 'logging.config.dictConfig')
    );
  },
  *check({ settings }, { problem }) {
    const setting = settings.get('LOGGING');
    const { value } = setting;
    if (value.kind !== 'dict' || !isClosed(value)) return;
    const confidence = confidenceIn(settings, setting);
    // Adding to a configuration that is there already goes by other rules.
    if (lookup(value, 'incremental') !== undefined) return;
    if (withoutVersion(value)) {
      yield {
        ...problem('version', setting),
        confidence,
        remedy: writeInSettings(settings, 'Add it.', "LOGGING['version'] = 1"),
      };
    }
    for (const { kind, user, part, name } of undefinedParts(value, settings)) {
      yield {
        ...problem(
          'reference',
          { ...setting, subject: `${setting.subject}:${user}:${name}` },
          { kind, user, part, name },
        ),
        confidence,
        remedy: { summary: `Define the ${part} \`${name}\`, or take its name out.`, path: setting.at.path },
      };
    }
  },
});

/** Whether this rule tells of the fault for which Python refuses LOGGING, so that no other needs to. */
export function tellsOfLogging(settings: Facts): boolean {
  const { value } = settings.get('LOGGING');
  if (value.kind !== 'dict' || !isClosed(value) || lookup(value, 'incremental') !== undefined) return false;
  return withoutVersion(value) || !undefinedParts(value, settings).next().done;
}

type Facts = Parameters<typeof handlersOf>[0];

function withoutVersion(logging: Value): boolean {
  const version = lookup(logging, 'version');
  return version === undefined || (version.kind === 'int' && integerOf(version) !== 1);
}

/** The names that nothing in the configuration defines. */
function* undefinedParts(logging: Value, settings: Facts) {
  for (const { kind, user, part, names } of references(logging, settings)) {
    const defined = lookup(logging, `${part}s`);
    if (!isClosed(defined)) continue;
    for (const name of names) if (!defined || lookup(defined, name) === undefined) yield { kind, user, part, name };
  }
}

interface Reference {
  readonly kind: 'logger' | 'handler';
  readonly user: string;
  readonly part: 'handler' | 'formatter' | 'filter';
  readonly names: readonly string[];
}

/** All names that one part has for another; a list in doubt gives what is certain of it. */
function* references(logging: Value, settings: Facts): Iterable<Reference> {
  for (const [user, handler] of handlersOf(settings)) {
    const formatter = stringOf(lookup(handler, 'formatter'));
    if (formatter !== undefined && formatter !== '')
      yield { kind: 'handler', user, part: 'formatter', names: [formatter] };
    yield { kind: 'handler', user, part: 'filter', names: stringsOf(lookup(handler, 'filters')) };
  }
  const root = lookup(logging, 'root');
  const loggers = [...entriesOf(lookup(logging, 'loggers')), ...(root ? [['root', root] as const] : [])];
  for (const [user, logger] of loggers) {
    yield { kind: 'logger', user, part: 'handler', names: stringsOf(lookup(logger, 'handlers')) };
    yield { kind: 'logger', user, part: 'filter', names: stringsOf(lookup(logger, 'filters')) };
  }
}
