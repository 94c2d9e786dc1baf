/** What Harbour carries, limits or cannot do. */
import type { Capability } from '@django-golive/core';

/** One row a feature. */
export const capabilities: readonly Capability[] = [
  { feature: 'postgresql', support: 'works', note: 'The database team makes one; its address is in `DATABASE_URL`.' },
  { feature: 'sqlite', support: 'impossible', note: 'There is no disk.' },
  {
    feature: 'celery',
    support: 'limited',
    plans: [
      { plan: 'shared berth', support: 'impossible' },
      { plan: 'own berth', support: 'works' },
    ],
    note: 'A worker needs a berth of its own.',
  },
  { feature: 'local-media', support: 'impossible', note: 'There is no disk: uploads go to the object store.' },
];
