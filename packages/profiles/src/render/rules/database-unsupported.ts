/** Databases of a PostgreSQL that gets no fixes any more. */
import { defineRule, dependencies, hours, today, web } from '@django-golive/core';
import { blueprint } from '../../files/render-blueprint.js';
import { lineOf } from '../../platform/supported-line.js';

export const databaseUnsupported = defineRule({
  id: 'render/database-unsupported',
  title: 'The database is of a PostgreSQL without fixes',
  sound: 'The database is of a PostgreSQL that gets fixes',
  category: 'dependencies',
  severity: 'medium',
  effort: hours(2),
  risk: 'Holes and faults that become known in it stay open, and Django stops supporting it.',
  references: [
    web('PostgreSQL: Versioning policy', 'https://www.postgresql.org/support/versioning/'),
    web('Render: Blueprint reference', 'https://render.com/docs/blueprint-spec'),
  ],
  since: '0.1.0',
  needs: { blueprint, dependencies, today },
  problems: { ended: 'The database `{name}` is {title}, which has had no fixes since {date}.' },
  when: ({ blueprint }) => blueprint?.databases.some(({ release }) => release !== undefined) ?? false,
  *check({ blueprint, dependencies: { supportEnd }, today }, { problem }) {
    for (const { name, release } of blueprint?.databases ?? []) {
      const line = release && supportEnd && lineOf('postgresql', 'PostgreSQL', release.version, supportEnd);
      if (!line || line.until >= today) continue;
      yield {
        ...problem(
          'ended',
          { at: release.at, subject: `render.yaml:release:${name}` },
          { name, title: line.title, date: line.until },
        ),
        remedy: {
          summary: 'Upgrade the database in the dashboard, after a backup, and name its new release in the Blueprint.',
          path: release.at.path,
        },
      };
    }
  },
});
