/** How the project runs on Heroku, as far as its Procfile, heroku.yml and app.json say. */
import type { Deployment, GivenVariable, Location, Process, Project, Trait } from '@django-golive/core';
import { codeUnseenIn } from '../docker/foreign-code.js';
import { type AppJson, appJson } from '../files/app-json.js';
import { type ContainerImage, imageOf } from '../files/container-image.js';
import { invocationsOf, readDockerfile } from '../files/dockerfile.js';
import { isExampleEnvFile, readEnvFile } from '../files/env-file.js';
import { type GunicornReader, gunicornFiles } from '../files/gunicorn-config.js';
import { invocationsOfLine } from '../files/invocation.js';
import { type Procfile, procfile } from '../files/procfile.js';
import { type NamedCommand, placeIn, processOf, serverIn } from '../platform/process.js';
import { variablesOfAddon } from './addon-variables.js';
import { type BuildManifest, buildManifest } from './build-manifest.js';
import { collectstaticScript } from './collectstatic.js';
import { trustsForwardedProto } from './forwarded-proto.js';
import { type PackageFiles, packageFiles } from './package-files.js';

/** The facts a deployment on Heroku is read from. */
export const deploymentNeeds = { procfile, appJson, buildManifest, packageFiles, gunicornFiles };

interface Files {
  readonly project: Project;
  readonly procfile: Procfile | undefined;
  readonly appJson: AppJson | undefined;
  readonly manifest: BuildManifest | undefined;
  readonly packages: PackageFiles;
  readonly read: GunicornReader;
}

// What heroku-buildpack-python v351 writes into .profile.d, and what every dyno has.
const dynoVariables = { DYNO: undefined, PORT: undefined };
const buildpackVariables = {
  ...dynoVariables,
  DYNO_RAM: undefined,
  WEB_CONCURRENCY: undefined,
  FORWARDED_ALLOW_IPS: '*',
  GUNICORN_CMD_ARGS: '--access-logfile -',
  PYTHONUNBUFFERED: 'true',
  PYTHONHOME: '/app/.heroku/python',
  PYTHONPATH: '/app',
  LANG: 'en_US.UTF-8',
  HOME: '/app',
};

/** The deployment. */
export function herokuDeployment(files: Files): Deployment {
  const { project, appJson, manifest } = files;
  // What heroku.yml builds is a container app: its Procfile, where there is one, is for another platform.
  const container = manifest !== undefined && manifest.dockerfiles.length > 0;
  const variables = configVars(files);
  const processes =
    container && manifest ? processesOfManifest(manifest, variables, project) : processesOfProcfile(files, variables);
  const web = files.procfile?.entry('web');
  const trusted =
    web && !container && trustsForwardedProto(serverIn(web.invocations, { project, read: files.read, variables: [] }))
      ? web.at
      : undefined;
  const traits = new Map<Trait, Location | undefined>([
    ['tls-at-proxy', undefined],
    ['host-validated', undefined],
    ['ephemeral-disk', undefined],
    ...(trusted ? [['forwarded-proto-trusted', trusted] as const] : []),
  ]);
  return {
    target: 'heroku',
    processes,
    platformVariables: container ? dynoVariables : buildpackVariables,
    documented: documentedNames(project, appJson),
    traits,
    volumes: [],
    ...(container ? {} : { root: '/app' }),
  };
}

/** What config vars the files give, and what add-ons set. */
function configVars({ appJson, manifest, packages }: Files): readonly GivenVariable[] {
  const found = new Map<string, GivenVariable>();
  const add = (variable: GivenVariable): void => {
    if (!found.has(variable.name)) found.set(variable.name, variable);
  };
  for (const variable of appJson?.variables ?? []) {
    if (
      variable.value === undefined
        ? variable.generated || variable.required
        : variable.value !== '' || variable.required
    ) {
      add({
        name: variable.name,
        value: variable.value,
        at: variable.at,
        by: 'app.json `env`',
        ...(variable.generated && variable.value === undefined ? { generated: true } : {}),
      });
    }
  }
  for (const { name, value, at } of manifest?.config ?? []) add({ name, value, at, by: 'heroku.yml `setup.config`' });
  for (const addon of [...(appJson?.addons ?? []), ...(manifest?.addons ?? [])]) {
    for (const name of variablesOfAddon(addon.service, addon.as))
      add({ name, value: undefined, at: addon.at, by: `the add-on ${addon.service}` });
  }
  // Nobody declares a driver to use SQLite on a disk that is lost every day: the add-on is attached by hand.
  if (packages.postgresDriver)
    add({
      name: 'DATABASE_URL',
      value: undefined,
      at: packages.postgresDriver,
      by: 'Heroku Postgres, which the declared driver is for',
    });
  if (packages.redisClient)
    add({
      name: 'REDIS_URL',
      value: undefined,
      at: packages.redisClient,
      by: 'Heroku Key-Value Store, which the declared client is for',
    });
  return [...found.values()];
}

function processesOfProcfile(files: Files, variables: readonly GivenVariable[]): readonly Process[] {
  const { project, procfile, read } = files;
  const file = procfile && project.file(procfile.path);
  const processes = !file
    ? []
    : procfile.entries.map((entry) => processOf({ ...entry, place: placeIn(file) }, variables, project, '', read));
  const script = collectstaticScript(project, files.appJson);
  if (!script) return processes;
  const slash = script.path.lastIndexOf('/');
  const build: Process = {
    name: 'build',
    role: 'build',
    command: `python ${script.path} collectstatic --noinput`,
    at: script.at,
    subject: 'process:build',
    directory: slash < 0 ? '' : script.path.slice(0, slash),
    variables,
  };
  return [...processes, build];
}

/** The images that Heroku builds for heroku.yml, by the process that each is for. */
export function manifestImages(
  project: Project,
  manifest: BuildManifest | undefined,
): readonly { readonly process: string; readonly image: ContainerImage }[] {
  return (manifest?.dockerfiles ?? []).flatMap(({ process, path }) => {
    const file = project.file(path);
    const dockerfile = file && readDockerfile(file);
    return dockerfile ? [{ process, image: imageOf(project, dockerfile) }] : [];
  });
}

/** Commands that heroku.yml writes out, and those that images bring; each runs in an image, and sees its variables. */
function processesOfManifest(
  manifest: BuildManifest,
  variables: readonly GivenVariable[],
  project: Project,
): readonly Process[] {
  const images = manifestImages(project, manifest);
  const imageFor = (name: string) => images.find(({ process }) => process === name) ?? images[0];
  const environmentOf = (name: string): readonly GivenVariable[] => {
    const found = imageFor(name);
    // Config vars and the platform's own win over the image's.
    const names = new Set([...Object.keys(dynoVariables), ...variables.map((variable) => variable.name)]);
    const own = [...(found?.image.variables.values() ?? [])].filter((variable) => !names.has(variable.name));
    return [
      ...own.map(
        (variable): GivenVariable => ({ ...variable, by: `\`ENV\` of \`${found?.image.dockerfile.path ?? ''}\`` }),
      ),
      ...variables,
    ];
  };
  const written = (given: { readonly name: string; readonly command: string; readonly at: Location }): Process =>
    // The words of a YAML value have no places of their own: the entry stands for them.
    ({
      ...processOf(
        { ...given, invocations: invocationsOfLine(given.command), place: () => given.at },
        environmentOf(given.name),
        project,
        undefined,
      ),
      ...codeUnseenIn(imageFor(given.name)?.image),
    });
  const brought = images.flatMap(({ process, image }): readonly Process[] => {
    const start = image.command ?? image.entrypoint;
    if (!start || manifest.run.some(({ name }) => name === process)) return [];
    const given: NamedCommand = {
      name: process,
      command: start.words?.map((word) => word.text).join(' ') ?? start.text.trim(),
      at: start.at,
      invocations: invocationsOf(start),
      place: placeIn(image.dockerfile.file),
    };
    return [{ ...processOf(given, environmentOf(process), project, undefined), ...codeUnseenIn(image) }];
  });
  return [...manifest.run.map(written), ...brought, ...(manifest.release ? [written(manifest.release)] : [])];
}

/** Names without values: example files of the root, and optional entries of app.json. */
function documentedNames(project: Project, app: AppJson | undefined): Deployment['documented'] {
  const found = new Map<string, Location>();
  for (const variable of app?.variables ?? []) if (!variable.value) found.set(variable.name, variable.at);
  for (const path of project.paths) {
    if (path.includes('/') || !isExampleEnvFile(path)) continue;
    const file = project.file(path);
    for (const line of file ? readEnvFile(file) : []) if (!found.has(line.name)) found.set(line.name, line.at);
  }
  return [...found].map(([name, at]) => ({ name, at }));
}
