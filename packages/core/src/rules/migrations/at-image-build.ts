/** Migrations that run while an image is built, on no database that anybody uses. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { databasesOf } from '../database/databases.js';
import { hasFinalValues } from '../settings/final-values.js';
import { deployLines, managementArguments } from './deploy-files.js';

export const atImageBuild = defineRule({
  id: 'migrations/at-image-build',
  title: 'The database is migrated while the image is built',
  sound: 'No image build touches the database',
  category: 'deployment',
  severity: 'high',
  effort: minutes(20),
  risk: 'The build fails where the database cannot be reached, or changes it before the new code runs.',
  references: [docs('topics/migrations')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { built: '`{path}` runs `migrate` in a `RUN` instruction.' },
  // A SQLite file may be made on purpose, as part of the image.
  when: ({ deployment, project, settings }) =>
    hasFinalValues(settings) &&
    !databasesOf(settings).some(({ alias, product }) => alias === 'default' && product === 'SQLite') &&
    [...deployLines(project, deployment)].some(({ build }) => build),
  *check({ deployment, project }, { problem }) {
    for (const { path, text, at, build } of deployLines(project, deployment)) {
      const args = build ? managementArguments(text, 'migrate') : undefined;
      if (args === undefined || /--(check|plan)\b/.test(args) || /sqlite/i.test(text)) continue;
      yield {
        ...problem('built', { at, subject: path }, { path }),
        confidence: 'firm',
        remedy: {
          summary: 'Run `migrate` once a release, before the new containers start.',
          code: 'python manage.py migrate --noinput',
          language: 'bash',
        },
      };
    }
  },
});
