/** What PythonAnywhere carries, limits or cannot do. */
import type { Capability } from '@django-golive/core';

/** One row a feature. */
export const capabilities: readonly Capability[] = [
  {
    feature: 'postgresql',
    support: 'limited',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'works' },
    ],
    note: 'Postgres is a paid option; a free account has none and cannot reach one elsewhere.',
  },
  {
    feature: 'mysql',
    support: 'limited',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'works' },
    ],
    note: 'MySQL belongs to paid plans; free accounts opened since January 2026 have none.',
  },
  { feature: 'sqlite', support: 'limited', note: 'It works, on a network disk that makes it slow under writes.' },
  {
    feature: 'redis',
    support: 'limited',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'limited' },
    ],
    note: 'There is no Redis on the platform; a paid account can reach one elsewhere.',
  },
  {
    feature: 'celery',
    support: 'limited',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'limited' },
    ],
    note: 'Celery is not supported; a paid account can run a worker as an always-on task with a broker elsewhere.',
  },
  {
    feature: 'scheduled-tasks',
    support: 'limited',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'limited' },
    ],
    note: 'Tasks run daily or hourly from the Tasks page of a paid plan; there is no crontab.',
  },
  {
    feature: 'websockets',
    support: 'limited',
    note: 'A WSGI web app carries none; ASGI sites are a beta, without static file mappings.',
  },
  {
    feature: 'local-media',
    support: 'works',
    note: 'The disk stays; the quota counts the virtualenv as well (512 MiB on a free account).',
  },
  {
    feature: 'machine-learning',
    support: 'limited',
    note: "Web workers have 3 GB of memory and no threads: TensorFlow fails in them, and a free account's disk is too small for its wheel.",
  },
  {
    feature: 'smtp',
    support: 'limited',
    plans: [
      { plan: 'free', support: 'impossible' },
      { plan: 'paid', support: 'works' },
    ],
    note: 'A free account reaches listed HTTP hosts only; mail goes through an HTTP API there, or by SMTP on a paid plan.',
  },
];
