/** Which files may speak of how a project runs: never installed packages, build output or migrations; tests and docs last. */
import type { Project } from '@django-golive/core';

/** Directories whose files are nobody's project: other people's code, or made by a tool. */
const foreign = new Set([
  '__pycache__',
  '__pypackages__',
  'bower_components',
  'build',
  'dist',
  'dist-packages',
  'eggs',
  'htmlcov',
  'migrations',
  'node_modules',
  'site-packages',
  'sdist',
  'vendor',
  'virtualenv',
]);

/** Directories that hold projects only to show or to test something. */
const secondary = new Set([
  'demo',
  'demos',
  'doc',
  'docs',
  'example',
  'examples',
  'fixtures',
  'sample',
  'samples',
  'test',
  'testing',
  'tests',
  'tutorial',
  'tutorials',
]);

/** Where discovery looks. */
export interface SearchedFiles {
  /** The project's own Python files, those in tests, docs and examples last. */
  readonly python: readonly string[];
  /** Whether a path lies in a directory of tests, docs or examples. */
  secondary(path: string): boolean;
}

/** The Python files of a project that discovery may look at, nearest to the root first. */
export function searchedFiles(project: Project): SearchedFiles {
  const environments = virtualEnvironments(project.paths);
  const python = project.paths
    .filter(
      (path) =>
        path.endsWith('.py') && !isForeign(path) && !environments.some((directory) => path.startsWith(directory)),
    )
    .map((path) => ({ path, rank: (isSecondary(path) ? 1000 : 0) + path.split('/').length }))
    .sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
  return { python: python.map(({ path }) => path), secondary: isSecondary };
}

/** Whether a path lies in a directory of tests, docs or examples. */
export function isSecondary(path: string): boolean {
  return directoriesOf(path).some((name) => secondary.has(name.toLowerCase()));
}

/** Whether a path lies in a directory of other people's files, or of a tool's. */
export function isForeign(path: string): boolean {
  return directoriesOf(path).some(
    (name) => foreign.has(name) || name.startsWith('.') || name.includes('{{') || name.endsWith('.egg-info'),
  );
}

/** The directories of committed virtual environments, each with a slash at its end. */
function virtualEnvironments(paths: readonly string[]): readonly string[] {
  const directories = new Set<string>();
  for (const path of paths) {
    const match =
      /^(.*?)(?:pyvenv\.cfg|bin\/activate|Scripts\/activate(?:\.bat)?|lib\/python\d[\d.]*\/.*|Lib\/site-packages\/.*)$/.exec(
        path,
      );
    const directory = match?.[1];
    if (directory !== undefined && directory !== '') directories.add(directory);
  }
  return [...directories];
}

function directoriesOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}

/** The directory of a path, `''` for the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** A path inside a directory of the project. */
export function inside(directory: string, path: string): string {
  if (directory === '') return path;
  return path === '' ? directory : `${directory}/${path}`;
}

/** A directory and its parents, nearest first, the root last. */
export function upwards(directory: string): readonly string[] {
  const parts = directory === '' ? [] : directory.split('/');
  return Array.from({ length: parts.length + 1 }, (_, dropped) => parts.slice(0, parts.length - dropped).join('/'));
}
