/** What Apache with mod_wsgi on a server of one's own carries, limits or cannot do. */
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
    note: 'The file and its directory must be writable for the user of the daemon process, and writes must be few.',
  },
  { feature: 'redis', support: 'works', note: 'As a package of the distribution, bound to the loopback address.' },
  {
    feature: 'celery',
    support: 'works',
    note: 'As a systemd unit of its own; Apache does not start it and shares no environment with it.',
  },
  {
    feature: 'scheduled-tasks',
    support: 'works',
    note: 'One beat unit, or systemd timers or cron that run `manage.py` commands.',
  },
  {
    feature: 'websockets',
    support: 'limited',
    note: 'WSGI cannot carry them: an ASGI server beside Apache and a ProxyPass for its paths can.',
  },
  {
    feature: 'local-media',
    support: 'works',
    note: '`MEDIA_ROOT` must be writable for the user of the daemon process.',
  },
  {
    feature: 'machine-learning',
    support: 'works',
    note: 'Packages with C extensions need `WSGIApplicationGroup %{GLOBAL}`, and each daemon process loads the model.',
  },
  {
    feature: 'smtp',
    support: 'limited',
    note: 'Many hosts block port 25, some 465 and 587 as well: ask the provider or use an HTTP API.',
  },
];
