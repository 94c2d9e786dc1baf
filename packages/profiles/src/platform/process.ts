/** A command that a platform starts under a name, in the words of the deployment fact. */
import type { GivenVariable, Location, Process, ProcessRole, Project, SourceFile, Span } from '@django-golive/core';
import { type ServerCommand, serverOf } from '../files/application-server.js';
import { managementCommandOf, roleOf } from '../files/django-command.js';
import { type GunicornReader, withGunicornFile, workerClassOf } from '../files/gunicorn-config.js';
import { type Invocation, invocationsOfLine } from '../files/invocation.js';
import { normalizePath } from '../files/paths.js';

/** A command that a platform starts under a name. */
export interface NamedCommand {
  readonly name: string;
  readonly command: string;
  readonly at: Location;
  readonly invocations: readonly Invocation[];
  /** Makes locations of the spans of the invocations. */
  readonly place: (span: Span) => Location;
}

/** The program that stays: the one that decides what the process is. */
export function mainInvocation(invocations: readonly Invocation[]): Invocation | undefined {
  const certain = invocations.filter((invocation) => !invocation.conditional);
  const last = certain.findLast((invocation) => roleOf(invocation) !== undefined);
  // A server that `&` sent into the background answers the visitors, whatever stays in front.
  const behind =
    last && serverOf(last) ? undefined : certain.findLast((one) => one.background && serverOf(one) !== undefined);
  return behind ?? last ?? certain[certain.length - 1];
}

/** The server that a command starts, where it starts one. */
export function serverIn(invocations: readonly Invocation[], place?: ServerPlace): ServerCommand | undefined {
  const main = mainInvocation(invocations);
  const server = main && serverOf(main);
  return server && place ? withServerFile(server, place) : server;
}

/** Where a server starts: what its own file is found and read by. */
export interface ServerPlace {
  readonly project: Project;
  readonly read: GunicornReader;
  readonly variables: readonly GivenVariable[];
  /** The directory of the repository; the root where it is not known. */
  readonly directory?: string | undefined;
}

/** A server with what gunicorn's own file adds to its command line. */
function withServerFile(server: ServerCommand, { project, read, variables, directory }: ServerPlace): ServerCommand {
  if (server.server !== 'gunicorn') return server;
  const path = server.config?.text.replace(/^file:/, '') ?? 'gunicorn.conf.py';
  const file = project.file(normalizePath(`${directory ?? ''}/${path.replace(/^\/app\//, '')}`) ?? '');
  return file ? withGunicornFile(server, read(file, variables), variables) : server;
}

/** The process a named command makes. `variables` reach it beside those of its own line. */
export function processOf(
  given: NamedCommand,
  variables: readonly GivenVariable[],
  project: Project,
  base: string | undefined,
  read?: GunicornReader,
): Process {
  const main = mainInvocation(given.invocations);
  const place = read && { project, read, variables, directory: base };
  const server = serverIn(given.invocations, place);
  const own =
    main?.variables.map(
      (assignment): GivenVariable => ({
        name: assignment.name,
        value: assignment.literal ? assignment.value : undefined,
        at: given.place(assignment.span),
        by: `the command of ${given.name}`,
      }),
    ) ?? [];
  const all = [...variables.filter((variable) => !own.some(({ name }) => name === variable.name)), ...own];
  const application = server?.application?.literal ? applicationOf(server) : undefined;
  const option = server?.settings ?? (main && managementCommandOf(main)?.settings);
  const fromVariable = all.find(({ name }) => name === 'DJANGO_SETTINGS_MODULE');
  const settings = option?.literal
    ? { module: option.text, at: option.at ?? given.place(option.span) }
    : fromVariable?.value
      ? { module: fromVariable.value, at: fromVariable.at }
      : undefined;
  const directory = base === undefined ? undefined : directoryOfCommand(project, base, main, server);
  return {
    name: given.name,
    role: roleOfName(given.name, main),
    command: given.command,
    at: given.at,
    subject: `process:${given.name}`,
    variables: all,
    // Config vars are set on the platform.
    variablesUnseen: true,
    ...(application === undefined ? {} : { application }),
    ...(settings === undefined ? {} : { settings }),
    ...workerClassOf(server),
    ...(directory === undefined ? {} : { directory }),
  };
}

/** The process that a line of a shell makes, begun in the root of the project: for a target whose file holds such lines. */
export function processOfLine(
  line: { readonly name: string; readonly command: string; readonly at: Location },
  project: Project,
  variables: readonly GivenVariable[] = [],
): Process {
  const given = { ...line, invocations: invocationsOfLine(line.command), place: () => line.at };
  return processOf(given, variables, project, '');
}

/** `config.wsgi:application`; gunicorn takes `application` where no name is given. */
export function applicationOf(server: ServerCommand): string | undefined {
  const text = server.application?.text;
  if (text === undefined || !/^[A-Za-z_][\w.]*(:[\w.]+(\(.*\))?)?$/.test(text)) return undefined;
  if (text.includes(':')) return text;
  return server.server === 'gunicorn'
    ? `${text}:application`
    : server.server === 'uwsgi'
      ? `${text}:application`
      : undefined;
}

/** Where a command's imports begin: the directory it changes to, or the one it adds to the path. */
function directoryOfCommand(
  project: Project,
  base: string,
  main: Invocation | undefined,
  server: ServerCommand | undefined,
): string | undefined {
  const pythonPath = server?.options.get('--pythonpath') ?? main?.variables.find(({ name }) => name === 'PYTHONPATH');
  const added = pythonPath && ('text' in pythonPath ? pythonPath.text : pythonPath.value);
  const changed = server?.directory?.text ?? main?.directory;
  const paths = [changed, added?.split(/[:,]/)[0]].filter((path) => path !== undefined);
  for (const path of paths) {
    const relative = path.replace(/^(\/app|\/opt\/render\/project\/src|\$HOME|\$\{HOME\})(\/|$)/, '');
    if (/[$`]/.test(relative) || relative.startsWith('/')) return undefined;
    const directory = normalizePath(`${base}/${relative}`);
    if (directory !== undefined && project.isDirectory(directory)) return directory;
  }
  if (paths.length > 0) return undefined;
  const script = main?.program === 'manage.py' ? main.word.text : undefined;
  return script?.includes('/') ? normalizePath(`${base}/${script.slice(0, script.lastIndexOf('/'))}`) : base;
}

/** Only `web` gets requests, whatever else starts a server. */
function roleOfName(name: string, main: Invocation | undefined): ProcessRole {
  if (name === 'web' || name === 'release') return name;
  const role = main && roleOf(main);
  if (role && role !== 'web' && role !== 'release') return role;
  if (/beat|clock|schedul|cron/i.test(name)) return 'beat';
  return /work|celery|queue|rq/i.test(name) ? 'worker' : 'manage';
}

/** A place maker for a file. */
export function placeIn(file: SourceFile): (span: Span) => Location {
  return (span) => file.at(span);
}
