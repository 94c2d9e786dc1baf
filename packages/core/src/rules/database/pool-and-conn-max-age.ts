/** A connection pool and persistent connections at once, which Django's PostgreSQL backend refuses. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { integerOf, lookup } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { databasesOf } from './databases.js';

export const poolAndConnMaxAge = defineRule({
  id: 'database/pool-and-conn-max-age',
  title: 'A connection pool meets persistent connections',
  sound: 'No connection pool meets persistent connections',
  category: 'database',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The first query of every process stops with ImproperlyConfigured.',
  references: [docs('ref/databases', 'postgresql-pool')],
  since: '0.1.0',
  needs: { project, settings },
  problems: { both: '`{alias}` has a connection pool and `CONN_MAX_AGE` {age}; Django accepts a pool only with 0.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '5.1') &&
    databasesOf(settings).some(
      ({ product, options }) =>
        product === 'PostgreSQL' && truthOf(lookup(lookup(options, 'OPTIONS'), 'pool') ?? { kind: 'none' }) !== 'no',
    ),
  *check({ project, settings }, { problem }) {
    const setting = settings.get('DATABASES');
    for (const { alias, product, options } of databasesOf(settings)) {
      const pool = lookup(lookup(options, 'OPTIONS'), 'pool');
      const maxAge = lookup(options, 'CONN_MAX_AGE');
      if (product !== 'PostgreSQL' || !pool || truthOf(pool) !== 'yes' || !maxAge) continue;
      const age = maxAge.kind === 'none' ? 'None' : integerOf(maxAge)?.toString();
      if (age === undefined || age === '0') continue;
      yield {
        ...problem('both', { ...setting, subject: `${setting.subject}:${alias}` }, { alias, age }),
        confidence: confidenceIn(settings, setting),
        remedy: writeEntry(
          { project, settings },
          setting,
          [alias, 'CONN_MAX_AGE'],
          'Keep the pool, and leave `CONN_MAX_AGE` at 0.',
          '0',
        ),
      };
    }
  },
});
