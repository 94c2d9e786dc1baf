/** A front end whose files Django or the web server hands out, and that the repository holds only as its sources. */
import { type Project, type Settings, stringOf, stringsOf } from '@django-golive/core';
import { directoryOf } from './files/paths.js';
import { repositoryPart } from './files/settings-path.js';

/** What is missing, and what makes it. */
export interface FrontEnd {
  /** The directory of its package.json; `''` for the root. */
  readonly directory: string;
  /** What the repository lacks. */
  readonly missing: string;
  /** To be run in its directory. */
  readonly commands: readonly string[];
}

const installs: readonly (readonly [lock: string, tool: string, install: string])[] = [
  ['yarn.lock', 'yarn', 'yarn install --frozen-lockfile'],
  ['pnpm-lock.yaml', 'pnpm', 'pnpm install --frozen-lockfile'],
  ['package-lock.json', 'npm', 'npm ci'],
  ['package.json', 'npm', 'npm install'],
];

/** What has to be built before static files are collected; `served` are directories of the repository that the web server opens by itself. */
export function frontEndToBuild(
  project: Project,
  settings: Settings,
  served: readonly string[] = [],
): FrontEnd | undefined {
  const collected = stringsOf(settings.get('STATICFILES_DIRS').value).flatMap((path) => repositoryPart(path) ?? []);
  // collectstatic makes this one.
  const root = repositoryPart(stringOf(settings.get('STATIC_ROOT').value) ?? '');
  for (const missing of [...collected, ...served]) {
    if (missing === '' || missing === root || project.isDirectory(missing) || project.paths.includes(missing)) continue;
    const modules = /^(?:(.*)\/)?node_modules(?:\/|$)/.exec(missing);
    const directory = modules ? (modules[1] ?? '') : builderAbove(project, missing);
    if (directory === undefined || !project.file(inside(directory, 'package.json'))) continue;
    const [, tool = 'npm', install = 'npm install'] =
      installs.find(([lock]) => project.paths.includes(inside(directory, lock))) ?? [];
    return { directory, missing, commands: modules ? [install] : [install, `${tool} run build`] };
  }
  return undefined;
}

const inside = (directory: string, name: string): string => (directory === '' ? name : `${directory}/${name}`);

/** The nearest directory above whose package.json has a script `build`. */
function builderAbove(project: Project, path: string): string | undefined {
  for (let directory = directoryOf(path); ; directory = directoryOf(directory)) {
    const text = project.file(inside(directory, 'package.json'))?.text;
    if (text !== undefined) return /"build"\s*:/.test(text) ? directory : undefined;
    if (directory === '') return undefined;
  }
}
