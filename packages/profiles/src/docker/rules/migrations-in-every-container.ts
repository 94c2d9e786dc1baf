/** A migration that several containers run at the same time. */
import { defineRule, docs, minutes, project } from '@django-golive/core';
import { managementCommandOf } from '../../files/django-command.js';
import { lineAt } from '../../files/shown-line.js';
import { type Container, containers } from '../containers.js';
import { migrateOnce } from '../migrate-once.js';

export const migrationsInEveryContainer = defineRule({
  id: 'docker/migrations-in-every-container',
  title: 'Several containers migrate the database when they start',
  sound: 'At most one container migrates the database when it starts',
  category: 'database',
  severity: 'high',
  effort: minutes(45),
  risk: 'Two migrations run against each other: one fails half-way, or both do and the tables are left between two versions.',
  references: [docs('topics/migrations')],
  since: '0.1.0',
  needs: { project, containers },
  problems: {
    several: '{names} all run `migrate` when they start.',
    replicas: '`{name}` runs `migrate` when it starts, in {count} containers.',
  },
  when: ({ containers }) =>
    containers.compose !== undefined && containers.all.some(({ django, start }) => django && start.programs.length > 0),
  *check({ project, containers }, { problem }) {
    const migrating = containers.all.flatMap((container) => {
      const program = container.django
        ? container.start.programs.find(
            ({ invocation }) => managementCommandOf(invocation)?.name === 'migrate' && !invocation.conditional,
          )
        : undefined;
      return program ? [{ container, program }] : [];
    });
    const [first] = migrating;
    if (!first) return;
    const remedy = migrateOnce(
      project,
      containers.compose,
      migrating.map(({ container }) => container),
      [...new Set(migrating.map(({ program }) => program.at.path))],
    );
    // One that waits for another to be healthy or done comes after its migration.
    const waits = (name: string): boolean =>
      containers.all
        .find((container) => container.name === name)
        ?.service?.dependsOn.some(
          ({ service, condition }) =>
            condition !== 'service_started' && migrating.some(({ container }) => container.name === service),
        ) ?? false;
    const together = startedTogether(migrating.filter(({ container }) => !waits(container.name)));
    if (together.length > 1) {
      yield {
        ...problem('several', lineAt(project, first.program.at, 'migrate'), {
          names: together.map(({ container }) => `\`${container.name}\``).join(', '),
        }),
        confidence: 'firm',
        evidence: together.slice(1).map(({ container, program }) => ({
          at: program.script === undefined ? program.at : container.at,
          note: `\`${container.name}\` runs it as well.`,
        })),
        remedy,
      };
    }
    for (const { container, program } of migrating) {
      const count = container.service?.replicas ?? 1;
      if (count > 1)
        yield {
          ...problem('replicas', lineAt(project, program.at, `${container.name}:replicas`), {
            name: container.name,
            count: String(count),
          }),
          confidence: 'firm',
          remedy,
        };
    }
  },
});

/** The most that one profile starts; services whose profiles have nothing in common may be alternatives. */
function startedTogether<One extends { readonly container: Container }>(all: readonly One[]): readonly One[] {
  const profilesOf = ({ container }: One): readonly string[] => container.service?.profiles ?? [];
  return [undefined, ...new Set(all.flatMap(profilesOf))]
    .map((profile) =>
      all.filter((one) => {
        const profiles = profilesOf(one);
        return profiles.length === 0 || (profile !== undefined && profiles.includes(profile));
      }),
    )
    .reduce((most, some) => (some.length > most.length ? some : most));
}
