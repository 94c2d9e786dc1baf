/** Connections that are kept, and used again without a look at whether they still work. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import type { Truth, Value } from '../../facts/value.js';
import { entriesOf, integerOf, isTrue, lacks, lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { isPooled } from './connections.js';
import { isUsed } from './databases.js';

export const connHealthChecksMissing = defineRule({
  id: 'database/conn-health-checks-missing',
  title: 'Kept connections are used without a check',
  sound: 'Kept connections are checked before they are used',
  category: 'database',
  severity: 'low',
  effort: minutes(5),
  risk: 'After a restart of the database or a cut by a firewall, the next visitor of each worker gets a server error.',
  references: [docs('ref/settings', 'conn-health-checks')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { unchecked: '`CONN_MAX_AGE` of `{alias}` is {age}, and `CONN_HEALTH_CHECKS` is not on.' },
  // PythonAnywhere's rule tells when connections to its MySQL are kept too long.
  when: ({ deployment, project, settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '4.1') &&
    deployment.target !== 'pythonanywhere' &&
    keptConnections(project, settings).some(
      ({ options }) => !isPooled(project, options) && isChecked(options) !== 'maybe',
    ),
  *check({ project, settings }, { problem }) {
    const setting = settings.get('DATABASES');
    for (const { alias, options, age } of keptConnections(project, settings)) {
      if (isPooled(project, options)) continue;
      if (isChecked(options) !== 'no') continue;
      yield {
        ...problem(
          'unchecked',
          { ...setting, subject: `${setting.subject}:${alias}:CONN_HEALTH_CHECKS` },
          { alias, age },
        ),
        confidence: confidenceIn(settings, setting),
        remedy: writeInSettings(
          settings,
          'Let Django check a connection before a request uses it again.',
          `DATABASES['${alias}']['CONN_HEALTH_CHECKS'] = True`,
        ),
      };
    }
  },
});

interface Kept {
  readonly alias: string;
  readonly options: Value;
  readonly age: string;
}

/** The databases whose connections outlive a request; an engine that a URL names is not known, and no matter. */
function keptConnections(project: Project, settings: Settings): readonly Kept[] {
  return entriesOf(settings.get('DATABASES').value).flatMap(([alias, options]) => {
    const age = lookup(options, 'CONN_MAX_AGE');
    const seconds = integerOf(age);
    if (age === undefined || (age.kind !== 'none' && !(seconds !== undefined && seconds > 0))) return [];
    // Without an engine, or without anybody who asks for it, no connection is opened.
    if (lacks(options, 'ENGINE') || !isUsed(project, settings, alias)) return [];
    if (/sqlite3|spatialite/.test(stringOf(lookup(options, 'ENGINE')) ?? '')) return [];
    return [{ alias, options, age: seconds === undefined ? 'None' : String(seconds) }];
  });
}

function isChecked(options: Value): Truth {
  const checks = lookup(options, 'CONN_HEALTH_CHECKS');
  if (checks !== undefined) return isTrue(checks);
  return lacks(options, 'CONN_HEALTH_CHECKS') ? 'no' : 'maybe';
}
