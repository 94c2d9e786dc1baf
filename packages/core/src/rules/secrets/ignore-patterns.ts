/** The patterns of .gitignore that keep out every environment file in use: those that are read, and those that Compose hands on. */
import type { Project } from '../../source.js';
import { isEnvironmentFile } from './environment-files.js';
import { isIgnored } from './gitignore.js';

const composeFile = /(^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/i;
const suffixed = /^\.env\../;

/** Patterns for files, and for those of Compose that nothing leaves out yet, a line each. */
export function ignorePatterns(project: Project, paths: readonly string[]): string {
  const handedOn = composeEnvironmentFiles(project).filter((path) => !isIgnored(project, path));
  const names = [...new Set([...paths, ...handedOn].map(nameOf))];
  if (!names.some((name) => suffixed.test(name))) return names.join('\n');
  // What others copy from, and the files for tests, match the pattern too and have to stay.
  const kept = project.paths.map(nameOf).filter((name) => suffixed.test(name) && !isEnvironmentFile(name));
  const others = names.filter((name) => name !== '.env' && !suffixed.test(name));
  return ['.env', '.env.*', ...others, ...[...new Set(kept)].map((name) => `!${name}`)].join('\n');
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The files that `env_file` names in Compose files, in whichever of its three forms. */
function composeEnvironmentFiles(project: Project): readonly string[] {
  return project.paths
    .filter((path) => composeFile.test(path))
    .flatMap((path) => {
      const directory = path.slice(0, path.lastIndexOf('/') + 1);
      const text = project.file(path)?.text ?? '';
      const entries = text.matchAll(/^[ \t]*env_file:[ \t]*(.*(?:\r?\n[ \t]*(?:-|path:|required:|format:|#).*)*)/gm);
      return [...entries].flatMap(([, entry = '']) =>
        (entry.replace(/#.*/g, '').match(/[\w./-]+/g) ?? []).map((name) => `${directory}${name.replace(/^\.\//, '')}`),
      );
    })
    .filter(isEnvironmentFile);
}
