/** The project's own applications that INSTALLED_APPS names, as Django's registry would make them. */
import {
  type Apps,
  type InstalledApp,
  isKnown,
  itemsOf,
  lookup,
  type Project,
  type Settings,
  stringOf,
} from '@django-golive/core';
import { findModule } from '../discover/module-path.js';
import { directoryOf, inside } from '../discover/searched-files.js';
import type { SyntaxReader } from '../syntax-reader.js';
import { ancestryOf, memberOf } from './ancestry.js';
import { createDefinitions, type Definition, type Definitions, type OwnModule } from './definitions.js';
import { migrationsIn } from './migrations.js';
import { modelsOf } from './models.js';

/** What applications are read from. */
export interface AppInputs {
  readonly project: Project;
  readonly settings: Settings;
  readonly syntax: SyntaxReader;
}

/** Read them. Never throws. */
export function readApps({ project, settings, syntax }: AppInputs): Apps {
  const { roots } = settings;
  const definitions = createDefinitions(project, roots, syntax);
  const { value } = settings.get('INSTALLED_APPS');
  // A folder without `__init__.py` is a package too, unless an installed one has its name.
  const isFolder = (name: string): boolean =>
    ['apps', 'models'].some((part) => findModule(project, roots, `${name}.${part}`) !== undefined);
  const own = itemsOf(value).flatMap((item): readonly InstalledApp[] => {
    const entry = stringOf(item);
    const app = entry === undefined ? undefined : applicationOf(definitions, settings.django, entry, isFolder);
    const directory = app && packageDirectory(project, roots, app.module);
    if (entry === undefined || !app || directory === undefined) return [];
    const moved = lookup(settings.get('MIGRATION_MODULES').value, app.label);
    const plain =
      settings.get('MIGRATION_MODULES').origin !== 'assigned' ||
      (isKnown(settings.get('MIGRATION_MODULES').value) && !moved);
    const migrationsDirectory = plain ? inside(directory, 'migrations') : undefined;
    return [
      {
        entry,
        module: app.module,
        label: app.label,
        directory,
        models: modelsOf(project, definitions, roots, directory),
        migrationsDirectory,
        migrated: migrationsDirectory !== undefined && project.file(`${migrationsDirectory}/__init__.py`) !== undefined,
        migrations: migrationsDirectory === undefined ? [] : migrationsIn(project, migrationsDirectory),
      },
    ];
  });
  return { own, complete: isKnown(value) };
}

/** The module and label of an entry: a module's own `AppConfig` counts where it does for Django. */
function applicationOf(
  definitions: Definitions,
  django: string,
  entry: string,
  isFolder: (name: string) => boolean,
): { readonly module: string; readonly label: string } | undefined {
  const plain = (module: string) => ({ module, label: module.slice(module.lastIndexOf('.') + 1) });
  const config = configOf(definitions, django, entry);
  const isPackage = (name: string): boolean => definitions.named(name)?.kind === 'module' || isFolder(name);
  if (!config) return isPackage(entry) ? plain(entry) : undefined;
  const module = config.name;
  return isPackage(module) ? { ...plain(module), ...(config.label ? { label: config.label } : {}) } : undefined;
}

/**
 * The configuration of an entry. A module names its own by `default_app_config` until Django 4.1, and Django takes the only one
 * of `apps.py` by itself since 3.2.
 */
function configOf(
  definitions: Definitions,
  django: string,
  entry: string,
): { readonly name: string; readonly label: string | undefined } | undefined {
  const named = definitions.named(entry);
  if (named?.kind === 'class') return read(definitions, named.module, named.node.name);
  const chosen =
    named?.kind === 'module' && !atLeast(django, 4, 1) ? chosenConfig(definitions, named.module) : undefined;
  if (chosen?.kind === 'class') return read(definitions, chosen.module, chosen.node.name);
  const module = definitions.module(`${entry}.apps`);
  if (!module || !atLeast(django, 3, 2)) return undefined;
  const configs = definitions
    .body(module)
    .flatMap((one) => (one.kind === 'class' ? [one.name] : []))
    .map((name) => read(definitions, module, name))
    .filter((one) => one !== undefined);
  return configs.length === 1 ? configs[0] : undefined;
}

/** What a module's `default_app_config` names. */
function chosenConfig(definitions: Definitions, module: OwnModule): Definition | undefined {
  const chosen = definitions.named(`${module.name}.default_app_config`);
  return chosen?.kind === 'value' && chosen.value.kind === 'str' ? definitions.named(chosen.value.value) : undefined;
}

function atLeast(series: string, major: number, minor: number): boolean {
  const [first = 0, second = 0] = series.split('.').map(Number);
  return first > major || (first === major && second >= minor);
}

function read(
  definitions: Definitions,
  module: OwnModule,
  name: string,
): { readonly name: string; readonly label: string | undefined } | undefined {
  const found = definitions.named(`${module.name}.${name}`);
  if (found?.kind !== 'class') return undefined;
  const ancestry = ancestryOf(definitions, found.module, found.node);
  if (!ancestry.names.some((base) => base === 'django.apps.AppConfig' || base === 'django.apps.config.AppConfig'))
    return undefined;
  const text = (attribute: string): string | undefined => {
    const statement = memberOf(ancestry, attribute)?.statement;
    return statement?.kind === 'assign' && statement.value.kind === 'str' ? statement.value.value : undefined;
  };
  const app = text('name');
  return app === undefined ? undefined : { name: app, label: text('label') };
}

/** The directory of a module's package; a module that is one file has none. */
function packageDirectory(project: Project, roots: readonly string[], module: string): string | undefined {
  const path = module.replaceAll('.', '/');
  for (const root of roots) {
    const initial = inside(root, `${path}/__init__.py`);
    if (project.file(initial)) return directoryOf(initial);
  }
  return roots.map((root) => inside(root, path)).find((directory) => project.isDirectory(directory));
}
