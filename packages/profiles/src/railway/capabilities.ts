/** What Railway carries, limits or cannot do. */
import type { Capability } from '@django-golive/core';

/** One row a feature. */
export const capabilities: readonly Capability[] = [
  {
    feature: 'postgresql',
    support: 'works',
    note: 'Postgres is a service of its own; the variables of the site refer to it (`${{Postgres.DATABASE_URL}}`).',
  },
  { feature: 'mysql', support: 'works', note: 'MySQL is a service of its own; the variables of the site refer to it.' },
  {
    feature: 'sqlite',
    support: 'limited',
    note: 'The file survives a deployment only on a volume, which ties the service to one instance.',
  },
  { feature: 'redis', support: 'works', note: 'Redis is a service of its own.' },
  { feature: 'celery', support: 'works', note: 'A worker is a second service from the same repository.' },
  { feature: 'scheduled-tasks', support: 'works', note: 'A service with a cron schedule runs a command and ends.' },
  { feature: 'websockets', support: 'works', note: 'The edge carries WebSockets; the start command must serve ASGI.' },
  {
    feature: 'local-media',
    support: 'limited',
    note: 'Uploads survive a deployment only on a volume of one instance; object storage has no such bounds.',
  },
  { feature: 'machine-learning', support: 'limited', note: 'Memory follows the plan; use wheels for the CPU.' },
  {
    feature: 'smtp',
    support: 'limited',
    plans: [
      { plan: 'below Pro', support: 'impossible' },
      { plan: 'Pro', support: 'works' },
    ],
    note: 'SMTP is blocked below the Pro plan; an API of the mail provider works.',
  },
];
