/** Who loads a fixture: tests, a person, or what sets production up. */
import type { Deployment } from '../../facts/deployment.js';
import type { Project } from '../../source.js';
import { conditionsAround, isDeploymentStep } from './deployment-step.js';

const testFile = /(^|\/)(tests?|testing)\/.*\.py$|(^|\/)(test_[^/]*|[^/]*_tests?|tests?|conftest)\.py$/;
const program = /\.(py|sh|bash)$|(^|\/)(Makefile|Procfile|Dockerfile)$/;
const rounds = 4;

/** A file that loads a fixture, and where in its text. */
export interface Loader {
  readonly path: string;
  readonly index: number;
}

/** The files that load it: a command or a page of instructions would name it on a line of `loaddata`. */
export function loadersOf(project: Project, path: string): readonly Loader[] {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const name = `${stem.replace(/[.+]/g, '\\$&')}(\\.\\w+)?(?![\\w.-])`;
  // A list of fixtures holds texts; a command may name it bare.
  const loads = new RegExp(
    `loaddata\\b[^\\n]*(?<![\\w-])${name}|fixtures\\b([^\\n]*|\\s*=\\s*[[(][^\\])]*)['"/]${name}`,
  );
  return project.paths.flatMap((one) => {
    const index = one === path ? -1 : (project.file(one)?.text.search(loads) ?? -1);
    return index < 0 ? [] : [{ path: one, index }];
  });
}

export const isTest = ({ path }: Loader): boolean => testFile.test(path);

/** The one that a person or a server runs, as opposed to tests and to texts for people. */
export function programOf(loaders: readonly Loader[]): Loader | undefined {
  return loaders.find((loader) => !isTest(loader) && program.test(loader.path));
}

/** Whether what starts production comes to one of them, as far as names on command lines lead. */
export function isStarted(project: Project, deployment: Deployment, loaders: readonly Loader[]): boolean {
  const text = (path: string): string => project.file(path)?.text ?? '';
  const runs = (path: string, words: string): boolean =>
    [...text(path).matchAll(new RegExp(`^(?!\\s*(?:#|echo\\b)).*?${words}`, 'gm'))].some(
      ({ index }) => conditionsAround(text(path), index).length === 0,
    );
  const started = new Set([
    ...deployment.processes.map(({ at }) => at.path),
    ...project.paths.filter(isDeploymentStep),
  ]);
  const scripts = project.paths.filter((path) => /\.(sh|bash)$/.test(path));
  for (let round = 0; round < rounds; round += 1)
    for (const path of scripts)
      if ([...started].some((one) => one !== path && runs(one, `[\\w./"'-]*(?<![\\w-])${nameOf(path)}\\b`)))
        started.add(path);
  return loaders.some(({ path, index }) => {
    if (!path.endsWith('.py')) return started.has(path) && conditionsAround(text(path), index).length === 0;
    if (/(^|\/)migrations\//.test(path)) return true;
    const [, command] = /\/management\/commands\/(\w+)\.py$/.exec(path) ?? [];
    const ways = [
      ...(command === undefined ? [nameOf(path)] : [`(?:manage\\.py|django-admin)["',\\s]+${command}\\b`]),
      ...tasksTo(text(path), index).map((task) => `(?:^|\\s|["';&])[\\w./-]+["',\\s]+${task.replace(/_/g, '[_-]')}\\b`),
    ];
    return [...started].some((one) => one !== path && ways.some((words) => runs(one, words)));
  });
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\./g, '\\.');

/** The tasks of a file (of Invoke, Fabric or Click) that come to a place in it, by themselves or through its other functions. */
function tasksTo(text: string, index: number): readonly string[] {
  const functions = [...text.matchAll(/^((?:@[^\n]*(?:\n[ \t)}\]][^\n]*)*\n)*)def (\w+)/gm)].map((match, at, all) => ({
    decorators: match[1] ?? '',
    name: match[2] ?? '',
    start: match.index,
    end: all[at + 1]?.index ?? text.length,
  }));
  const reaching = new Set(functions.flatMap(({ start, end, name }) => (start <= index && index < end ? [name] : [])));
  for (const _round of functions)
    for (const { start, end, name } of functions)
      if ([...reaching].some((one) => text.slice(start, end).search(new RegExp(`(?<!def )\\b${one}\\(`)) >= 0))
        reaching.add(name);
  return functions
    .filter(({ decorators, name }) => reaching.has(name) && /^@[\w.]*(task|command)\b/m.test(decorators))
    .map(({ name }) => name);
}

/** Whether a program that loads it tells the password of an account. */
export function tellsPassword(project: Project, loaders: readonly Loader[]): boolean {
  return loaders.some(
    (loader) =>
      !isTest(loader) &&
      program.test(loader.path) &&
      /\b(?:print|echo|write|info)\b[^\n]*password\b[^\n]*?(?:\b(?:to|is)|[:=])\s*(?:(['"`])[^\s'"`{$%]{4,}\1|(?=\w*\d)\w{5,})/i.test(
        project.file(loader.path)?.text ?? '',
      ),
  );
}
