/** What Fly.io carries, limits or cannot do. */
import type { Capability } from '@django-golive/core';

/** One row a feature. */
export const capabilities: readonly Capability[] = [
  {
    feature: 'postgresql',
    support: 'works',
    note: 'Managed Postgres sets `DATABASE_URL` when it is attached; the unmanaged one speaks no TLS inside the network.',
  },
  { feature: 'mysql', support: 'limited', note: 'MySQL is an app of your own, with a volume of its own.' },
  {
    feature: 'sqlite',
    support: 'limited',
    note: 'The file needs a volume, and a volume belongs to one machine; the release command has none.',
  },
  { feature: 'redis', support: 'works', note: 'Upstash for Redis is offered; its address is a secret of the app.' },
  { feature: 'celery', support: 'works', note: 'A worker is a process group of its own in `[processes]`.' },
  {
    feature: 'scheduled-tasks',
    support: 'limited',
    note: 'Machines that stop when idle run no schedule: beat needs a process group of its own, on one machine.',
  },
  { feature: 'websockets', support: 'works', note: 'The proxy carries WebSockets; the machine must serve ASGI.' },
  {
    feature: 'local-media',
    support: 'limited',
    note: 'Uploads need a volume, and each machine has its own; object storage such as Tigris has no such bounds.',
  },
  { feature: 'machine-learning', support: 'limited', note: 'Images have a size limit; use wheels for the CPU.' },
  { feature: 'smtp', support: 'works', note: 'Ports 587 and 465 are open; port 25 is not to be relied on.' },
];
