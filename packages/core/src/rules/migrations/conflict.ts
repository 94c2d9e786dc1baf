/** Two last migrations in one application: `migrate` refuses to choose. */
import { apps, type InstalledApp, type Migration } from '../../facts/apps.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
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
  needs: { apps, settings },
  problems: { leaves: '`{app}` ends in {names}: no migration follows all of them.' },
  when: ({ apps, settings }) => hasFinalValues(settings) && apps.own.some((app) => app.migrations.length > 1),
  *check({ apps, settings }, { problem }) {
    for (const app of apps.own) {
      const [first, ...others] = leavesOf(app, apps.own);
      if (!app.migrated || !first || others.length === 0) continue;
      const names = [first, ...others].map(({ name }) => `\`${name}\``);
      const last = names.pop();
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
