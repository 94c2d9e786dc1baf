/** What the settings say of static files: which storage writes them, and who hands them out. */
import type { Deployment } from '../../facts/deployment.js';
import type { Setting, Settings } from '../../facts/settings.js';
import type { Truth, Value } from '../../facts/value.js';
import { holds, isAssigned, itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { isServerFile } from '../../server-files.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { middlewareOf } from '../settings/middleware.js';
import { isWithin, repositoryPath } from '../structure/repository-path.js';

export const staticfilesApp = 'django.contrib.staticfiles';
export const whitenoiseMiddleware = 'whitenoise.middleware.WhiteNoiseMiddleware';

/** Whether the application that collects static files is installed. */
export function collects(settings: Settings): Truth {
  return holds(settings.get('INSTALLED_APPS').value, staticfilesApp);
}

/** Packages that bring a collectstatic of their own, which leaves the disk alone or goes other ways. */
const withCommand = /^(cloudinary_storage|collectfasta?)(\.|$)/;

/** Whether `manage.py collectstatic` may be another command than Django's: that of an application named before it wins. */
export function replacesCollectstatic(project: Project, settings: Settings): boolean {
  const apps = stringsOf(settings.get('INSTALLED_APPS').value);
  const before = apps.slice(0, Math.max(0, apps.indexOf(staticfilesApp)));
  return (
    before.some((app) => withCommand.test(app)) ||
    project.paths.some((path) => path.endsWith('/management/commands/collectstatic.py'))
  );
}

/** The directory of an entry of STATICFILES_DIRS, which may carry a prefix; `undefined` where it is not known. */
export function sourceDirectory(entry: Value): string | undefined {
  return stringOf(entry.kind === 'tuple' || entry.kind === 'list' ? entry.items[1] : entry);
}

/** The directories that a setting of static files or uploads names: one, or the sources of STATICFILES_DIRS. */
export function directoriesIn(setting: Setting): readonly string[] {
  const entries = setting.name === 'STATICFILES_DIRS' ? itemsOf(setting.value) : [setting.value];
  return entries.flatMap((entry) => sourceDirectory(entry) ?? []).filter((directory) => directory !== '');
}

/** The storage of static files by its dotted name; `undefined` where it is not known. */
export function staticStorage(settings: Settings): string | undefined {
  const storages = settings.get('STORAGES');
  const legacy = settings.get('STATICFILES_STORAGE');
  // From 5.1 on nothing reads the old setting.
  if (isAssigned(legacy) && !isAssigned(storages) && !atLeastSeries(settings.django, '5.1'))
    return stringOf(legacy.value);
  const chosen = lookup(lookup(storages.value, 'staticfiles'), 'BACKEND');
  if (isAssigned(storages)) return stringOf(chosen);
  return stringOf(chosen) ?? stringOf(legacy.value) ?? 'django.contrib.staticfiles.storage.StaticFilesStorage';
}

/** Whether a storage writes into STATIC_ROOT of this machine. Storages of other packages may not. */
export function writesLocally(storage: string | undefined): boolean {
  return (
    storage !== undefined && /^(django\.contrib\.staticfiles\.storage|whitenoise\.(storage|django))\./.test(storage)
  );
}

/** Whether a storage renames files by their content and refuses names it did not collect. */
export function keepsManifest(storage: string | undefined): boolean {
  return (
    storage === 'django.contrib.staticfiles.storage.ManifestStaticFilesStorage' ||
    storage === 'whitenoise.storage.CompressedManifestStaticFilesStorage' ||
    storage === 'whitenoise.django.GzipManifestStaticFilesStorage'
  );
}

/** Who hands out static files: somebody that the files show, certainly nobody, or that is not to be seen. */
export type Server = 'somebody' | 'nobody' | 'unseen';

const urls = /(^|\/)(\w+_)?(urls|wsgi|asgi)(_\w+)?\.py$|(^|\/)urls\/[^/]+\.py$/;

/** Whether a file routes requests or holds the application that a process serves. */
function answers(name: string, { processes }: Deployment): boolean {
  const served = processes.flatMap(({ application }) => application?.split(':')[0]?.replaceAll('.', '/') ?? []);
  return urls.test(name) || served.some((path) => `/${name}`.endsWith(`/${path}.py`));
}

/** Whether the platform's proxy serves the directory that is collected into, where that is known, under the URL that pages name. */
function servesCollected({ served = [], root }: Deployment, settings: Settings, url: string): boolean {
  const text = stringOf(settings.get('STATIC_ROOT').value);
  const inside = text === undefined || text.startsWith('/') ? repositoryPath(text ?? '') : text;
  const collected = inside === undefined ? text : root === undefined ? undefined : `${root}/${inside}`;
  return served.some(
    ({ prefix, directory }) =>
      isWithin(`/${url}`, `/${prefix}`) && (collected === undefined || isWithin(collected, directory)),
  );
}

/** Who serves the static files, as far as the repository shows. */
export function staticServer(project: Project, settings: Settings, deployment: Deployment): Server {
  const middleware = middlewareOf(settings).value;
  const entries = itemsOf(middleware).map(stringOf);
  if (
    isOpen(middleware) ||
    entries.some((entry) => entry === undefined || /whitenoise|static|servestatic|cdn/i.test(entry))
  )
    return 'somebody';
  if (
    stringsOf(settings.get('INSTALLED_APPS').value).some((app) =>
      /^(storages|cloudinary_storage|whitenoise\.django)$/.test(app),
    ) &&
    !writesLocally(staticStorage(settings))
  )
    return 'somebody';
  if (!writesLocally(staticStorage(settings))) return 'somebody';
  const url = stringOf(settings.get('STATIC_URL').value);
  if (url === undefined || /^(https?:)?\/\//.test(url)) return 'somebody';
  const path = url.replace(/^\/|\/$/g, '');
  if (deployment.traits.has('serves-static') || servesCollected(deployment, settings, path)) return 'somebody';
  for (const name of project.paths) {
    if (isServerFile(name) && mentions(project, name, path)) return 'somebody';
    if (
      answers(name, deployment) &&
      /django\.views\.static|\bserve\b|WhiteNoise\(|\bCling\(|StaticFilesHandler|DjangoWhiteNoise/.test(
        project.file(name)?.text ?? '',
      )
    )
      return 'somebody';
  }
  if (
    deployment.processes.some(({ command }) =>
      /--static-map|--check-static|--static-path|--static-mount/.test(command ?? ''),
    )
  )
    return 'somebody';
  // Behind a platform's router stands the application alone; on other machines a server may be set up by hand.
  return deployment.traits.has('ephemeral-disk') && !deployment.traits.has('containers') ? 'nobody' : 'unseen';
}

function mentions(project: Project, name: string, path: string): boolean {
  const text = project.file(name)?.text ?? '';
  return /static/i.test(text) || (path !== '' && text.includes(path));
}

export function isOpen(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'choice';
}

/** Targets that hold static files against their own servers, in rules of their own. */
const judgedThere = new Set(['apache-ubuntu', 'nginx-gunicorn', 'pythonanywhere']);

/** Whether the target's own rules judge who serves static files. */
export function judgedByTarget({ target }: Deployment): boolean {
  return judgedThere.has(target);
}

/** The first file with commands, or about them, that names collectstatic. */
export function collectstaticFile(project: Project): string | undefined {
  return project.paths.find(
    (path) => deployFile.test(path) && /\bcollectstatic\b/.test(project.file(path)?.text ?? ''),
  );
}

const deployFile =
  /(^|\/)(Dockerfile[\w.-]*|[\w.-]*\.Dockerfile|Procfile[\w.-]*|Makefile|justfile|Justfile|Taskfile\.ya?ml|fabfile\.py|tasks\.py|[^/]*\.(sh|bash|ya?ml|toml|json|cfg|ini)|README[\w.-]*|[^/]*\.md|[^/]*\.rst|[^/]*\.txt|entrypoint|start|build|deploy)$/;
