/** A new connection to the database for each request. */
import { type Deployment, deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { integerOf, lacks, lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { hasFinalValues } from '../settings/final-values.js';
import { isPooled, servedByCoroutines } from './connections.js';
import { type Database, databasesOf, isUsed } from './databases.js';

export const connMaxAgeDefault = defineRule({
  id: 'database/conn-max-age-default',
  title: 'Each request opens a new connection to the database',
  sound: 'Connections to the database are kept between requests',
  category: 'caching-performance',
  severity: 'low',
  effort: minutes(5),
  risk: 'Every page waits for the handshake with the database first, which across a network and with TLS is felt.',
  references: [docs('ref/databases', 'persistent-database-connections'), docs('ref/settings', 'conn-max-age')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { none: '`CONN_MAX_AGE` of `{alias}` is 0, and no pool keeps its connections.' },
  // On the same machine opening one costs next to nothing. PythonAnywhere counts connections and drops them early.
  when: ({ deployment, project, settings }) =>
    hasFinalValues(settings) &&
    deployment.target !== 'pythonanywhere' &&
    !servedByCoroutines(settings, deployment) &&
    serverDatabases(project, settings, deployment).some(
      ({ options }) => !isPooled(project, options) && ageOf(options) !== undefined,
    ),
  *check({ deployment, project, settings }, { problem }) {
    const setting = settings.get('DATABASES');
    for (const { alias, options } of serverDatabases(project, settings, deployment)) {
      if (isPooled(project, options)) continue;
      if (ageOf(options) !== 'none') continue;
      const checks = atLeastSeries(settings.django, '4.1')
        ? `\nDATABASES['${alias}']['CONN_HEALTH_CHECKS'] = True`
        : '';
      yield {
        ...problem('none', { ...setting, subject: `${setting.subject}:${alias}:CONN_MAX_AGE` }, { alias }),
        // With few visitors nobody notices.
        confidence: 'firm',
        remedy: writeInSettings(
          settings,
          'Keep connections for a minute; see that the server allows one for each thread of each process.',
          `DATABASES['${alias}']['CONN_MAX_AGE'] = 60${checks}`,
        ),
      };
    }
  },
});

/** The database servers, but for those that are certainly on the same machine. */
function serverDatabases(project: Project, settings: Settings, deployment: Deployment): readonly Database[] {
  return databasesOf(settings).filter(({ alias, product, options }) => {
    const host = stringOf(lookup(options, 'HOST'));
    const near = lacks(options, 'HOST') || /^($|\/|localhost$|127\.|::1$)/i.test(host ?? '?');
    const server = product !== undefined && product !== 'SQLite' && !near;
    return server && !isNeighbour(project, deployment, host ?? '') && isUsed(project, settings, alias);
  });
}

/** Whether a host is a service of the Compose file that starts the site: a container beside it. */
function isNeighbour(project: Project, { files, traits }: Deployment, host: string): boolean {
  if (!traits.has('containers') || !/^[\w-]+$/.test(host)) return false;
  const service = new RegExp(`^[ \\t]+["']?${host}["']?[ \\t]*:[ \\t]*(#.*)?$`, 'm');
  return (files ?? project.paths).some(
    (path) => /compose[^/]*\.ya?ml$/.test(path) && service.test(project.file(path)?.text ?? ''),
  );
}

/** How long connections are kept; `undefined` where that is not known. */
function ageOf(options: Value): 'none' | 'some' | undefined {
  const age = lookup(options, 'CONN_MAX_AGE');
  if (age === undefined) return lacks(options, 'CONN_MAX_AGE') ? 'none' : undefined;
  if (age.kind === 'none') return 'some';
  const seconds = integerOf(age);
  return seconds === undefined ? undefined : seconds === 0 ? 'none' : 'some';
}
