/** A database that Render deletes by itself. */
import { defineRule, minutes, web } from '@django-golive/core';
import { type Blueprint, blueprint } from '../../files/render-blueprint.js';

export const freeDatabase = defineRule({
  id: 'render/free-database',
  title: 'The database is on the free plan, which ends',
  sound: 'The database is on a plan that does not end',
  category: 'database',
  severity: 'high',
  effort: minutes(15),
  risk: 'A free database expires a month after it was made: the site loses its data, and there are no backups of it.',
  references: [web('Render: Free Postgres', 'https://render.com/docs/free#free-postgres')],
  since: '0.1.0',
  needs: { blueprint },
  problems: { free: 'The database `{name}` of `{path}` has the plan `free`.' },
  when: ({ blueprint }) => (blueprint?.databases.length ?? 0) > 0,
  *check({ blueprint }, { problem }) {
    for (const { name, plan, at } of blueprint?.databases ?? []) {
      if (plan !== 'free') continue;
      yield {
        ...(isConnected(blueprint, name) ? {} : unconnected),
        ...problem('free', { at, subject: `render.yaml:database:${name}` }, { name, path: at.path }),
        remedy: {
          summary: 'Take a paid plan.',
          code: 'plan: basic-256mb',
          language: 'yaml',
          path: at.path,
          place: 'instead',
        },
      };
    }
  },
});

function isConnected(blueprint: Blueprint | undefined, name: string): boolean {
  return blueprint?.services.some(({ variables }) => variables.some(({ database }) => database === name)) ?? false;
}

/** Its address may still be in the dashboard. */
const unconnected = {
  severity: 'medium',
  risk: 'A free database expires a month after it was made, and there are no backups of it. No service of the file is given its address: where the dashboard gives it to none either, the site does not use it.',
} as const;
