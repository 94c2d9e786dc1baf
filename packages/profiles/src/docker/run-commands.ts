/** What runs one command of the project in a container, past an entrypoint that does more than hand it on. */
import type { Project } from '@django-golive/core';
import { managementCommandOf } from '../files/django-command.js';
import { shellWord } from '../shell-word.js';
import { handsOn, manageCommand } from './commands.js';
import type { Container } from './containers.js';
import { emptyingPrograms } from './emptied-at-start.js';
import type { StartedProgram } from './start-programs.js';

/** The beginnings of the commands, and what is to be said of migrations that the start brings. */
export interface RunCommands {
  /** Inside of the container. */
  readonly manage: string;
  /** For a command that does something. */
  readonly once: string;
  /** For one that only looks. */
  readonly check: string;
  /** A sentence with a blank before it, or nothing. */
  readonly migrated: string;
}

/** `docker`: the command of Compose, or the name of the image where there is none. */
export function runCommands(
  project: Project,
  web: Container | undefined,
  docker: string,
  composed: boolean,
): RunCommands {
  const manage = manageCommand(web);
  const [program = '', ...words] = manage.split(' ');
  const start = composed ? `${docker} run --rm` : 'docker run --rm --env-file .env';
  const name = composed ? shellWord(web?.name ?? 'web') : docker;
  const run = `${start} ${name} ${manage}`;
  const runPast = [start, '--entrypoint', program, name, ...words].join(' ');
  // An entrypoint runs before whatever `run` is given: what it migrates is migrated by a mere check as well.
  const migrating = web && migratingStart(web);
  const never = web && neverMigrating(web);
  const emptying = web && emptyingEntrypoint(web);
  const once = emptying === undefined && handsOn(project, web) ? run : runPast;
  return {
    manage,
    once,
    check: migrating?.always ? runPast : once,
    migrated:
      emptying !== undefined
        ? ` \`${emptying}\` empties the database at each start: take that out and build again first.`
        : migrating !== undefined
          ? ` \`${migrating.path}\` does so at each start${migrating.always && once === run ? ', of this command too' : ''}.`
          : never === undefined
            ? ''
            : ` \`${never}\` does not: what it asks before its \`migrate\` never holds.`,
  };
}

const migrates = ({ invocation }: StartedProgram): boolean => managementCommandOf(invocation)?.name === 'migrate';

/** What migrates at each start: the script or the Dockerfile, and whether the entrypoint does so before any command. */
function migratingStart(container: Container): { readonly path: string; readonly always: boolean } | undefined {
  const found = container.start.programs.filter((one) => migrates(one) && !one.invocation.conditional);
  const always = inEntrypoint(
    container,
    found.filter(({ byWords }) => !byWords),
  );
  const path = always ?? found[0]?.at.path;
  return path === undefined ? undefined : { path, always: always !== undefined };
}

/** The script that holds a migration which what the container is given never comes to. */
function neverMigrating({ start }: Container): string | undefined {
  return start.never.find(migrates)?.script;
}

/** The one that empties the database: before whatever is given to `run`. */
function emptyingEntrypoint(container: Container): string | undefined {
  return inEntrypoint(
    container,
    emptyingPrograms(container.start).filter(({ byWords }) => !byWords),
  );
}

function inEntrypoint({ image, service }: Container, programs: readonly StartedProgram[]): string | undefined {
  const entrypoint = service?.entrypoint?.text ?? image?.entrypoint?.text ?? '';
  return programs.find(
    ({ script }) => script !== undefined && entrypoint.includes(script.slice(script.lastIndexOf('/') + 1)),
  )?.script;
}
