/** The checklist's word on migrations: who has run them by then, or how to. */
import type { ChecklistItem, Deployment, Project } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { readProcfile } from '../files/procfile.js';
import { migratedByBuild } from './build-migrates.js';
import { webMigration } from './web-migrates.js';

/** `script` is the path of manage.py; with `images` of the project's own neither Procfile nor build pack counts. */
export function migrateStep(
  project: Project,
  { processes }: Deployment,
  script: string,
  images: boolean,
): ChecklistItem {
  const release = processes.find(({ role }) => role === 'release');
  const line = `\`release: python ${script} migrate --noinput\` of the Procfile`;
  const told = (text: string, command: string): ChecklistItem =>
    item(
      'migrate',
      'during',
      text,
      [command],
      [],
      ['heroku/migrations-not-released', 'heroku/migrate-in-web', 'heroku/release-elsewhere'],
    );
  if (/\bmigrate\b/.test(release?.command ?? ''))
    return told('The release phase has migrated the database.', 'heroku releases:output');
  const run = `heroku run --exit-code -- python ${script}`;
  const byBuild = images ? undefined : migratedByBuild(project);
  if (byBuild !== undefined)
    return told(
      `The build has migrated the database: \`${byBuild}\` does so at every push.`,
      `${run} showmigrations --plan`,
    );
  const web = images ? undefined : readProcfile(project, 'Procfile')?.entry('web');
  if (web && webMigration(project, web))
    return told(
      `Each web dyno has migrated the database at its start, several at once where there are several. Better, the line ${line} does it once a push, before they start.`,
      `${run} showmigrations --plan`,
    );
  return told(
    `Migrate the database.${release || images ? '' : ` The line ${line} would do it at every push.`}`,
    `${run} migrate --noinput`,
  );
}
