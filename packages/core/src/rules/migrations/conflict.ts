/** Two last migrations in one application: `migrate` refuses to choose. */
import { apps, type InstalledApp, type Migration } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const conflict = defineRule({
  id: 'migrations/conflict',
  title: 'Migrations of one application part ways',
  sound: 'The migrations of each application form one line',
  category: 'database',
  severity: 'critical',
  effort: minutes(20),
  risk: '`migrate` stops with "Conflicting migrations detected", and the deployment with it.',
  references: [docs('topics/migrations', 'version-control')],
  since: '0.1.0',
  needs: { apps, project, settings },
  problems: {
    leaves: '`{app}` ends in {names}: no migration follows all of them.',
    broken: '`{app}` ends in {names}, and `{name}` waits for `{missing}`, which is not in the repository.',
  },
  when: ({ apps, settings }) => hasFinalValues(settings) && apps.own.some((app) => app.migrations.length > 1),
  *check({ apps, project, settings }, { problem }) {
    for (const app of apps.own) {
      const [first, ...others] = leavesOf(app, apps.own);
      if (!app.migrated || !first || others.length === 0) continue;
      const names = [first, ...others].map(({ name }) => `\`${name}\``);
      const last = names.pop();
      const gap = gapIn(project, app);
      if (gap) {
        const { migration, missing } = gap;
        yield {
          ...problem(
            'broken',
            { at: migration.at, subject: `migrations:${app.label}` },
            { app: app.label, names: `${names.join(', ')} and ${last}`, name: migration.name, missing },
          ),
          risk: '`migrate` stops with "NodeNotFoundError", as every other command of migrations, and the deployment with it.',
          confidence: confidenceIn(settings, settings.get('INSTALLED_APPS')),
          remedy: {
            summary: `Commit \`${missing}\` and what else is missing before it, from the machine on which it was made. Then join the ends with \`makemigrations --merge ${app.label}\`, if there are still several.`,
          },
        };
        continue;
      }
      yield {
        ...problem(
          'leaves',
          { at: first.at, subject: `migrations:${app.label}` },
          { app: app.label, names: `${names.join(', ')} and ${last}` },
        ),
        confidence: confidenceIn(settings, settings.get('INSTALLED_APPS')),
        evidence: others.map(({ name, at }) => ({ at, note: `\`${name}\` is another last one.` })),
        remedy: {
          summary: 'Look whether both change the same, then join them and commit the migration that does.',
          code: `python manage.py makemigrations --merge ${app.label}`,
          language: 'bash',
        },
      };
    }
  },
});

/** The migrations that no other of the application waits for; none where code works out what one of them waits for. */
function leavesOf(app: InstalledApp, all: readonly InstalledApp[]): readonly Migration[] {
  const { label, migrations } = app;
  const waits = all.flatMap((one) => one.migrations);
  if (waits.some((migration) => migration.dependencies === undefined)) return [];
  // A migration that replaces others stands for them, whether they are still there or not.
  const replaced = new Map(
    migrations.flatMap(({ name, replaces }) => replaces.map((one) => [one, `${label}.${name}`] as const)),
  );
  const final = (name: string): string => replaced.get(name) ?? name;
  const waitedFor = new Set(
    migrations.flatMap(({ name, dependencies = [] }) =>
      dependencies.map(final).filter((one) => one !== final(`${label}.${name}`)),
    ),
  );
  return migrations.filter(({ name }) => {
    const own = `${label}.${name}`;
    return !replaced.has(own) && !waitedFor.has(own);
  });
}

/** A migration that waits for one of its own application that is not there, under its name or as part of what replaces it. */
function gapIn(
  project: Project,
  { label, migrations }: InstalledApp,
): { readonly migration: Migration; readonly missing: string } | undefined {
  const known = new Set(migrations.flatMap(({ name, replaces }) => [`${label}.${name}`, ...replaces]));
  for (const migration of migrations) {
    for (const wanted of migration.dependencies ?? []) {
      if (!wanted.startsWith(`${label}.`) || known.has(wanted)) continue;
      const missing = wanted.slice(label.length + 1);
      // A file that is there and could not be read is no gap.
      const beside = migration.at.path.replace(/[^/]*$/, missing);
      if (!/^\d\w*$/.test(missing) || project.file(`${beside}.py`)) continue;
      return { migration, missing };
    }
  }
  return undefined;
}
