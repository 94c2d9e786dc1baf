/** The remedy for migrations that several containers run: a service of its own, and the others behind it. */
import { type Project, type Remedy, shownLine } from '@django-golive/core';
import type { ComposeDependency, ComposeProject, ComposeService } from '../files/compose-model.js';
import { handsOn, manageCommand } from './commands.js';
import type { Container } from './containers.js';
import { type DataKind, dataServices } from './data-services.js';

type Dependency = Pick<ComposeDependency, 'service' | 'condition'>;

/** A service that migrates with the image and environment of the first of some containers, once the database answers. */
export function migrateOnce(
  project: Project,
  compose: ComposeProject | undefined,
  migrating: readonly Container[],
  paths: readonly string[],
): Remedy {
  const own = new Set(migrating.map(({ name }) => name));
  const container = migrating.find(({ service }) => service);
  const first = container?.service;
  const databases = dataServices(compose).filter(({ kind }) => Object.hasOwn(answers, kind));
  const needed = ready(
    (first?.dependsOn ?? []).filter(({ service }) => !own.has(service)),
    databases,
  );
  const unasked = databases.filter(
    ({ service }) =>
      needed.some((one) => one.service === service.name) && (!service.healthcheck || service.healthcheck.disabled),
  );
  const done = { service: 'migrate', condition: 'service_completed_successfully' };
  const code = [
    '  migrate:',
    ...(first ? linesOf(project, first, setUp) : []),
    ...startOf(project, container),
    '    restart: "no"',
    ...waitFor(needed),
    ...unasked.flatMap(({ service, kind }) => [
      `  ${service.name}:`,
      '    healthcheck:',
      `      test: ["CMD-SHELL", "${answers[kind]?.(service.image?.text ?? '')}"]`,
      '      interval: 5s',
      '      retries: 20',
    ]),
    ...migrating.flatMap(({ name, service }) => [
      `  ${name}:`,
      ...(service ? withoutMigrate(linesOf(project, service, /^\s*command\s*:/)) : []),
      ...waitFor([...(service?.dependsOn ?? []), done]),
    ]),
  ];
  return {
    summary: `Migrate in a service of its own${first?.variables.some(({ from }) => from === 'environment') ? ` with the \`environment\` of \`${first.name}\`` : ''}, let the others wait until it has completed, and take \`migrate\` out of ${paths.map((path) => `\`${path}\``).join(', ')}.`,
    code: code.join('\n'),
    language: 'yaml',
    ...(first ? { path: first.at.path } : {}),
  };
}

/** How a database says that it takes connections: over TCP, which its first start opens only once it is set up. */
const answers: Partial<Readonly<Record<DataKind, (image: string) => string>>> = {
  PostgreSQL: () => 'pg_isready -h 127.0.0.1 -U $${POSTGRES_USER:-postgres}',
  MySQL: (image) =>
    image.includes('mariadb')
      ? 'healthcheck.sh --connect --innodb_initialized'
      : 'mysqladmin ping -h 127.0.0.1 --silent',
};

/** What a service waits for, the databases until they are healthy: an attempt of the migration before that is its last. */
function ready(
  all: readonly Dependency[],
  databases: readonly { readonly service: ComposeService }[],
): readonly Dependency[] {
  const named = new Set(databases.map(({ service }) => service.name));
  const [only, ...more] = named;
  // A migration needs its database, whether or not the service says so.
  const unsaid = only !== undefined && more.length === 0 && !all.some(({ service }) => named.has(service));
  return [...all, ...(unsaid ? [{ service: only, condition: 'service_started' }] : [])].map(
    ({ service, condition }) => ({
      service,
      condition: named.has(service) ? 'service_healthy' : condition,
    }),
  );
}

/** The command of the new service; an entrypoint that hands nothing on would start what it always starts. */
function startOf(project: Project, container: Container | undefined): readonly string[] {
  const command = `${manageCommand(container)} migrate --noinput`;
  return [
    handsOn(project, container)
      ? `    command: ${command}`
      : `    entrypoint: [${command
          .split(' ')
          .map((word) => `"${word}"`)
          .join(', ')}]`,
  ];
}

function waitFor(all: readonly Dependency[]): readonly string[] {
  if (all.length === 0) return [];
  return ['    depends_on:', ...all.flatMap((one) => [`      ${one.service}:`, `        condition: ${one.condition}`])];
}

/** The lines of a command without its migration; none where it does not stand in them, or where they hold a secret. */
function withoutMigrate(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  const left = text.replace(
    /(?:(?:poetry|uv|pipenv|pdm)\s+run\s+)?(?:[\w./-]*python[\d.]*\s+)?[\w./-]*manage\.py\s+migrate\b[^&;|]*(?:&&|;)\s*/,
    '',
  );
  return left === text || lines.some((line) => shownLine(line) !== line) ? [] : left.split('\n');
}

/** The lines of a service's keys; values of variables may be secrets and are no such. */
function linesOf(project: Project, { at }: ComposeService, keys: RegExp): readonly string[] {
  const [head = '', ...lines] = (project.file(at.path)?.text ?? '').split(/\r?\n/).slice(at.start.line - 1);
  const end = lines.findIndex((line) => line.trim() !== '' && margin(line) <= margin(head));
  const body = lines.slice(0, end < 0 ? undefined : end).filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const depth = margin(body[0] ?? '');
  let wanted = false;
  let skipped = Number.POSITIVE_INFINITY;
  return body.flatMap((line) => {
    if (margin(line) === depth && !line.trimStart().startsWith('-')) wanted = keys.test(line);
    if (margin(line) <= skipped) skipped = /^\s*args:/.test(line) ? margin(line) : Number.POSITIVE_INFINITY;
    return wanted && skipped === Number.POSITIVE_INFINITY ? [`    ${line.slice(depth)}`] : [];
  });
}

/** What says in which surroundings a service runs. */
const setUp = /^\s*(<<|build|image|env_file|networks|volumes|working_dir|secrets|configs)\s*:/;

function margin(line: string): number {
  return line.length - line.trimStart().length;
}
