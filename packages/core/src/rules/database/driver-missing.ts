/** An engine whose Python driver production does not install. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { confidenceInAbsence, declaredAs, declareRemedy, hasReadableManifest, mayBring } from '../deps/declared.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { databasesOf, isUsed, type Product } from './databases.js';

const psycopg2 = ['psycopg2', 'psycopg2-binary', 'psycopg2cffi', 'aws-psycopg2'];
const psycopg3 = ['psycopg', 'psycopg-binary', 'psycopg-c'];
/** The packages that are a driver for a server. */
export const drivers: Readonly<Partial<Record<Product, readonly string[]>>> = {
  PostgreSQL: [...psycopg2, ...psycopg3],
  // PyPI's `mysql` holds nothing, and brings mysqlclient.
  MySQL: ['mysqlclient', 'pymysql', 'mysql-python', 'mysql-connector-python', 'mysql'],
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

/**
 * The driver that a Django takes for a server, below its next major release: https://docs.djangoproject.com/en/stable/ref/databases/.
 * Before 5.0 Oracle's is cx_Oracle.
 */
export function driverFor(product: Product, django: string): string {
  const modern = atLeastSeries(django, '4.2');
  // Up to 2.2 Django asks the server for its time zone in a way that 2.9 answers otherwise: https://github.com/psycopg/psycopg2/issues/1293.
  const bound = atLeastSeries(django, '3.0') ? '~=2.9' : '~=2.8,<2.9';
  if (product === 'PostgreSQL') return modern ? 'psycopg[binary]~=3.2' : `psycopg2-binary${bound}`;
  if (product === 'MySQL') return modern ? 'mysqlclient~=2.2' : 'mysqlclient~=2.0';
  return atLeastSeries(django, '5.0') ? 'oracledb~=2.3' : 'cx-oracle~=8.3';
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
  needs: { dependencies, project, settings },
  problems: {
    missing: 'The database `{alias}` is {product}, and no driver for it is declared.',
    development: 'The database `{alias}` is {product}, and its driver is not among the packages of production.',
    early: 'The database `{alias}` is PostgreSQL, and only psycopg 3 is declared, which Django {version} cannot use.',
  },
  when: ({ dependencies, settings }) =>
    hasFinalValues(settings) &&
    hasReadableManifest(dependencies) &&
    databasesOf(settings).some(({ product }) => product !== undefined && drivers[product] !== undefined),
  *check({ dependencies, project, settings }, { problem }) {
    const setting = settings.get('DATABASES');
    const told = new Set<Product>();
    for (const { alias, product } of databasesOf(settings)) {
      const names = product && drivers[product];
      if (!product || !names || told.has(product)) continue;
      // From 4.1 on, Django loads an engine when its database is first used; before, at the first request.
      if (atLeastSeries(settings.django, '4.1') && !isUsed(project, settings, alias)) continue;
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
      if (declared === 'no' && (isTakenFromSystem(project, product) || isInstalledByImage(project, names))) continue;
      yield declared === 'no'
        ? { ...problem('missing', about, { alias, product }), confidence: sure, remedy }
        : { ...problem('development', about, { alias, product }), confidence: 'firm', remedy };
    }
  },
});

/** The packages of Debian, Fedora and Alpine that are a driver for the system's own Python. */
const systemPackages: Readonly<Partial<Record<Product, RegExp>>> = {
  PostgreSQL: /^[^#\n]*(?<![\w-])(python3?|py3)-psycopg[23]?(?!\w|-pool)/m,
  MySQL: /^[^#\n]*(?<![\w-])(python3?|py3)-(mysqldb|mysqlclient|pymysql)\b/m,
  Oracle: /^[^#\n]*(?<![\w-])(python3?|py3)-(oracledb|cx-oracle)\b/m,
};

/** Whether an image or a script installs it with the system's packages: not on an image of Python, which has another Python than they do. */
function isTakenFromSystem(project: Project, product: Product): boolean {
  const pattern = systemPackages[product];
  return project.paths.some((path) => {
    if (!pattern || !/(^|\/)[\w.-]*(Dockerfile|Containerfile)[\w.-]*$|\.(sh|bash)$/.test(path)) return false;
    const text = project.file(path)?.text ?? '';
    return pattern.test(text) && !/^FROM\s+(\S+\/)?python:/im.test(text);
  });
}

/** Whether a Dockerfile of the repository installs it by name: an image may stand on that one. */
function isInstalledByImage(project: Project, names: readonly string[]): boolean {
  const installs = new RegExp(`\\bpip3?\\s+install\\b[^#\\n&;|]{0,2000}[\\s'"](?:${names.join('|')})(?![\\w-])`, 'm');
  return project.paths.some(
    (path) =>
      /(^|\/)[\w.-]*(Dockerfile|Containerfile)[\w.-]*$/.test(path) &&
      installs.test((project.file(path)?.text ?? '').replace(/\\\r?\n/g, ' ')),
  );
}
