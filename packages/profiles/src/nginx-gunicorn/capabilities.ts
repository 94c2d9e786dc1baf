/** What a server of one's own with nginx and gunicorn carries, limits or cannot do. */
import type { Capability } from '@django-golive/core';

/** One row a feature. */
export const capabilities: readonly Capability[] = [
  {
    feature: 'postgresql',
    support: 'works',
    note: 'As a package of the distribution on the same server, or on another one.',
  },
  {
    feature: 'mysql',
    support: 'works',
    note: 'As a package of the distribution on the same server, or on another one.',
  },
  {
    feature: 'sqlite',
    support: 'limited',
    note: 'The file and its directory must be writable for the user of the unit, and writes must be few.',
  },
  { feature: 'redis', support: 'works', note: 'As a package of the distribution, bound to the loopback address.' },
  { feature: 'celery', support: 'works', note: 'As a unit of its own, with the environment that the site has.' },
  {
    feature: 'scheduled-tasks',
    support: 'works',
    note: 'One beat unit, or systemd timers or cron that run `manage.py` commands.',
  },
  {
    feature: 'websockets',
    support: 'works',
    note: 'With an ASGI server (uvicorn, daphne) and the `Upgrade` headers in the location of nginx.',
  },
  {
    feature: 'local-media',
    support: 'works',
    note: '`MEDIA_ROOT` must be writable for the user of the unit and readable for nginx.',
  },
  {
    feature: 'machine-learning',
    support: 'works',
    note: 'Each worker loads the model: the memory of the server must hold it as often.',
  },
  {
    feature: 'smtp',
    support: 'limited',
    note: 'Many hosts block port 25, some 465 and 587 as well: ask the provider or use an HTTP API.',
  },
];
