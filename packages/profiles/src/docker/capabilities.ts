/** What containers on one host carry, limit or cannot do. */
import type { Capability } from '@django-golive/core';

/** One row a feature. */
export const capabilities: readonly Capability[] = [
  {
    feature: 'postgresql',
    support: 'works',
    note: 'As a service with a volume and a pinned major version, or as a database outside the Compose project.',
  },
  {
    feature: 'mysql',
    support: 'works',
    note: 'As a service with a volume and a pinned major version, or as a database outside the Compose project.',
  },
  {
    feature: 'geodjango',
    support: 'works',
    note: 'The image must install GDAL, GEOS and PROJ; PostgreSQL needs the extension `postgis`, which the image `postgis/postgis` has.',
  },
  {
    feature: 'sqlite',
    support: 'limited',
    note: 'The file must lie on a volume, and only one container may write to it.',
  },
  {
    feature: 'redis',
    support: 'works',
    note: 'As a service without a published port; other services reach it by its name.',
  },
  {
    feature: 'celery',
    support: 'works',
    note: 'A worker is a service of its own, from the same image and with the same environment.',
  },
  { feature: 'scheduled-tasks', support: 'works', note: 'Exactly one beat service, apart from the workers.' },
  {
    feature: 'websockets',
    support: 'works',
    note: 'An ASGI server in the container, and a proxy that passes the Upgrade header.',
  },
  {
    feature: 'local-media',
    support: 'limited',
    note: '`MEDIA_ROOT` must lie on a volume, which every container that reads or writes uploads mounts.',
  },
  {
    feature: 'machine-learning',
    support: 'works',
    note: 'Use a `-slim` base image and wheels for the CPU: Alpine has few wheels, and CUDA adds gigabytes.',
  },
  { feature: 'smtp', support: 'limited', note: 'As the host allows: many block port 25, some 465 and 587 as well.' },
];
