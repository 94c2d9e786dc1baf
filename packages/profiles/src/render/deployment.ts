/** How the project runs on Render, as far as its Blueprint says: much may stand in the dashboard alone. */
import type { Deployment, GivenVariable, Location, Process, Project, Trait } from '@django-golive/core';
import { codeUnseenIn } from '../docker/foreign-code.js';
import { type ContainerImage, imageOf } from '../files/container-image.js';
import { invocationsOf, readDockerfile } from '../files/dockerfile.js';
import { documentedNames } from '../files/documented-names.js';
import type { GunicornReader } from '../files/gunicorn-config.js';
import { invocationsOfLine } from '../files/invocation.js';
import type { Blueprint, BlueprintService } from '../files/render-blueprint.js';
import { placeIn, processOf } from '../platform/process.js';
import { ownServices, variablesOf } from './services.js';

// What every service has, and what the native Python runtime adds: render-oss/skills, platform-variables.md.
const serviceVariables = {
  RENDER: 'true',
  PORT: '10000',
  IS_PULL_REQUEST: 'false',
  RENDER_EXTERNAL_HOSTNAME: undefined,
  RENDER_EXTERNAL_URL: undefined,
  RENDER_INSTANCE_ID: undefined,
  RENDER_SERVICE_ID: undefined,
  RENDER_SERVICE_NAME: undefined,
  RENDER_SERVICE_TYPE: undefined,
  RENDER_GIT_BRANCH: undefined,
  RENDER_GIT_COMMIT: undefined,
  RENDER_GIT_REPO_SLUG: undefined,
};
const pythonVariables = { ...serviceVariables, GUNICORN_CMD_ARGS: undefined, WEB_CONCURRENCY: undefined };

/** Where Render checks a repository out for a runtime that it brings itself. */
export const sourceRoot = '/opt/render/project/src';

/** The deployment. */
export function renderDeployment(project: Project, blueprint: Blueprint | undefined, read: GunicornReader): Deployment {
  const services = blueprint ? ownServices(project, blueprint) : [];
  const image = services.some(({ runtime }) => runtime === 'docker');
  const traits = new Map<Trait, Location | undefined>([
    ['tls-at-proxy', undefined],
    ['redirects-to-https', undefined],
    ['host-validated', undefined],
    ['ephemeral-disk', undefined],
  ]);
  return {
    target: 'render',
    processes: services.flatMap((service) => processesOf(service, project, read)),
    platformVariables: image ? serviceVariables : pythonVariables,
    documented: documentedNames(project),
    traits,
    volumes: services.flatMap(({ disk }) => (disk ? [disk.path] : [])),
    ...(services.length === 0 ? { volumesUnseen: true } : {}),
    ...(image ? {} : { root: sourceRoot }),
    // Without a Blueprint the dashboard may build an image instead, where there is a Dockerfile.
    ...(image || (services.length === 0 && hasDockerfile(project)) ? {} : { python: pythonOf(services) }),
  };
}

function hasDockerfile(project: Project): boolean {
  return project.paths.some((path) => /(^|\/)Dockerfile[^/]*$|\.Dockerfile$/i.test(path));
}

/** The variable before `.python-version`: https://render.com/docs/python-version. Services that differ name none. */
function pythonOf(services: readonly BlueprintService[]): NonNullable<Deployment['python']> {
  const web = services.filter(({ type }) => type === 'web');
  const named = (web.length > 0 ? web : services).map(({ variables }) =>
    variables.find(({ name }) => name === 'PYTHON_VERSION'),
  );
  const [first] = named;
  const files = ['.python-version'];
  return first?.value !== undefined && named.every((other) => other?.value === first.value)
    ? { named: { version: first.value, at: first.at }, files }
    : { files };
}

function processesOf(service: BlueprintService, project: Project, read: GunicornReader): readonly Process[] {
  const variables = variablesOf(service);
  const name = service.type === 'web' ? 'web' : service.name;
  const named = (process: string, text: string, at: Location): Process => ({
    ...processOf(
      { name: process, command: text, at, invocations: invocationsOfLine(text), place: () => at },
      variables,
      project,
      service.root,
      read,
    ),
    // The dashboard gives a service further variables.
    variablesUnseen: true,
  });
  const release = service.preDeploy ? [named('release', service.preDeploy.text, service.preDeploy.at)] : [];
  if (service.start) return [named(name, service.start.text, service.start.at), ...release];
  if (service.runtime !== 'docker') return release;
  const image = renderImage(project, service);
  if (!image) return release;
  const { file } = image.dockerfile;
  const start = image.command ?? image.entrypoint;
  if (!start) return release;
  const own = [...image.variables.values()]
    .filter((variable) => !variables.some((other) => other.name === variable.name))
    .map((variable): GivenVariable => ({ ...variable, by: `\`ENV\` of \`${file.path}\`` }));
  const brought = processOf(
    {
      name,
      command: start.words?.map((word) => word.text).join(' ') ?? start.text.trim(),
      at: start.at,
      invocations: invocationsOf(start),
      place: placeIn(file),
    },
    [...own, ...variables],
    project,
    undefined,
    read,
  );
  return [{ ...brought, ...codeUnseenIn(image), variablesUnseen: true }, ...release];
}

/** The image that Render builds for a service; `undefined` for one that it runs itself, or where the Dockerfile is not there. */
export function renderImage(project: Project, service: BlueprintService): ContainerImage | undefined {
  const file = service.runtime === 'docker' ? project.file(service.dockerfile) : undefined;
  const dockerfile = file && readDockerfile(file);
  return dockerfile && imageOf(project, dockerfile);
}
