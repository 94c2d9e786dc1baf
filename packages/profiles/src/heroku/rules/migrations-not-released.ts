/** Whether a deployment migrates the database by itself. */
import {
  choosingVariables,
  committedFile,
  databasesOf,
  defineRule,
  minutes,
  type Project,
  project,
  type Settings,
  settings,
  web,
} from '@django-golive/core';
import { type AppJson, appJson } from '../../files/app-json.js';
import { managementCommandOf } from '../../files/django-command.js';
import type { Procfile, ProcfileEntry } from '../../files/procfile.js';
import { needsMigrations, riskWithout, toMigrate } from '../../platform/migrations.js';
import { migratedByBuild } from '../build-migrates.js';
import { startedElsewhere } from '../started-elsewhere.js';
import { isMigration, webMigration } from '../web-migrates.js';
import { aboutEntry, activeProcfile } from '../web-process.js';

export const migrationsNotReleased = defineRule({
  id: 'heroku/migrations-not-released',
  title: 'No release phase migrates the database',
  sound: 'The release migrates the database',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'New code meets the old schema until somebody migrates by hand, and answers with server errors.',
  references: [web('Heroku: Release phase', 'https://devcenter.heroku.com/articles/release-phase')],
  since: '0.1.0',
  needs: { project, activeProcfile, appJson, settings },
  problems: { missing: 'No line of the `Procfile` runs `migrate`.' },
  questions: {
    byHand: 'No line of the `Procfile` runs `migrate`; `{path}` speaks of running it. Does every deployment?',
  },
  // A SQLite file lies on the disk of one dyno: what a release migrates there is thrown away, of which other rules tell, as they do
  // of one that comes with the code, of a release that does not find what it starts, and of a web line that migrates.
  when: ({ project, activeProcfile, appJson, settings }) =>
    activeProcfile?.entry('web') !== undefined &&
    !startsMigrating(project, activeProcfile) &&
    !isLost(project, appJson, activeProcfile.entry('release')) &&
    (!isSqlite(settings) || (choosingVariables(settings).length > 0 && !bringsDatabase(project, settings))) &&
    needsMigrations(project, settings),
  *check({ project, activeProcfile: found, appJson, settings }, { problem, question }) {
    const entry = found?.entry('release') ?? found?.entry('web');
    if (!found || !entry || migrates(found) || runsScript(project, found)) return;
    if (migratedByBuild(project) !== undefined) return;
    const told =
      project.paths.find(
        (path) =>
          /^(\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|\.circleci\/config\.yml|readme[^/]*|docs\/[^/]+\.(md|rst)|Makefile)$/i.test(
            path,
          ) && /heroku run[^\n]*migrate/i.test(project.file(path)?.text ?? ''),
      ) ?? (/\bmigrate\b/.test(appJson?.postdeploy ?? '') ? 'app.json' : undefined);
    if (told !== undefined) yield question('byHand', aboutEntry(entry), { path: told });
    else {
      const [variable] = isSqlite(settings) ? choosingVariables(settings) : [];
      yield {
        ...problem('missing', aboutEntry(entry)),
        ...riskWithout(toMigrate(project, settings)),
        ...(variable === undefined ? {} : { confidence: 'tentative' as const }),
        remedy: {
          summary: `Let each release migrate.${variable === undefined ? '' : ` First give \`${variable}\`: without it the database is a SQLite file, and what a release migrates on its disk is thrown away.`}`,
          code: `release: python ${scriptOf(project)} migrate --noinput`,
          language: 'text',
          path: 'Procfile',
          place: 'end',
        },
      };
    }
  },
});

/** Whether only the web line migrates, of which `heroku/migrate-in-web` tells. */
function startsMigrating(project: Project, procfile: Procfile): boolean {
  const web = procfile.entry('web');
  const release = procfile.entry('release');
  return web !== undefined && webMigration(project, web) !== undefined && !release?.invocations.some(isMigration);
}

/** Whether the release phase does not find what it starts. */
const isLost = (project: Project, app: AppJson | undefined, release: ProcfileEntry | undefined): boolean =>
  release !== undefined && startedElsewhere(project, app, release) !== undefined;

/** Whether the database is a file, as far as the settings show without what only the operator gives. */
function isSqlite(given: Settings): boolean {
  return databasesOf(given).find(({ alias }) => alias === 'default')?.product === 'SQLite';
}

/** Whether that file comes with the code: its tables arrive together with what asks for them. */
const bringsDatabase = (project: Project, given: Settings): boolean =>
  databasesOf(given).some((database) => database.alias === 'default' && committedFile(project, database) !== undefined);

function migrates(procfile: Procfile): boolean {
  return procfile.entries.some(({ invocations }) => invocations.some(isMigration));
}

/** A script or a command of one's own may migrate: its text is read where it is there, and trusted where it is not. */
function runsScript(project: Project, procfile: Procfile): boolean {
  return (procfile.entry('release')?.invocations ?? []).some((invocation) => {
    const management = managementCommandOf(invocation);
    if (management) return !['collectstatic', 'check', 'compress', 'createcachetable'].includes(management.name);
    const text = project.file(invocation.word.text.replace(/^\.\//, ''))?.text;
    return text === undefined || /\bmigrate\b/.test(text);
  });
}

function scriptOf(project: Project): string {
  return (
    project.paths
      .filter((path) => /(^|\/)manage\.py$/.test(path))
      .sort((left, right) => left.length - right.length)[0] ?? 'manage.py'
  );
}
