/** Errors of requests that nothing writes down once DEBUG is off. */
import { truthOf } from '../../describe.js';
import { dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { sources } from '../../facts/sources.js';
import { isAssigned, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { trackingOf } from '../monitoring/trackers.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { errorReach } from './error-reach.js';

export const noProductionHandler = defineRule({
  id: 'logging/no-production-handler',
  title: 'Errors of requests are written nowhere',
  sound: 'Errors of requests are written down or sent to somebody',
  category: 'logging-monitoring',
  severity: 'medium',
  effort: minutes(15),
  risk: 'Visitors see the page for error 500, and nobody learns of it or finds the traceback.',
  references: [docs('ref/logging', 'default-logging-configuration'), docs('topics/logging', 'configuring-logging')],
  since: '0.1.0',
  needs: { dependencies, deployment, entryPoints, project, settings, sources },
  problems: {
    default:
      '`LOGGING` is not set and `ADMINS` is empty: with `DEBUG` off, Django writes the traceback of a failed request nowhere.',
    disabled:
      '`LOGGING` does not name the logger `django` and leaves `disable_existing_loggers` on, which switches off what Django itself logs, the tracebacks of failed requests among it.',
    lost: 'With `DEBUG` off, no handler on the way of `django.request` keeps the traceback of a failed request: {handlers}.',
  },
  // What an agent may collect is not to be seen.
  when: (facts) => {
    const { project, settings } = facts;
    return (
      hasFinalValues(settings) &&
      truthOf(settings.get('DEBUG').value) === 'no' &&
      isDjangosOwn(settings) &&
      !configuresByItself(project, settings) &&
      errorReach(settings, facts.deployment).kind !== 'unknown' &&
      (errorReach(settings, facts.deployment).kind === 'kept' || trackingOf(facts).kind !== 'unseen')
    );
  },
  *check(facts, { problem }) {
    const { settings } = facts;
    const reach = errorReach(settings, facts.deployment);
    if (reach.kind === 'kept' || reach.kind === 'mailed' || reach.kind === 'unknown') return;
    // A tracker hears of the exception before logging does.
    if (trackingOf(facts).kind === 'connected') return;
    const logging = settings.get('LOGGING');
    const admins = settings.get('ADMINS');
    const confidence =
      confidenceIn(settings, logging, admins, settings.get('DEBUG')) === 'certain' ? 'firm' : 'tentative';
    if (reach.kind === 'disabled') yield { ...problem('disabled', logging), confidence, remedy: named(settings) };
    else if (isAssigned(logging) && truthOf(logging.value) === 'yes')
      yield {
        ...problem('lost', logging, { handlers: reach.handlers.join(', ') }),
        confidence,
        remedy: named(settings),
      };
    else yield { ...problem('default', logging), confidence, remedy: whole(settings) };
  },
});

/** Before Django 1.9 `django.request` has a handler of its own and passes nothing on. */
const requestLogger = (settings: Settings): string =>
  atLeastSeries(settings.django, '1.9') ? 'django' : 'django.request';

const whole = (settings: Settings): Remedy =>
  writeInSettings(
    settings,
    'Write them to standard error, which every server keeps.',
    `LOGGING = {
    'version': 1,
    'disable_existing_loggers': False,
    'handlers': {'console': {'class': 'logging.StreamHandler'}},
    'root': {'handlers': ['console'], 'level': 'WARNING'},${
      requestLogger(settings) === 'django'
        ? ''
        : "\n    'loggers': {'django.request': {'handlers': ['console'], 'level': 'ERROR'}},"
    }
}`,
  );

const named = (settings: Settings): Remedy =>
  writeInSettings(
    settings,
    `Give the logger \`${requestLogger(settings)}\` a handler that works in production.`,
    `LOGGING.setdefault('handlers', {})['stderr'] = {'class': 'logging.StreamHandler'}
LOGGING.setdefault('loggers', {})['${requestLogger(settings)}'] = {'handlers': ['stderr'], 'level': 'INFO'}`,
  );

/** Whether LOGGING is read by Django in the usual way. */
function isDjangosOwn(settings: Settings): boolean {
  const config = settings.get('LOGGING_CONFIG');
  return !isAssigned(config) || stringOf(config.value) === 'logging.config.dictConfig';
}

/** Settings that set up logging by calling Python, beside LOGGING. */
function configuresByItself(project: Project, settings: Settings): boolean {
  return settings.files.some((path) =>
    /\b(basicConfig|dictConfig\(|fileConfig\(|addHandler\(|loguru|coloredlogs)/.test(project.file(path)?.text ?? ''),
  );
}
