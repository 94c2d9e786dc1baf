/** Migrations in the web line: once a dyno, within the boot limit. */
import { changedLine, defineRule, minutes, project, web } from '@django-golive/core';
import { isMigration, webMigration } from '../web-migrates.js';
import { aboutEntry, activeProcfile, webProcess } from '../web-process.js';

export const migrateInWeb = defineRule({
  id: 'heroku/migrate-in-web',
  title: 'Migrations run whenever a web dyno starts',
  sound: 'Web dynos start without migrating',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Several dynos migrate at once, and a long migration is cut off by the boot limit of a minute.',
  references: [web('Heroku: Release phase', 'https://devcenter.heroku.com/articles/release-phase')],
  since: '0.1.0',
  needs: { project, activeProcfile, webProcess },
  problems: {
    migrates: 'The web process runs `migrate` before its server.',
    script: 'The web process starts `{path}`, which runs `migrate` before the server.',
  },
  when: ({ project, webProcess }) =>
    webProcess !== undefined &&
    (webProcess.server !== undefined || webMigration(project, webProcess.entry) !== undefined),
  *check({ project, activeProcfile, webProcess }, { problem }) {
    const found = webProcess && webMigration(project, webProcess.entry);
    if (!webProcess || !found) return;
    const { entry } = webProcess;
    const release = activeProcfile?.entry('release');
    const line = 'release: python manage.py migrate --noinput';
    if (found.script !== undefined) {
      yield {
        ...problem('script', aboutEntry(entry), { path: found.script }),
        evidence: [{ at: found.at, note: '`migrate` runs here.' }],
        remedy: {
          summary: release
            ? `Take it out of \`${found.script}\`, and let the line \`release\` run it.`
            : `Take it out of \`${found.script}\`, and add the line \`${line}\` to the Procfile.`,
          path: found.script,
        },
      };
      return;
    }
    const released = release?.invocations.some(isMigration) === true;
    yield {
      ...problem('migrates', aboutEntry(entry)),
      remedy: {
        summary: released
          ? 'Leave it to the release phase, which migrates already.'
          : release
            ? 'Move it to the line `release`, behind what that runs already.'
            : 'Move it to the release phase.',
        ...changedLine(project, entry.at, (text) => {
          const rest = text.replace(/\S*python[\d.]*\s+\S*manage\.py\s+migrate\b[^&|;]*(&&|;)\s*/, '');
          return release ? rest : `${line}\n${rest}`;
        }),
        language: 'text',
      },
    };
  },
});
