/** How the project's containers are spoken of in commands: Compose with its files, the image of a service, `manage.py` inside. */
import type { Project } from '@django-golive/core';
import type { ComposeProject, ComposeService } from '../files/compose-model.js';
import type { ContainerImage } from '../files/container-image.js';
import { invocationsOf } from '../files/dockerfile.js';
import { directoryOf } from '../files/paths.js';
import { shellWord } from '../shell-word.js';
import type { Container } from './containers.js';

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
  const { programs = [], never = [] } = web?.start ?? {};
  const runs = web?.image?.instructions.filter(({ keyword }) => keyword === 'RUN').flatMap(invocationsOf) ?? [];
  const found = [...[...programs, ...never].map(({ invocation }) => invocation), ...runs].find(
    ({ program }) => program === 'manage.py',
  );
  if (!found) return `${pythonOf(web?.image)} manage.py`;
  const { launchers, interpreter, directory, word } = found;
  const around = launchers.filter((one) => /^(poetry|pipenv|pdm|uv)$/.test(one)).map((one) => `${one} run `);
  const path = directory === undefined || /[$]/.test(directory) || word.text.startsWith('/') ? '' : `${directory}/`;
  return `${around.join('')}${interpreter === undefined ? '' : `${interpreter} `}${shellWord(path + word.text)}`;
}

/** The Python of an image: what a distribution installs is called `python3` alone. */
function pythonOf(image: ContainerImage | undefined): string {
  const own = image?.instructions.some(({ text }) => /python-is-python3|\bvenv\b|pyenv|conda/.test(text));
  return !own && /^([\w./-]+\/)?(ubuntu|debian|alpine|fedora)(:|@|$)/.test(image?.base.image ?? '')
    ? 'python3'
    : 'python';
}

/** Whether a command that is given to `run` is run, and not what the entrypoint always starts. */
export function handsOn(project: Project, container: Container | undefined): boolean {
  const { service, image, start } = container ?? {};
  const entrypoint = service?.entrypoint ?? image?.entrypoint;
  if (!entrypoint || start?.opaque) return true;
  // A shell takes the words for its own, and does nothing with them.
  if (!service?.entrypoint && !image?.entrypoint?.words) return false;
  const programs = service?.entrypoint?.invocations ?? (image?.entrypoint && invocationsOf(image.entrypoint)) ?? [];
  return (
    programs.length === 0 || (start?.scripts ?? []).some((path) => reachesItsWords(project.file(path)?.text ?? ''))
  );
}

/** Whether a script comes to the words that it is given: a server that it starts before, outside of every condition, never ends. */
function reachesItsWords(script: string): boolean {
  const lines = script.split(/\r?\n/);
  const handing = lines.findIndex((line) => /\$[@*]|\$\{[@*]/.test(line));
  return (
    handing >= 0 &&
    !lines
      .slice(0, handing)
      .some((line) =>
        /^(exec\s+)?((poetry|uv|pipenv|pdm)\s+run\s+)?(gunicorn|uwsgi|daphne|uvicorn|hypercorn|celery|python[\d.]*\s+\S*manage\.py\s+runserver)\b(?!.*&\s*$)/.test(
          line,
        ),
      )
  );
}
