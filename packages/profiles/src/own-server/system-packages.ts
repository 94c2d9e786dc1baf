/** The packages of Ubuntu that the project's own packages, services and translations need. */
import {
  type Dependencies,
  entriesOf,
  type Features,
  lookup,
  type Settings,
  stringOf,
  stringsOf,
} from '@django-golive/core';

const compiler = 'build-essential python3-dev';

/** What pip builds on the server, or what a package opens when it runs; `before` where older ones have no wheel for the newest Ubuntu's Python. */
const neededBy: readonly (readonly [name: string, packages: string, before?: number])[] = [
  ['psycopg2', `${compiler} libpq-dev`],
  ['mysqlclient', `${compiler} default-libmysqlclient-dev pkg-config`],
  ['pillow', `${compiler} libjpeg-dev zlib1g-dev`, 12],
  ['lxml', `${compiler} libxml2-dev libxslt1-dev`, 6],
  ['python-ldap', `${compiler} libldap2-dev libsasl2-dev`],
  ['django-auth-ldap', `${compiler} libldap2-dev libsasl2-dev`],
  ['pygraphviz', `${compiler} libgraphviz-dev`],
  ['pycairo', `${compiler} libcairo2-dev pkg-config`],
  ['xmlsec', `${compiler} libxmlsec1-dev pkg-config`],
  ['uwsgi', compiler],
  ['mod-wsgi', `${compiler} apache2-dev`],
  ['weasyprint', 'libpango-1.0-0 libpangoft2-1.0-0'],
  ['python-magic', 'libmagic1'],
  ['django-gulp', 'nodejs npm'],
  ['django-tailwind', 'nodejs npm'],
];

/** Each name once. */
export function systemPackages(
  settings: Settings,
  features: Features,
  dependencies: Dependencies,
  translated: boolean,
): readonly string[] {
  const engine = stringOf(lookup(lookup(settings.get('DATABASES').value, 'default'), 'ENGINE')) ?? '';
  const found = [
    ...(features.uses('postgresql') ? ['postgresql', ...(bringsLibrary(dependencies) ? [] : ['libpq-dev'])] : []),
    ...(features.uses('mysql') ? ['mysql-server', `default-libmysqlclient-dev ${compiler} pkg-config`] : []),
    ...(features.uses('redis') || (features.uses('celery') && hasRedisHere(settings)) ? ['redis-server'] : []),
    ...(entriesOf(settings.get('CACHES').value).some(([, cache]) => isLocalMemcached(cache)) ? ['memcached'] : []),
    ...(/\.gis\./.test(engine) ? ['gdal-bin'] : []),
    ...(translated ? ['gettext'] : []),
    ...neededBy.flatMap(([name, packages, before]) => {
      const found = dependencies.get(name);
      if (!found || found.kind === 'dev') return [];
      return before === undefined || Number.parseInt(found.version ?? '', 10) < before ? [packages] : [];
    }),
  ];
  return [...new Set(found.flatMap((names) => names.split(' ')))];
}

/** Whether the driver is a wheel with PostgreSQL's own library in it: nothing is built then. */
function bringsLibrary(dependencies: Dependencies): boolean {
  const named = ['psycopg2-binary', 'psycopg-binary'].some((name) => dependencies.get(name) !== undefined);
  return named || dependencies.get('psycopg')?.extras.includes('binary') === true;
}

/** Whether Celery looks for Redis on the server itself. */
const hasRedisHere = (settings: Settings): boolean =>
  ['CELERY_BROKER_URL', 'BROKER_URL', 'CELERY_RESULT_BACKEND'].some((name) =>
    /^rediss?:\/\/([^@/]*@)?(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/.test(stringOf(settings.get(name).value) ?? ''),
  );

function isLocalMemcached(cache: Parameters<typeof lookup>[0]): boolean {
  const location = lookup(cache, 'LOCATION');
  const place = stringOf(location) ?? (location && stringsOf(location)[0]) ?? '';
  return /memcached/i.test(stringOf(lookup(cache, 'BACKEND')) ?? '') && /^(localhost|127\.|unix:|\/)/.test(place);
}
