/** What a container is for, by what it names, starts and mounts: production, or the work of a developer. */
import { type Project, purposeOf } from '@django-golive/core';
import { applicationOf } from '../files/application-name.js';
import type { ComposeProject, ComposeService } from '../files/compose-model.js';
import type { Container } from './containers.js';

/** Whether a container says by a name of its own that it is for development: its settings module, Dockerfile, build, files of variables or start. */
export function isNamedForDevelopment(project: Project, container: Container): boolean {
  if (!container.django) return false;
  const module = container.variables.find((variable) => variable.name === 'DJANGO_SETTINGS_MODULE')?.value;
  const purpose = container.image && purposeOf(container.image.dockerfile.path);
  if (module !== undefined && developmentModule.test(module)) return true;
  // A default that is left as it was says less than the name of the file that makes the image.
  if (purpose === 'production') return false;
  if (module === undefined && servesDevelopment(project, container)) return true;
  if (purpose === 'development') return true;
  if (container.start.scripts.some((script) => purposeOf(script) === 'development')) return true;
  return container.service !== undefined && isServiceForDevelopment(container.service);
}

/** Whether a service says so: by its build's target or arguments, its files of variables, or the word that starts it. */
function isServiceForDevelopment({ build, envFiles, variables, command }: ComposeService): boolean {
  const purposes = envFiles.map(({ path }) => purposeOf(path));
  const [start] = command?.invocations ?? [];
  const words = [start?.program, start?.args[0]?.text];
  return (
    developmentWord.test(build?.target ?? '') ||
    [...(build?.args ?? []), ...variables].some(
      ({ name, value }) => environmentName.test(name) && developmentWord.test(value ?? ''),
    ) ||
    (purposes.includes('development') && !purposes.includes('production')) ||
    words.some((word) => word !== undefined && /^(\w+[-_:])?(dev|develop|development)$/i.test(word))
  );
}

const developmentWord = /^(dev|develop|development|local|debug)$/i;
const environmentName = /(^|_)(ENV|ENVIRONMENT|STAGE)$/i;

/** Whether what is served takes settings for development by default, while others for production lie beside them. */
function servesDevelopment(project: Project, container: Container): boolean {
  const path = startedFile(project, container);
  const text = path === undefined ? undefined : project.file(path)?.text;
  const defaults = [...(text ?? '').matchAll(/DJANGO_SETTINGS_MODULE['"]\s*,\s*['"]([\w.]+)['"]/g)].map(
    ([, name = '']) => name,
  );
  const modules = container.server?.settings ? [container.server.settings.text] : defaults;
  return (
    modules.length > 0 &&
    modules.every((module) => {
      const beside = module.slice(0, module.lastIndexOf('.') + 1).replaceAll('.', '/');
      return (
        developmentModule.test(module) &&
        project.paths.some((one) => productionModule.test(one) && one.includes(beside))
      );
    })
  );
}

/** The file that a server starts with: its application's, or the `manage.py` of the development server. */
function startedFile(project: Project, { server, directory }: Container): string | undefined {
  const path =
    server?.server === 'runserver'
      ? 'manage'
      : server && applicationOf(project, server)?.split(':')[0]?.replaceAll('.', '/');
  if (path === undefined) return undefined;
  const own = directory ? `${directory}/${path}.py` : `${path}.py`;
  return project.file(own) ? own : project.paths.find((one) => one.endsWith(`/${path}.py`));
}

const productionModule = /\/(prod|production|live|deploy)\.py$/;

/** Whether a service whose image cannot be read is told which of this project's settings to load. */
export function isGivenSettings(project: Project, { variables }: ComposeService): boolean {
  const given = variables.find(({ name, from }) => name === 'DJANGO_SETTINGS_MODULE' && from === 'environment')?.value;
  const file = given && `/${given.replaceAll('.', '/')}.py`;
  return file !== undefined && project.paths.some((path) => `/${path}`.endsWith(file));
}

/** Whether a service runs another project's image: it is built elsewhere, and told to load a package that is not here. */
export function isOfAnotherProject(project: Project, { build, image, variables }: ComposeService): boolean {
  const module = variables.find(({ name }) => name === 'DJANGO_SETTINGS_MODULE')?.value;
  const [, name] = /^(\w+)\.[\w.]+$/.exec(module ?? '') ?? [];
  if (build || !image || name === undefined) return false;
  return !project.paths.some((path) => path.endsWith('.py') && `/${path}`.includes(`/${name}/`));
}

/** Whether an image says by itself how production runs: it starts a server, or it names the settings of production. */
export function servesByItself(container: Container): boolean {
  if (container.server) return container.server.server !== 'runserver';
  const module = container.variables.find((variable) => variable.name === 'DJANGO_SETTINGS_MODULE')?.value;
  return module !== undefined && !developmentModule.test(module);
}

const developmentModule = /(^|[._])(dev|develop|development|local|debug)$/;

/** What gets a certificate of a public authority, which it gives to names on the internet alone. */
const publicCertificate =
  /^[^#\n]*(certificatesresolvers?\.[\w-]+\.acme\.|\bcertbot\/certbot\b|\bLETSENCRYPT_HOST\b|\/etc\/letsencrypt\b)/im;

/** Whether a Compose file lets the internet in by a name with a certificate: no developer's, whatever its settings are called. */
export function isPublic(project: Project, { paths }: ComposeProject): boolean {
  return paths.some((path) => publicCertificate.test(project.file(path)?.text ?? ''));
}

/** Whether a container of a Compose file without a purpose in its name starts a development environment. */
export function isForDevelopment(project: Project, container: Container): boolean {
  if (!container.django) return false;
  if (container.server?.server === 'runserver' || container.server?.reload) return true;
  if (isNamedForDevelopment(project, container)) return true;
  const debug = container.service?.variables.find((variable) => /^(DJANGO_)?DEBUG$/.test(variable.name))?.value;
  if (debug === undefined || !/^(1|true|yes|on)$/i.test(debug)) return false;
  // Debug mode by mistake looks like production in all else: it restarts and does not mount the source.
  return (
    container.service?.restart === undefined ||
    container.service.mounts.some((mount) => mount.path !== undefined && mount.kind === 'bind')
  );
}
