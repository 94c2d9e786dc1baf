/** What is done otherwise where a script of the project gives the Compose file to Swarm: it builds nothing and has no `run`. */
import type { ChecklistItem, Project } from '@django-golive/core';
import type { ComposeProject } from '../files/compose-model.js';
import { newKey } from '../new-key.js';
import { shellWord } from '../shell-word.js';

/** The stack's name, where the files of the project start one of the Compose file. */
export function stackOf(project: Project, compose: ComposeProject | undefined): string | undefined {
  const names = project.paths
    .filter((path) => /(^|\/)(Makefile|[^/]+\.(sh|mk|ya?ml))$/.test(path))
    .flatMap((path) => [
      ...(project.file(path)?.text ?? '').matchAll(/\bdocker[ \t]+stack[ \t]+(?:deploy|up)\b([^\n;&|#]*)/g),
    ])
    .flatMap(([, words = '']) => {
      const named = compose?.paths.some((path) => words.includes(path.slice(path.lastIndexOf('/') + 1)));
      const last = /([\w.-]+)["']?[ \t]*$/.exec(words)?.[1];
      return named && last !== undefined && !/\.ya?ml$/.test(last) ? [last] : [];
    });
  const [only, ...others] = new Set(names);
  return others.length === 0 ? only : undefined;
}

/** What Django runs in a container that is there, and so after the stack. */
const inside = ['user', 'deploy-check', 'migrate', 'collectstatic', 'static-volume', 'administrator'];

/** Docker's checklist for a stack. `docker` is the command of Compose, `paths` its files. */
export function forSwarm(
  items: readonly ChecklistItem[],
  stack: string,
  docker: string,
  paths: readonly string[],
): readonly ChecklistItem[] {
  const files = paths.map((path) => `-c ${shellWord(path)}`).join(' ');
  const container = (service: string): string => `"$(docker ps -q -f name=${stack}_${service} | head -n 1)"`;
  const command = (text: string): string =>
    text
      .replace(/ run --rm(?: --build)? --entrypoint (\S+) (\S+)/, ' exec $2 $1')
      .replace(`${docker} run --rm `, `${docker} exec `)
      .replace(
        new RegExp(`^${docker.replace(/[^\w ]/g, '\\$&')} exec (?:-T )?(\\S+)`),
        (_, service: string) => `docker exec ${text.endsWith('createsuperuser') ? '-it ' : ''}${container(service)}`,
      );
  const [first] = items.find(({ id }) => id === 'variables')?.commands ?? [];
  const printed = first === newKey('python3') ? first : undefined;
  const changed: Readonly<Record<string, Partial<ChecklistItem>>> = {
    // A new key is printed in the same way.
    variables: {
      commands: [...(printed === undefined ? [] : [printed]), 'set -a; . ./.env; set +a'],
    },
    build: {
      text: 'Build the image from current base images and push it: Swarm builds none, and each of its nodes pulls it.',
      commands: [`${docker} build --pull`, `${docker} push`],
    },
    up: {
      text: 'Deploy the stack. Swarm reads no `.env` and heeds no `depends_on`: the shell has the variables, and what needs the database tries again until it answers.',
      commands: [`docker stack deploy --with-registry-auth ${files} ${stack}`],
    },
    healthy: {
      text: 'Every service has all of its replicas, and the logs are quiet.',
      commands: [`docker stack services ${stack}`],
    },
    // Each node keeps what it pulled, and the stack goes back as it came.
    rollback: {
      text: 'You know the way back, which does not undo migrations.',
      commands: [],
    },
    restart: { text: 'Everything comes back after a node restarts, with its data.', commands: [] },
  };
  const all = items
    .filter(({ id }) => id !== 'keep-image')
    .map((item): ChecklistItem => ({ ...item, commands: item.commands.map(command), ...changed[item.id] }));
  const after = all
    .filter(({ id }) => inside.includes(id))
    .map((item): ChecklistItem => ({ ...item, phase: 'during' }));
  // What goes into the image itself is no command to run.
  const stays = (item: ChecklistItem): boolean => !inside.includes(item.id) || item.commands.length === 0;
  return all.flatMap((item) =>
    stays(item) ? [item, ...(item.id === 'up' ? after.filter((one) => !stays(one)) : [])] : [],
  );
}
