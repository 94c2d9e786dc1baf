/** The patterns of .gitignore that keep out every environment file in use: those that are read, and those that Compose hands on. */
import { type Location, lineSpan, type Project } from '../../source.js';
import { isEnvironmentFile } from './environment-files.js';
import { isIgnored } from './gitignore.js';

const composeFile = /(^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/i;
const suffixed = /^\.env\../;

/** Patterns for files, and for those of Compose that nothing leaves out yet, a line each. */
export function ignorePatterns(project: Project, paths: readonly string[]): string {
  const handedOn = composeEnvironmentFiles(project)
    .map(({ path }) => path)
    .filter((path) => !isIgnored(project, path));
  const names = [...new Set([...paths, ...handedOn].map(nameOf))];
  if (!names.some((name) => suffixed.test(name))) return names.join('\n');
  // What others copy from, and the files for tests, match the pattern too and have to stay.
  const kept = project.paths.map(nameOf).filter((name) => suffixed.test(name) && !isEnvironmentFile(name));
  const others = names.filter((name) => name !== '.env' && !suffixed.test(name));
  return ['.env', '.env.*', ...others, ...[...new Set(kept)].map((name) => `!${name}`)].join('\n');
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** An environment file that Compose hands on, and the line that names it. */
export interface HandedOn {
  readonly path: string;
  readonly by: Location;
}

/** The files that `env_file` names in Compose files, in whichever of its three forms. */
export function composeEnvironmentFiles(project: Project): readonly HandedOn[] {
  return project.paths
    .filter((path) => composeFile.test(path))
    .flatMap((compose) => {
      const directory = compose.slice(0, compose.lastIndexOf('/') + 1);
      const file = project.file(compose);
      if (!file) return [];
      const entries = file.text.matchAll(
        /^[ \t]*env_file:[ \t]*(.*(?:\r?\n[ \t]*(?:-|path:|required:|format:|#).*)*)/gm,
      );
      return [...entries].flatMap(({ index, 0: whole, 1: entry = '' }) => {
        const start = index + whole.length - entry.length;
        return [...entry.replace(/#.*/g, (text) => ' '.repeat(text.length)).matchAll(/[\w./-]+/g)].map((match) => {
          const line = file.text.slice(0, start + match.index).split('\n').length;
          return { path: `${directory}${match[0].replace(/^\.\//, '')}`, by: file.at(lineSpan(file.text, line)) };
        });
      });
    })
    .filter(({ path }) => isEnvironmentFile(path));
}
