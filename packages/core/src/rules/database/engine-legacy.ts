/** An engine that Django does not have: the first query stops, and so does migrate. */

import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { databasesOf } from './databases.js';

/** What lies below `django.db.backends`; `postgresql_psycopg2` is an old name that the loader still translates. */
const engines = new Set(['dummy', 'mysql', 'oracle', 'postgresql', 'postgresql_psycopg2', 'sqlite3']);
const spatialEngines = new Set(['mysql', 'oracle', 'postgis', 'spatialite']);
const meant: readonly (readonly [pattern: RegExp, engine: string])[] = [
  [/postg/, 'postgresql'],
  [/mysql|maria/, 'mysql'],
  [/sqlite/, 'sqlite3'],
  [/oracle/, 'oracle'],
];

export const engineLegacy = defineRule({
  id: 'database/engine-legacy',
  title: 'The database engine is none that Django has',
  sound: 'The database engines are ones that Django has',
  category: 'database',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Django stops with ImproperlyConfigured as soon as it wants the database.',
  references: [docs('ref/settings', 'engine')],
  since: '0.1.0',
  needs: { project, settings },
  problems: { unknown: 'The engine of `{alias}` is `{engine}`, which Django {version} does not have.' },
  when: ({ settings }) => hasFinalValues(settings) && databasesOf(settings).length > 0,
  *check({ project, settings }, { problem }) {
    const setting = settings.get('DATABASES');
    for (const { alias, engine } of databasesOf(settings)) {
      const name = /^django\.db\.backends\.(.*)$/.exec(engine)?.[1];
      const spatial = /^django\.contrib\.gis\.db\.backends\.(.*)$/.exec(engine)?.[1];
      const wrong =
        (name !== undefined && !engines.has(name)) || (spatial !== undefined && !spatialEngines.has(spatial));
      if (!wrong) continue;
      const better = meant.find(([pattern]) => pattern.test(name ?? ''))?.[1];
      yield {
        ...problem(
          'unknown',
          { ...setting, subject: `${setting.subject}:${alias}` },
          { alias, engine, version: settings.django },
        ),
        confidence: confidenceIn(settings, setting),
        ...(better === undefined
          ? {}
          : {
              remedy: writeEntry(
                { project, settings },
                setting,
                [alias, 'ENGINE'],
                'Name the engine as Django does.',
                `'django.db.backends.${better}'`,
              ),
            }),
      };
    }
  },
});
