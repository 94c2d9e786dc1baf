/** What Render carries, limits or cannot do. */
import type { Capability } from '@django-golive/core';

/** One row a feature. */
export const capabilities: readonly Capability[] = [
  {
    feature: 'postgresql',
    support: 'works',
    plans: [
      { plan: 'free', support: 'limited' },
      { plan: 'paid', support: 'works' },
    ],
    note: 'Render Postgres gives a connection string to services that ask for it; a free database is deleted after a month.',
  },
  {
    feature: 'mysql',
    support: 'limited',
    note: 'MySQL runs only as a private service of your own, with a paid disk.',
  },
  {
    feature: 'sqlite',
    support: 'limited',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'limited' },
    ],
    note: 'The file survives a deployment only on a paid disk, which ties the service to one instance.',
  },
  { feature: 'redis', support: 'works', note: 'Render Key Value speaks the protocol of Redis.' },
  {
    feature: 'celery',
    support: 'works',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'works' },
    ],
    note: 'A background worker is a paid service of its own.',
  },
  {
    feature: 'scheduled-tasks',
    support: 'works',
    note: 'A cron job is a service of its own; Celery beat needs a worker of exactly one instance.',
  },
  {
    feature: 'websockets',
    support: 'works',
    note: 'Web services carry WebSockets; the start command must serve ASGI.',
  },
  {
    feature: 'local-media',
    support: 'limited',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'limited' },
    ],
    note: 'Uploads survive a deployment only on a paid disk of one instance; object storage has no such bounds.',
  },
  {
    feature: 'machine-learning',
    support: 'limited',
    note: 'Small instances have 512 MB of memory; use wheels for the CPU.',
  },
  {
    feature: 'smtp',
    support: 'limited',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'works' },
    ],
    note: 'Free services cannot reach ports 25, 465 and 587; paid ones can.',
  },
];
