/** How the project's containers are spoken of in commands: Compose with its files, the image of a service, `manage.py` inside. */
import type { Project } from '@django-golive/core';
import type { ComposeProject, ComposeService } from '../files/compose-model.js';
import { managementCommandOf } from '../files/django-command.js';
import { directoryOf } from '../files/paths.js';
import { shellWord } from '../shell-word.js';
import type { Container } from './containers.js';
import { emptyingPrograms } from './emptied-at-start.js';
import type { StartedProgram } from './start-programs.js';

/** The image that Compose starts a service from: its own name, or the one that Compose gives what it builds. */
export function imageNameOf(project: Project, compose: ComposeProject, service: ComposeService): string {
  if (service.image) return service.image.text;
  const [first = ''] = compose.paths;
  const named = compose.paths.flatMap(
    (path) => /^name:[ \t]*(["']?)([\w.-]+)\1[ \t]*(?:#.*)?$/m.exec(project.file(path)?.text ?? '')?.[2] ?? [],
  );
  const directory = directoryOf(first).split('/').pop() || project.name;
  const name = (named.at(-1) ?? directory).toLowerCase().replace(/[^a-z0-9_-]+/g, '');
  return `${name}-${service.name}`;
}

/** `docker compose`, with the files that it does not find by itself. */
export function composeCommand(compose: ComposeProject): string {
  const [only] = compose.paths;
  const found = compose.paths.length === 1 && /^(docker-)?compose\.ya?ml$/.test(only ?? '');
  return found ? 'docker compose' : `docker compose ${compose.paths.map((path) => `-f ${shellWord(path)}`).join(' ')}`;
}

/** How `manage.py` is run inside the container, in the way that the container itself does. */
export function manageCommand(web: Container | undefined): string {
  const program = web?.start.programs.find(({ invocation }) => invocation.program === 'manage.py')?.invocation;
  return program ? `${program.python ? 'python ' : ''}${shellWord(program.word.text)}` : 'python manage.py';
}

/** The script of the entrypoint that migrates, where one does: a command given to `run` comes after it, not in its place. */
export function migratingEntrypoint(container: Container): string | undefined {
  return inEntrypoint(
    container,
    container.start.programs.filter(({ invocation }) => managementCommandOf(invocation)?.name === 'migrate'),
  );
}

/** The one that empties the database: before whatever is given to `run`. */
export function emptyingEntrypoint(container: Container): string | undefined {
  return inEntrypoint(container, emptyingPrograms(container.start));
}

function inEntrypoint({ image, service }: Container, programs: readonly StartedProgram[]): string | undefined {
  const entrypoint = service?.entrypoint?.text ?? image?.entrypoint?.text ?? '';
  return programs.find(
    ({ script }) => script !== undefined && entrypoint.includes(script.slice(script.lastIndexOf('/') + 1)),
  )?.script;
}
