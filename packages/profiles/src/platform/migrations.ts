/** Whether a database needs `migrate` at all: the project's own migrations, and those of Django's own applications. */
import { databasesOf, hasFinalValues, type Project, type Settings, stringsOf } from '@django-golive/core';

/** Django's applications that have migrations of their own (`django/contrib/<name>/migrations`, the same since Django 1.7). */
const contrib = /^django\.contrib\.(admin|auth|contenttypes|flatpages|redirects|sessions|sites)(\.|$)/;

/** What `migrate` has to do: `own` for migrations of the repository, else the installed applications of Django that have some. */
export type ToMigrate = 'own' | readonly string[];

/** Empty where nothing has to be migrated, or no file shows it. */
export function toMigrate(project: Project, settings: Settings): ToMigrate {
  if (project.paths.some((path) => /(^|\/)migrations\/\d+_\w+\.py$/.test(path))) return 'own';
  if (!hasFinalValues(settings)) return [];
  const main = databasesOf(settings).find(({ alias }) => alias === 'default');
  // A file of SQLite is made where it is used, and without a database there are no tables.
  if (!main?.product || main.product === 'SQLite') return [];
  const apps = stringsOf(settings.get('INSTALLED_APPS').value).flatMap((name) => contrib.exec(name)?.[1] ?? []);
  return [...new Set(apps)].map((name) => `django.contrib.${name}`);
}

/** Whether there is anything to migrate. */
export const needsMigrations = (project: Project, settings: Settings): boolean =>
  toMigrate(project, settings).length > 0;

/** What happens where only Django's own tables are missing; nothing where the rule's own risk holds. */
export function riskWithout(found: ToMigrate): { readonly risk?: string } {
  if (found === 'own') return {};
  const names = found.slice(0, 3).map((name) => `\`${name}\``);
  return {
    risk: `The tables of ${names.join(', ')} are not there until somebody migrates by hand, nor are those of a newer Django: what asks for them ends in a server error.`,
  };
}
