/** A front end whose files Django or the web server hands out, and that the repository holds only as its sources. */
import { itemsOf, type Project, type Settings, stringOf } from '@django-golive/core';
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
  /** Whether its package.json says how: what installs its packages can run that by itself. */
  readonly scripted: boolean;
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
  const collected = itemsOf(settings.get('STATICFILES_DIRS').value).flatMap(
    // An entry may be a prefix and the directory.
    (entry) => repositoryPart(stringOf(itemsOf(entry)[1] ?? entry) ?? '') ?? [],
  );
  // collectstatic makes this one.
  const root = repositoryPart(stringOf(settings.get('STATIC_ROOT').value) ?? '');
  for (const missing of [...collected, ...served]) {
    if (missing === '' || missing === root || project.isDirectory(missing) || project.paths.includes(missing)) continue;
    const modules = /^(?:(.*)\/)?node_modules(?:\/|$)/.exec(missing);
    const directory = modules ? (modules[1] ?? '') : builderAbove(project, missing);
    if (directory === undefined || !project.file(inside(directory, 'package.json'))) continue;
    const [, tool = 'npm', install = 'npm install'] =
      installs.find(([lock]) => project.paths.includes(inside(directory, lock))) ?? [];
    const scripted = modules !== null || hasBuildScript(project, directory);
    const build = modules ? imageBuild(project) : [scripted ? `${tool} run build` : (taskIn(project, directory) ?? '')];
    return { directory, missing, commands: [install, ...build], scripted };
  }
  return undefined;
}

const inside = (directory: string, name: string): string => (directory === '' ? name : `${directory}/${name}`);

/** What the project's images run beside it: a program that they install for all, and scripts that build. */
function imageBuild(project: Project): readonly string[] {
  const run = project.paths.flatMap((path) =>
    /(^|\/)Dockerfile[^/]*$/.test(path)
      ? (project.file(path)?.text.match(/\bnpm install -g [\w@/.-]+|\b(?:npm|yarn|pnpm) run build[\w:-]*/g) ?? [])
      : [],
  );
  return run.some((command) => command.includes(' run '))
    ? [...new Set(run)].map((command) => command.replace(' -g ', ' --no-save '))
    : [];
}

/** The nearest directory above whose package.json has a script `build`, or beside whose package.json a program has such a task. */
function builderAbove(project: Project, path: string): string | undefined {
  for (let directory = directoryOf(path); ; directory = directoryOf(directory)) {
    const text = project.file(inside(directory, 'package.json'))?.text;
    if (text !== undefined)
      return hasBuildScript(project, directory) || taskIn(project, directory) !== undefined ? directory : undefined;
    if (directory === '') return undefined;
  }
}

function hasBuildScript(project: Project, directory: string): boolean {
  return /"build"\s*:/.test(project.file(inside(directory, 'package.json'))?.text ?? '');
}

/** What builds with the tasks of gulp or Grunt. */
function taskIn(project: Project, directory: string): string | undefined {
  const tasks = (name: string): string =>
    ['js', 'cjs', 'mjs', 'ts']
      .map((ending) => project.file(inside(directory, `${name}.${ending}`))?.text ?? '')
      .join('');
  if (
    /\b(task\(\s*['"]build['"]|exports\.build\b|export (const|function) build\b|const build\b)/.test(tasks('gulpfile'))
  )
    return 'npx gulp build';
  return /registerTask\(\s*['"]build['"]/.test(tasks('Gruntfile')) ? 'npx grunt build' : undefined;
}
