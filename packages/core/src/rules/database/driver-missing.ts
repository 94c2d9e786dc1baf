/** An engine whose Python driver production does not install. */
import { dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { confidenceInAbsence, declaredAs, declareRemedy, hasReadableManifest, mayBring } from '../deps/declared.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { databasesOf, type Product } from './databases.js';

const psycopg2 = ['psycopg2', 'psycopg2-binary', 'psycopg2cffi', 'aws-psycopg2'];
const psycopg3 = ['psycopg', 'psycopg-binary', 'psycopg-c'];
/** The packages that are a driver for a server. */
export const drivers: Readonly<Partial<Record<Product, readonly string[]>>> = {
  PostgreSQL: [...psycopg2, ...psycopg3],
  MySQL: ['mysqlclient', 'pymysql', 'mysql-python', 'mysql-connector-python'],
  Oracle: ['oracledb', 'cx-oracle'],
};
/** Packages that install a driver along with themselves. */
const bringers = [
  'django-heroku',
  'django-on-heroku',
  'procrastinate',
  'django-db-geventpool',
  'psycopg-pool',
  'django-postgres-extra',
  'dj-database-url-psycopg2',
];

/** The driver that a Django takes for a server. */
export function driverFor(product: Product, django: string): string {
  if (product === 'PostgreSQL') return atLeastSeries(django, '4.2') ? 'psycopg[binary]' : 'psycopg2-binary';
  return product === 'MySQL' ? 'mysqlclient' : 'oracledb';
}

export const driverMissing = defineRule({
  id: 'database/driver-missing',
  title: 'The driver of the database is not declared',
  sound: 'The driver of the database is declared',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(5),
  risk: 'Django stops at its start, because it cannot load the database engine.',
  references: [docs('ref/databases')],
  since: '0.1.0',
  needs: { dependencies, settings },
  problems: {
    missing: 'The database `{alias}` is {product}, and no driver for it is declared.',
    development: 'The database `{alias}` is {product}, and its driver is not among the packages of production.',
    early: 'The database `{alias}` is PostgreSQL, and only psycopg 3 is declared, which Django {version} cannot use.',
  },
  when: ({ dependencies, settings }) =>
    hasFinalValues(settings) &&
    hasReadableManifest(dependencies) &&
    databasesOf(settings).some(({ product }) => product !== undefined && drivers[product] !== undefined),
  *check({ dependencies, settings }, { problem }) {
    const setting = settings.get('DATABASES');
    const told = new Set<Product>();
    for (const { alias, product } of databasesOf(settings)) {
      const names = product && drivers[product];
      if (!product || !names || told.has(product)) continue;
      told.add(product);
      const declared = declaredAs(dependencies, names);
      const about = { ...setting, subject: `${setting.subject}:driver:${product}` };
      const sure = confidenceIn(settings, setting) === 'certain' ? confidenceInAbsence(dependencies) : 'firm';
      const modern = atLeastSeries(settings.django, '4.2');
      const driver = driverFor(product, settings.django);
      const remedy = declareRemedy(dependencies, driver, 'Declare the driver among the packages of production.');
      if (declared === 'runtime') {
        if (product !== 'PostgreSQL' || modern || declaredAs(dependencies, psycopg2) === 'runtime') continue;
        if (mayBring(dependencies, [], bringers)) continue;
        yield { ...problem('early', about, { alias, version: settings.django }), confidence: sure, remedy };
        continue;
      }
      if (mayBring(dependencies, [], bringers)) continue;
      yield declared === 'no'
        ? { ...problem('missing', about, { alias, product }), confidence: sure, remedy }
        : { ...problem('development', about, { alias, product }), confidence: 'firm', remedy };
    }
  },
});
