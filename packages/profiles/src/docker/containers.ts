/** The containers of production: each service or image with what it starts, in which role, where and with which variables. */
import {
  compareText,
  defineFact,
  type GivenVariable,
  type Location,
  type ProcessRole,
  type Project,
  project,
} from '@django-golive/core';
import { type ServerCommand, serverOf } from '../files/application-server.js';
import type { ComposeProject, ComposeService } from '../files/compose-model.js';
import { type ContainerImage, imageOf } from '../files/container-image.js';
import { roleOf } from '../files/django-command.js';
import { readDockerfile } from '../files/dockerfile.js';
import { existingPath } from '../files/existing-path.js';
import { type GunicornReader, gunicornFiles } from '../files/gunicorn-config.js';
import { secretTextOf } from '../files/secret-text.js';
import { buildOfService, type WorkflowBuild, workflowBuilds } from './built-in-workflows.js';
import { type ComposeFiles, composeFiles } from './compose-files.js';
import { isDevelopers } from './compose-profiles.js';
import {
  isForDevelopment,
  isGivenSettings,
  isNamedForDevelopment,
  isOfAnotherProject,
  isPublic,
  servesByItself,
} from './container-purpose.js';
import { type Dockerfiles, dockerfiles, isDjangoProgram, runsDjango } from './dockerfiles.js';
import { looksLikeWeb, mainProgram } from './main-program.js';
import { isForOneMachine, isSaidToBeDevelopers } from './one-machine.js';
import { publishedIn, variablesOfPublished } from './published-image.js';
import { directoryIn } from './repository-directory.js';
import { withServerFile } from './server-configuration.js';
import { type Start, type StartedProgram, startOf } from './start-programs.js';
import { isStartedForTests } from './started-for-tests.js';
import { isStartedElsewhere, isWorkplace } from './workplace.js';

/** One container. */
export interface Container {
  /** The service's name; `web` for an image by itself. */
  readonly name: string;
  readonly at: Location;
  readonly service: ComposeService | undefined;
  /** The image, where the repository builds it. */
  readonly image: ContainerImage | undefined;
  /** Whether it runs this Django project. */
  readonly django: boolean;
  readonly role: ProcessRole | undefined;
  readonly start: Start;
  /** The program it is there for. */
  readonly main: StartedProgram | undefined;
  readonly server: ServerCommand | undefined;
  /** Image, then `env_file`, then `environment`, then the command line: one a name, the winner. */
  readonly variables: readonly GivenVariable[];
  /** The directory of the repository it starts in. */
  readonly directory: string | undefined;
}

/** What production runs. */
export interface Containers {
  readonly all: readonly Container[];
  /** The Compose project they come from; `undefined` for an image by itself. */
  readonly compose: ComposeProject | undefined;
  /** A Compose file that was passed over because it starts a development environment while the image does not. */
  readonly passedOver: ComposeProject | undefined;
  /** `certain` where a name says production; a plain `compose.yaml` is taken for it. */
  readonly confidence: 'certain' | 'firm';
}

/** The containers of the project. */
export const containers = defineFact({
  id: 'containers',
  needs: { project, dockerfiles, composeFiles, gunicornFiles },
  derive({ project, dockerfiles, composeFiles, gunicornFiles }): Containers {
    return containersOf(project, dockerfiles, composeFiles, gunicornFiles);
  },
});

function containersOf(
  project: Project,
  dockerfiles: Dockerfiles,
  composeFiles: ComposeFiles,
  read: GunicornReader,
): Containers {
  const compose = composeFiles.production;
  const confidence = composeFiles.named ? ('certain' as const) : ('firm' as const);
  const image = dockerfiles.production;
  const alone = image ? containerOf(project, 'web', image.stage.at, undefined, image, read) : undefined;
  if (!compose) return { all: alone ? [alone] : [], compose: undefined, passedOver: undefined, confidence };
  const own = ownImages(project, dockerfiles, compose);
  // A plain file with a published image is often a sample for those who run it with values of their own.
  const published = composeFiles.named ? workflowBuilds(project) : [];
  const built = compose.services
    .filter(({ profiles }) => !isDevelopers(profiles))
    .map((service) =>
      containerOf(
        project,
        service.name,
        service.at,
        service,
        imageOfService(project, service, image, own, published),
        read,
      ),
    );
  // A worker of an image that is built elsewhere is Django's where a web service runs the same one.
  const images = new Set(
    built.flatMap((container) => (container.django && container.service?.image ? [container.service.image.text] : [])),
  );
  const all = built.map((container) => ({
    ...container,
    django: container.django || images.has(container.service?.image?.text ?? ''),
  }));
  const started = all.some((container) => container.django);
  const hereAlone = isForOneMachine(compose) && !isPublic(project, compose);
  const developers = () =>
    (all.some((container) => isNamedForDevelopment(project, container)) && !isPublic(project, compose)) ||
    (isWorkplace(all) && isStartedElsewhere(project)) ||
    (isSaidToBeDevelopers(project, compose) && !isPublic(project, compose)) ||
    hereAlone;
  const rehearses = () =>
    all.some((one) => isForDevelopment(project, one)) &&
    compose.paths.every((path) => isStartedForTests(project, path));
  if (started && (composeFiles.named ? rehearses() : developers())) {
    return {
      all: alone && (servesByItself(alone) || (hereAlone && !all.some(startsDevelopment))) ? [alone] : [],
      compose: undefined,
      passedOver: compose,
      confidence: 'firm',
    };
  }
  if (
    alone?.server &&
    alone.server.server !== 'runserver' &&
    (!started || (!composeFiles.named && all.some((container) => isForDevelopment(project, container))))
  ) {
    return { all: [alone], compose: undefined, passedOver: started ? compose : undefined, confidence };
  }
  return {
    all: started || !alone ? all : [{ ...alone, variables: withPublished(project, alone, compose) }],
    compose: started || !alone ? compose : undefined,
    passedOver: undefined,
    confidence,
  };
}

function startsDevelopment({ server }: Container): boolean {
  return server?.server === 'runserver' || server?.reload !== undefined;
}

/** What the image gives itself is a default: a service that runs it replaces it. */
function withPublished(project: Project, { variables }: Container, compose: ComposeProject): readonly GivenVariable[] {
  const given = new Map([...variables, ...variablesOfPublished(project, compose)].map((one) => [one.name, one]));
  return [...given.values()].sort((a, b) => compareText(a.name, b.name));
}

/** The published images that are the one Dockerfile's: a service starts Django in them, with what it holds. */
function ownImages(
  project: Project,
  { production, sole }: Dockerfiles,
  { services }: ComposeProject,
): ReadonlySet<string | undefined> {
  const starts = (service: ComposeService): boolean =>
    service.command !== undefined &&
    startOf(project, production, service).programs.some(({ invocation }) => isDjangoProgram(invocation));
  return new Set(
    production && sole
      ? services
          .filter(publishedIn(project))
          .filter(starts)
          .flatMap(({ image }) => image?.text ?? [])
      : [],
  );
}

function imageOfService(
  project: Project,
  service: ComposeService,
  production: ContainerImage | undefined,
  own: ReadonlySet<string | undefined>,
  published: readonly WorkflowBuild[],
): ContainerImage | undefined {
  const build = service.build ?? buildOfService(published, service);
  if (!build) return own.has(service.image?.text) ? production : undefined;
  const path = build.dockerfile === undefined ? undefined : existingPath(project, build.dockerfile);
  const file = path === undefined ? undefined : project.file(path);
  const dockerfile = file && (production?.dockerfile.path === path ? production?.dockerfile : readDockerfile(file));
  if (!dockerfile) return undefined;
  return imageOf(project, dockerfile, {
    ...(build.context === undefined ? {} : { context: build.context }),
    ...(build.target === undefined ? {} : { target: build.target }),
    ...(service.build === undefined ? {} : { args: service.build.args }),
  });
}

/** A container of a service, or of an image by itself. */
export function containerOf(
  project: Project,
  name: string,
  at: Location,
  service: ComposeService | undefined,
  image: ContainerImage | undefined,
  read?: GunicornReader,
): Container {
  const start = startOf(project, image, service);
  const main = mainProgram(name, start.programs);
  const django =
    (image !== undefined && runsDjango(project, image)) ||
    (start.programs.some((program) => isDjangoProgram(program.invocation)) &&
      !(image === undefined && service && isOfAnotherProject(project, service))) ||
    (image === undefined && service?.build !== undefined && isGivenSettings(project, service));
  const server = main && serverOf(main.invocation);
  const role = (main && roleOf(main.invocation)) ?? (django && looksLikeWeb(name, main) ? 'web' : undefined);
  const written: Container = {
    name,
    at,
    service,
    image,
    django,
    role,
    start,
    main,
    server,
    variables: variablesOf(name, service, image, main),
    directory: directoryIn(project, service, image, main, server),
  };
  return read ? withServerFile(project, written, read) : written;
}

function variablesOf(
  name: string,
  service: ComposeService | undefined,
  image: ContainerImage | undefined,
  main: StartedProgram | undefined,
): readonly GivenVariable[] {
  const given = new Map<string, GivenVariable>();
  for (const variable of image?.variables.values() ?? []) {
    // What lets the build run is replaced when the container starts; `docker/secret-in-image` asks whether it is.
    const stands = variable.value !== undefined && secretTextOf(variable.name, variable.value) === 'placeholder';
    given.set(variable.name, {
      name: variable.name,
      value: stands ? undefined : variable.value,
      at: variable.at,
      by: `\`ENV\` of \`${image?.dockerfile.path}\``,
    });
  }
  for (const variable of service?.variables ?? []) {
    const by =
      variable.from === 'env_file'
        ? `\`env_file\` of the service \`${name}\``
        : variable.raw !== undefined && /\$\{?\w/.test(variable.raw) && variable.value !== undefined
          ? `\`environment\` of the service \`${name}\`, with what it interpolates in the repository`
          : `\`environment\` of the service \`${name}\``;
    given.set(variable.name, { name: variable.name, value: variable.value, at: variable.at, by });
  }
  for (const assignment of main?.invocation.variables ?? []) {
    // `export X=${X:-…}` only passes on what is given already.
    if (!main || (!assignment.literal && given.has(assignment.name))) continue;
    given.set(assignment.name, {
      name: assignment.name,
      value: assignment.literal ? assignment.value : undefined,
      at: main.at,
      by: main.script ? `\`${main.script}\`` : 'its command line',
    });
  }
  return [...given.values()].sort((a, b) => compareText(a.name, b.name));
}
