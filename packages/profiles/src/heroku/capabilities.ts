/** What Heroku carries, limits or cannot do. */
import type { Capability } from '@django-golive/core';

/** One row a feature. */
export const capabilities: readonly Capability[] = [
  {
    feature: 'postgresql',
    support: 'works',
    note: 'Heroku Postgres is an add-on; it sets `DATABASE_URL` and demands TLS.',
  },
  {
    feature: 'mysql',
    support: 'limited',
    note: 'MySQL comes only from third-party add-ons, each with a variable of its own.',
  },
  {
    feature: 'geodjango',
    support: 'limited',
    note: 'The Python build pack brings no GDAL, GEOS or PROJ: put one that does before it, such as `heroku-geo-buildpack`; PostgreSQL needs the extension `postgis`.',
  },
  {
    feature: 'sqlite',
    support: 'impossible',
    note: 'The file is lost at every restart, at least once a day, and no two dynos share it.',
  },
  {
    feature: 'redis',
    support: 'works',
    note: 'Heroku Key-Value Store is an add-on; it sets `REDIS_URL`, with TLS and a self-signed certificate.',
  },
  {
    feature: 'celery',
    support: 'works',
    note: 'A worker is a process type of its own, and starts with no dyno until it is scaled up.',
  },
  {
    feature: 'scheduled-tasks',
    support: 'works',
    note: 'The Scheduler add-on runs commands every ten minutes or less often; finer schedules need one beat dyno.',
  },
  {
    feature: 'websockets',
    support: 'works',
    note: 'Web dynos carry WebSockets; a connection that is idle for 55 seconds is closed.',
  },
  {
    feature: 'local-media',
    support: 'impossible',
    note: 'Uploads on the dyno are lost at every restart and are not shared; they belong in object storage.',
  },
  {
    feature: 'machine-learning',
    support: 'limited',
    note: 'The slug has a size limit and small dynos have 512 MB of memory; use wheels for the CPU.',
  },
  { feature: 'smtp', support: 'works', note: 'Ports 587 and 465 are open; port 25 is not to be relied on.' },
];
