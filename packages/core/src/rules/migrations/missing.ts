/** Models that no migration makes a table for. */
import { type Apps, apps, type InstalledApp, type Model } from '../../facts/apps.js';
import { deployment } from '../../facts/deployment.js';
import { type EntryPoints, entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { holds, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { userModelClash } from '../auth/user-models.js';
import { databasesOf } from '../database/databases.js';
import { isIgnored } from '../secrets/gitignore.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { namedModules, whereIs } from '../structure/named-modules.js';
import { deployLines, managementArguments } from './deploy-files.js';

export const missing = defineRule({
  id: 'migrations/missing',
  title: 'An application has models and no migrations',
  sound: 'Every application with models has migrations',
  category: 'database',
  severity: 'critical',
  effort: minutes(15),
  risk: '`migrate` makes no tables for these models: every page that uses one is a server error.',
  references: [docs('topics/migrations', 'adding-migrations-to-apps')],
  since: '0.1.0',
  needs: { apps, deployment, entryPoints, project, settings },
  problems: {
    none: '`{app}` has {models}, and `{directory}` holds no migration.',
    package: '`{directory}` has migrations and no `__init__.py`: Django takes `{app}` for an application without any.',
  },
  // Where the deployment makes migrations itself, or git is told to leave them out, that is a finding of its own.
  when: ({ apps, deployment, project, settings }) =>
    hasFinalValues(settings) &&
    apps.own.some((app) => tables(app).length > 0) &&
    // That all have them is said where git hands on those of each.
    (lacking(apps, project, settings).length > 0 ||
      (apps.complete && apps.own.every((app) => arrives(project, app)))) &&
    ![...deployLines(project, deployment)].some(({ text }) => makesTables(text)),
  *check({ apps, entryPoints, project, settings }, { problem }) {
    const installed = settings.get('INSTALLED_APPS');
    for (const { app, directory, first, others } of lacking(apps, project, settings)) {
      const about = { at: first.at, subject: `migrations:${app.label}` };
      const models = `the model \`${first.name}\`${others.length > 0 ? ` and ${others.length} more` : ''}`;
      yield {
        ...(app.migrations.length > 0
          ? problem('package', about, { app: app.label, directory })
          : problem('none', about, { app: app.label, models, directory })),
        confidence: confidenceIn(settings, installed),
        ...(stopsMigrate(project, settings, app)
          ? {
              risk: '`migrate` stops: `AUTH_USER_MODEL` lies in this application, and tables of others refer to it. The site gets no tables at all.',
            }
          : { severity: 'high' as const }),
        evidence: [{ at: installed.at, note: `\`INSTALLED_APPS\` names \`${app.entry}\`.` }],
        remedy: {
          summary:
            app.migrations.length > 0
              ? 'Add an empty `__init__.py` to the directory and commit it.'
              : `Make the migrations where the models are changed, and commit them.${absent(project, settings, entryPoints)}${clash(project, settings, apps)}`,
          code:
            app.migrations.length > 0
              ? `touch ${directory}/__init__.py`
              : `python manage.py makemigrations ${app.label}`,
          language: 'bash',
        },
      };
    }
  },
});

/** An application without migrations, and the models that need them. */
interface Lacking {
  readonly app: InstalledApp;
  readonly directory: string;
  readonly first: Model;
  readonly others: readonly Model[];
}

function lacking(apps: Apps, project: Project, settings: Settings): readonly Lacking[] {
  return apps.own.flatMap((app) => {
    const [first, ...others] = tables(app);
    const directory = app.migrationsDirectory;
    if (!first || directory === undefined || (app.migrated && app.migrations.length > 0)) return [];
    // Before 1.9 `migrate`, and before 1.7 `syncdb`, made the tables of an application without migrations.
    if (!atLeastSeries(settings.django, '1.9') && !project.isDirectory(directory)) return [];
    return isIgnored(project, `${directory}/0001_initial.py`) ? [] : [{ app, directory, first, others }];
  });
}

/** Whether a checkout has the migrations that an application needs: one that git follows, in a package that it follows. */
function arrives(project: Project, app: InstalledApp): boolean {
  const directory = app.migrationsDirectory;
  if (tables(app).length === 0) return true;
  if (directory === undefined) return false;
  const followed = (path: string) => project.tracked(path) ?? !isIgnored(project, path);
  return (
    project.tracked(`${directory}/__init__.py`) !== false && app.migrations.some(({ at: { path } }) => followed(path))
  );
}

/** `makemigrations` starts Django, which an application that is not there keeps from it. */
function absent(project: Project, settings: Settings, entryPoints: EntryPoints): string {
  const missing = namedModules(settings).find(
    ({ setting, module }) =>
      setting.name === 'INSTALLED_APPS' && whereIs(project, entryPoints, module).kind === 'missing',
  );
  return missing === undefined
    ? ''
    : ` Before that, \`${missing.entry}\` has to be there, or to go from \`INSTALLED_APPS\`: Django does not start without it.`;
}

/** `makemigrations` runs all checks. */
function clash(project: Project, settings: Settings, apps: Apps): string {
  const found = userModelClash(project, settings, apps);
  return found === undefined
    ? ''
    : ` Before that, set \`AUTH_USER_MODEL = '${found.app.label}.${found.model.name}'\`: \`makemigrations\` stops without it.`;
}

/** Whether another application's migrations wait for the users' table, of which no migration is there to make it. */
function stopsMigrate(project: Project, settings: Settings, app: InstalledApp): boolean {
  const [label] = (stringOf(settings.get('AUTH_USER_MODEL').value) ?? '').split('.');
  const waits =
    holds(settings.get('INSTALLED_APPS').value, 'django.contrib.admin') === 'yes' ||
    project.paths.some(
      (path) =>
        /\/migrations\/\d\w*\.py$/.test(path) &&
        project.file(path)?.text.includes('swappable_dependency(settings.AUTH_USER_MODEL)'),
    );
  if (label !== app.label || !waits) return false;
  // Of a package without files Django finds no first migration; of no package at all, a server of its own finds no table.
  const databases = databasesOf(settings);
  return (
    app.migrated ||
    (databases.length > 0 && databases.every(({ product }) => product !== undefined && product !== 'SQLite'))
  );
}

const tables = (app: InstalledApp) => app.models.filter(({ managed }) => managed);

const makesTables = (line: string): boolean =>
  managementArguments(line, 'makemigrations') !== undefined || /--run-syncdb\b/.test(line);
