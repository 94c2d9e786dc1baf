/** Migrations in the web line: once a dyno, within the boot limit. */
import { changedLine, defineRule, minutes, project, web } from '@django-golive/core';
import { managementCommandOf } from '../../files/django-command.js';
import { aboutEntry, webProcess } from '../web-process.js';

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
  needs: { project, webProcess },
  problems: { migrates: 'The web process runs `migrate` before its server.' },
  when: ({ webProcess }) => webProcess?.server !== undefined,
  *check({ project, webProcess }, { problem }) {
    if (!webProcess?.entry.invocations.some((invocation) => managementCommandOf(invocation)?.name === 'migrate'))
      return;
    yield {
      ...problem('migrates', aboutEntry(webProcess.entry)),
      remedy: {
        summary: 'Move it to the release phase.',
        ...changedLine(
          project,
          webProcess.entry.at,
          (line) =>
            `release: python manage.py migrate --noinput\n${line.replace(/\S*python[\d.]*\s+\S*manage\.py\s+migrate\b[^&|;]*(&&|;)\s*/, '')}`,
        ),
        language: 'text',
      },
    };
  },
});
