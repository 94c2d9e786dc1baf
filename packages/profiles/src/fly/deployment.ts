/** How the project runs on Fly.io, as far as fly.toml and the image say. */
import type { Deployment, Location, Process, Project, Trait } from '@django-golive/core';
import { codeUnseenIn } from '../docker/foreign-code.js';
import { leftOut } from '../docker/left-out.js';
import { startOf } from '../docker/start-programs.js';
import { type ContainerImage, repositoryRoot } from '../files/container-image.js';
import { roleOf } from '../files/django-command.js';
import { documentedNames } from '../files/documented-names.js';
import type { FlyConfig } from '../files/fly-config.js';
import type { GunicornReader } from '../files/gunicorn-config.js';
import { invocationsOfLine } from '../files/invocation.js';
import { type NamedCommand, processOf } from '../platform/process.js';
import { machineVariablesOf } from './machine-variables.js';
import { ownProxy } from './own-proxy.js';

// What every machine has: https://fly.io/docs/machines/runtime-environment/
const machineVariables = {
  FLY_APP_NAME: undefined,
  FLY_MACHINE_ID: undefined,
  FLY_ALLOC_ID: undefined,
  FLY_REGION: undefined,
  FLY_PUBLIC_IP: undefined,
  FLY_PRIVATE_IP: undefined,
  FLY_IMAGE_REF: undefined,
  FLY_MACHINE_VERSION: undefined,
  FLY_PROCESS_GROUP: undefined,
  FLY_VM_MEMORY_MB: undefined,
  PRIMARY_REGION: undefined,
};

/** The deployment. */
export function flyDeployment(
  project: Project,
  config: FlyConfig | undefined,
  image: ContainerImage | undefined,
  read: GunicornReader,
): Deployment {
  const traits = new Map<Trait, Location | undefined>([
    ['tls-at-proxy', undefined],
    ['ephemeral-disk', undefined],
    ...(config?.forcesHttps ? [['redirects-to-https', config.forcesHttps] as const] : []),
  ]);
  const root = image && repositoryRoot(image);
  const processes = config ? processesOf(project, config, image, read) : [];
  const own = config?.port && ownProxy(project, config.port.number);
  // Both believe what a neighbour on the same machine says, unless they are told otherwise.
  const trusting = processes.some(({ command }) =>
    /\b(gunicorn|uvicorn)\b(?!.*forwarded-allow-ips)/.test(command ?? ''),
  );
  if (own?.keepsScheme && trusting) traits.set('forwarded-proto-trusted', own.at);
  return {
    target: 'fly',
    processes,
    platformVariables: machineVariables,
    documented: documentedNames(project),
    traits,
    volumes: config?.mounts.map(({ text }) => text) ?? [],
    ...(config ? {} : { volumesUnseen: true }),
    ...(image && config?.target !== undefined ? { images: [image.stage.at] } : {}),
    leftOut: leftOut(project, image),
    served: config?.statics ?? [],
    ...(root === undefined ? {} : { root }),
  };
}

function processesOf(
  project: Project,
  config: FlyConfig,
  image: ContainerImage | undefined,
  read: GunicornReader,
): readonly Process[] {
  const variables = machineVariablesOf(config, image);
  const process = (given: NamedCommand): Process => ({
    ...processOf(given, variables, project, undefined, read),
    ...codeUnseenIn(image),
    // Secrets are set with `fly secrets`, where no file shows them.
    variablesUnseen: true,
  });
  const written = (name: string, command: string, at: Location): Process =>
    process({ name, command, at, invocations: invocationsOfLine(command), place: () => at });
  const release = config.release ? [written('release', config.release.text, config.release.at)] : [];
  if (config.processes.length > 0)
    return [
      ...config.processes.map(({ name, text, at }) =>
        written(config.served.length === 0 || config.served.includes(name) ? 'web' : name, text, at),
      ),
      ...release,
    ];
  if (!image) return release;
  const start = startOf(project, image, undefined);
  // Of an entrypoint that prepares and starts, the server counts; what a script that is not there starts is not known.
  const main =
    start.programs.findLast(({ invocation }) => !invocation.conditional && roleOf(invocation) === 'web') ??
    start.programs.at(-1);
  if (!main || start.opaque) return release;
  const { word, args } = main.invocation;
  return [
    process({
      name: 'web',
      command: [word, ...args].map(({ text }) => text).join(' '),
      at: main.at,
      invocations: [main.invocation],
      place: () => main.at,
    }),
    ...release,
  ];
}
