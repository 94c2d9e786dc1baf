/** Where the template loaders of the settings look, in their order. */
import {
  type Apps,
  isAssigned,
  isKnown,
  itemsOf,
  lookup,
  type Project,
  projectRoot,
  repositoryPath,
  type Settings,
  stringOf,
  type Template,
  type Value,
} from '@django-golive/core';
import { inside } from '../discover/searched-files.js';

/** A directory in which an engine looks for templates. */
export interface TemplateDirectory {
  /** In the repository; `''` is its root. */
  readonly path: string;
  readonly language: Template['language'];
}

/** The directories inside the repository. */
export interface TemplateDirectories {
  readonly directories: readonly TemplateDirectory[];
  /** Whether there are no others, save those of packages. */
  readonly complete: boolean;
}

/** What they are read from. */
export interface DirectoryInputs {
  readonly project: Project;
  readonly settings: Settings;
  readonly apps: Apps;
}

const engines: Readonly<Record<string, { readonly language: Template['language']; readonly folder: string }>> = {
  'django.template.backends.django.DjangoTemplates': { language: 'django', folder: 'templates' },
  'django.template.backends.jinja2.Jinja2': { language: 'jinja2', folder: 'jinja2' },
};

/** The directories of all engines. Never throws. */
export function templateDirectories(inputs: DirectoryInputs): TemplateDirectories {
  const setting = inputs.settings.get('TEMPLATES');
  // Before 1.8 other settings name them.
  const listed = isAssigned(setting) && (setting.value.kind === 'list' || setting.value.kind === 'tuple');
  const found = itemsOf(setting.value).map((engine) => directoriesOf(inputs, engine));
  return {
    directories: found.flatMap(({ directories }) => directories),
    complete: listed && found.every(({ complete }) => complete),
  };
}

function directoriesOf({ project, settings, apps }: DirectoryInputs, engine: Value): TemplateDirectories {
  const kind = engines[stringOf(lookup(engine, 'BACKEND')) ?? ''];
  const places = placesOf(engine);
  if (!kind || !places) return { directories: [], complete: false };
  const listed = lookup(engine, 'DIRS');
  const own = places.own ? itemsOf(listed).map((item) => ownDirectory(project, settings, item)) : [];
  const ofApps = (places.apps ? applications(project, settings, apps) : [])
    .map((path) => inside(path, kind.folder))
    .filter((path) => project.isDirectory(path));
  return {
    directories: [...own.flatMap((paths) => paths ?? []), ...ofApps].map((path) => ({ path, language: kind.language })),
    complete:
      !own.includes(undefined) &&
      (!places.own || listed === undefined || isKnown(listed)) &&
      (!places.apps || apps.complete),
  };
}

/** Which of its two places an engine looks in; `undefined` where its loaders are not known. */
function placesOf(engine: Value): { readonly own: boolean; readonly apps: boolean } | undefined {
  const options = lookup(engine, 'OPTIONS');
  const automatic = lookup(engine, 'APP_DIRS');
  if (options !== undefined && options.kind !== 'dict') return undefined;
  const loaders = lookup(options, 'loaders');
  if (loaders === undefined || loaders.kind === 'none') {
    if (automatic !== undefined && automatic.kind !== 'bool') return undefined;
    return { own: true, apps: automatic?.value === true };
  }
  const names = namesOf(loaders);
  const known = names.every((name) =>
    /^django\.template\.loaders\.(cached|filesystem|app_directories)\./.test(name ?? ''),
  );
  if (!known || names.length === 0) return undefined;
  const has = (part: string): boolean => names.some((name) => name?.includes(`.${part}.`));
  return { own: has('filesystem'), apps: has('app_directories') };
}

/** The loaders of a list, also those that the cached one is given. */
function namesOf(loaders: Value, depth = 0): readonly (string | undefined)[] {
  if (loaders.kind === 'str') return [loaders.value];
  if (depth > 4 || (loaders.kind !== 'list' && loaders.kind !== 'tuple')) return [undefined];
  return loaders.items.flatMap((item) => namesOf(item, depth + 1));
}

/** The directories that an entry of DIRS may be: a relative one is looked for where the server starts. `undefined` where it is not in the repository. */
function ownDirectory(project: Project, settings: Settings, entry: Value): readonly string[] | undefined {
  const text = stringOf(entry);
  if (text === undefined) return undefined;
  if (text.startsWith('/')) {
    const path = repositoryPath(text);
    return path === undefined ? undefined : [path];
  }
  const found = [
    ...new Set(['', ...settings.roots].map((root) => repositoryPath(`${projectRoot}/${inside(root, text)}`))),
  ]
    .flatMap((path) => path ?? [])
    .filter((path) => project.isDirectory(path));
  return found.length === 0 ? undefined : found;
}

/** The directories of the installed applications in the repository, also of those without a module of their own. */
function applications(project: Project, settings: Settings, apps: Apps): readonly string[] {
  return itemsOf(settings.get('INSTALLED_APPS').value).flatMap((item) => {
    const entry = stringOf(item) ?? '';
    const own = apps.own.find((app) => app.entry === entry);
    if (own) return [own.directory];
    // An entry may also be a configuration: `shop.apps.ShopConfig`.
    const modules = [entry, entry.replace(/\.apps\.\w+$/, '')].map((module) => module.replaceAll('.', '/'));
    const found = settings.roots
      .flatMap((root) => modules.map((module) => inside(root, module)))
      .find((path) => entry !== '' && project.isDirectory(path));
    return found === undefined ? [] : [found];
  });
}
