/** A migration that several containers run at the same time. */
import { defineRule, docs, minutes, type Project, project, type Remedy } from '@django-golive/core';
import type { ComposeService } from '../../files/compose-model.js';
import { managementCommandOf } from '../../files/django-command.js';
import { lineAt } from '../../files/shown-line.js';
import { type Container, containers } from '../containers.js';

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
    const remedy = remedyFor(
      project,
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
    const together = migrating.filter(({ container }) => !waits(container.name));
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

/** A service that migrates with the image and environment of the first of them, and the others behind it. */
function remedyFor(project: Project, migrating: readonly Container[], paths: readonly string[]): Remedy {
  const own = new Set(migrating.map(({ name }) => name));
  const first = migrating.find(({ service }) => service)?.service;
  const needed = (first?.dependsOn ?? []).filter(({ service }) => !own.has(service));
  const waiting = migrating.flatMap(({ name, service }) => [
    `  ${name}:`,
    ...waitFor([...(service?.dependsOn ?? []), { service: 'migrate', condition: 'service_completed_successfully' }]),
  ]);
  const code = [
    '  migrate:',
    ...(first ? setUpOf(project, first) : []),
    '    command: python manage.py migrate --noinput',
    '    restart: "no"',
    ...waitFor(needed),
    ...waiting,
  ];
  return {
    summary: `Migrate in a service of its own${first?.variables.some(({ from }) => from === 'environment') ? ` with the \`environment\` of \`${first.name}\`` : ''}, let the others wait until it has completed, and take \`migrate\` out of ${paths.map((path) => `\`${path}\``).join(', ')}.`,
    code: code.join('\n'),
    language: 'yaml',
    ...(first ? { path: first.at.path } : {}),
  };
}

function waitFor(all: readonly { readonly service: string; readonly condition: string }[]): readonly string[] {
  if (all.length === 0) return [];
  return ['    depends_on:', ...all.flatMap((one) => [`      ${one.service}:`, `        condition: ${one.condition}`])];
}

/** The lines of a service that say what it runs in; values of variables may be secrets and are left out. */
function setUpOf(project: Project, { at }: ComposeService): readonly string[] {
  const [head = '', ...lines] = (project.file(at.path)?.text ?? '').split(/\r?\n/).slice(at.start.line - 1);
  const end = lines.findIndex((line) => line.trim() !== '' && margin(line) <= margin(head));
  const body = lines.slice(0, end < 0 ? undefined : end).filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const depth = margin(body[0] ?? '');
  let wanted = false;
  let skipped = Number.POSITIVE_INFINITY;
  return body.flatMap((line) => {
    if (margin(line) === depth && !line.trimStart().startsWith('-')) wanted = setUp.test(line);
    if (margin(line) <= skipped) skipped = /^\s*args:/.test(line) ? margin(line) : Number.POSITIVE_INFINITY;
    return wanted && skipped === Number.POSITIVE_INFINITY ? [`    ${line.slice(depth)}`] : [];
  });
}

const setUp = /^\s*(<<|build|image|env_file|networks|volumes|working_dir|secrets|configs)\s*:/;

function margin(line: string): number {
  return line.length - line.trimStart().length;
}
