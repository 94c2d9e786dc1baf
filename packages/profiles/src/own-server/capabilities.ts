/** What a server of one's own carries, whichever web server stands in front of Django. */
import type { Capability } from '@django-golive/core';

/** What the web server, or what starts the application, makes a difference to. */
type Own = 'sqlite' | 'celery' | 'websockets' | 'local-media' | 'machine-learning';

const packaged = {
  support: 'works',
  note: 'As a package of the distribution on the same server, or on another one.',
} as const;

/** One row a feature. */
export function serverCapabilities(own: Readonly<Record<Own, Omit<Capability, 'feature'>>>): readonly Capability[] {
  return [
    { feature: 'postgresql', ...packaged },
    { feature: 'mysql', ...packaged },
    {
      feature: 'geodjango',
      support: 'works',
      note: 'GDAL, GEOS and PROJ are packages of the distribution; PostgreSQL needs the extension `postgis`.',
    },
    { feature: 'sqlite', ...own.sqlite },
    { feature: 'redis', support: 'works', note: 'As a package of the distribution, bound to the loopback address.' },
    { feature: 'celery', ...own.celery },
    {
      feature: 'scheduled-tasks',
      support: 'works',
      note: 'One beat unit, or systemd timers or cron that run `manage.py` commands.',
    },
    { feature: 'websockets', ...own.websockets },
    { feature: 'local-media', ...own['local-media'] },
    { feature: 'machine-learning', ...own['machine-learning'] },
    {
      feature: 'smtp',
      support: 'limited',
      note: 'Many hosts block port 25, some 465 and 587 as well: ask the provider or use an HTTP API.',
    },
  ];
}
