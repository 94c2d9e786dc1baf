/** Which releases of other packages a Django series cannot work with: what its own metadata and code refuse, or they import in vain. */
import { atLeastSeries } from '../settings/django-series.js';

/** What happens with an older release. */
export type Refusal = 'install' | 'start' | 'import';

/** The oldest release of a package that works with Django from a series on. */
export interface Minimum {
  /** The first Django series that it holds for. */
  readonly since: string;
  /** The oldest release that works; `undefined` where none does. */
  readonly least: string | undefined;
  readonly refusal: Refusal;
  /** The database without which the package is not loaded. */
  readonly database?: 'postgresql' | 'mysql';
}

const installed = (...pairs: readonly (readonly [since: string, least: string])[]): readonly Minimum[] =>
  pairs.map(([since, least]) => ({ since, least, refusal: 'install' }));
const adapter = (
  database: 'postgresql' | 'mysql',
  ...pairs: readonly (readonly [since: string, least: string])[]
): readonly Minimum[] => pairs.map(([since, least]) => ({ since, least, refusal: 'start', database }));

const psycopg2 = adapter('postgresql', ['4.0', '2.8.4'], ['6.0', '2.9.9']);

/** Oldest series first. The first two are in Django's metadata, the adapters in its database backends. */
const table: Readonly<Record<string, readonly Minimum[]>> = {
  asgiref: installed(
    ['3.2', '3.3.2'],
    ['4.0', '3.4.1'],
    ['4.1', '3.5.2'],
    ['4.2', '3.6.0'],
    ['5.0', '3.7.0'],
    ['5.1', '3.8.1'],
    ['6.0', '3.9.1'],
  ),
  sqlparse: installed(['2.2', '0.2.2'], ['4.2', '0.3.1'], ['6.0', '0.5.0']),
  psycopg2,
  'psycopg2-binary': psycopg2,
  psycopg: adapter('postgresql', ['4.2', '3.1.8'], ['6.0', '3.1.12']),
  mysqlclient: adapter('mysql', ['3.1', '1.4.0'], ['4.2', '1.4.3'], ['6.0', '2.2.1']),
  // They import `django.utils.six`, which Django 3.0 took away, and `ugettext_lazy`, which went with 4.0.
  djangorestframework: [{ since: '3.0', least: '3.10', refusal: 'import' }],
  'djangorestframework-simplejwt': [{ since: '4.0', least: '4.5', refusal: 'import' }],
  'django-rest-auth': [{ since: '4.0', least: undefined, refusal: 'import' }],
};

/** What a Django series asks of a package, by its normalised name. */
export function minimumFor(name: string, series: string): Minimum | undefined {
  const minimums = Object.hasOwn(table, name) ? table[name] : undefined;
  return minimums?.findLast(({ since }) => atLeastSeries(series, since));
}

/** Whether a release comes before another one; what is no plain number of a release is taken for a later one. */
export function isOlder(version: string, least: string): boolean {
  if (!/^\d+(\.\d+)*$/.test(version)) return false;
  const [own, other] = [version, least].map((text) => text.split('.').map(Number));
  for (let index = 0; index < Math.max(own?.length ?? 0, other?.length ?? 0); index += 1) {
    const difference = (own?.[index] ?? 0) - (other?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
