/** Who loads a fixture: tests, a person, or what sets production up. */
import type { Deployment } from '../../facts/deployment.js';
import type { Project } from '../../source.js';
import { isOfOtherImages } from '../other-images.js';
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
  const name = `${escaped(stem)}(\\.\\w+)?(?![\\w.-])`;
  // A list of fixtures holds texts; a command may name it bare.
  const loads = new RegExp(
    `loaddata\\b[^\\n]*(?<![\\w-])${name}|fixtures\\b([^\\n]*|\\s*=\\s*[[(][^\\])]*)['"/]${name}`,
  );
  const pieced = new RegExp(`['"/]${escaped(stem)}\\.\\w+['"]`);
  return project.paths.flatMap((one) => {
    const text = one === path ? '' : (project.file(one)?.text ?? '');
    const whole = text.search(loads);
    // A command may put the path together before, and hand on the variable.
    const index = whole < 0 && /\bloaddata\b/.test(text) && one.endsWith('.py') ? text.search(pieced) : whole;
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
  const runs = (path: string, words: RegExp): boolean =>
    [...text(path).matchAll(words)].some(({ index }) => {
      const before = text(path).slice(text(path).lastIndexOf('\n', index - 1) + 1, index);
      return !/^\s*(?:#|echo\b)/.test(before) && conditionsAround(text(path), index).length === 0;
    });
  const started = new Set([
    ...deployment.processes.map(({ at }) => at.path),
    ...project.paths.filter((path) => isDeploymentStep(path) && !isOfOtherImages(project, deployment, path)),
  ]);
  const scripts = project.paths.filter((path) => /\.(sh|bash)$/.test(path));
  for (let round = 0; round < rounds; round += 1)
    for (const path of scripts)
      if ([...started].some((one) => one !== path && runs(one, named(path)))) started.add(path);
  return loaders.some(({ path, index }) => {
    if (!path.endsWith('.py')) return started.has(path) && conditionsAround(text(path), index).length === 0;
    if (/(^|\/)migrations\//.test(path)) return true;
    const [, command] = /\/management\/commands\/(\w+)\.py$/.exec(path) ?? [];
    const ways = [
      command === undefined ? named(path) : new RegExp(`(?:manage\\.py|django-admin)["',\\s]{1,9}${command}\\b`, 'g'),
      ...tasksTo(text(path), index).map(
        (task) => new RegExp(`(?<=[\\w./-]["',\\s]{1,9})${task.replace(/_/g, '[_-]')}\\b`, 'g'),
      ),
    ];
    return [...started].some((one) => one !== path && ways.some((words) => runs(one, words)));
  });
}

/** The name of a file where a line says it. */
const named = (path: string): RegExp =>
  new RegExp(`(?<![\\w-])${escaped(path.slice(path.lastIndexOf('/') + 1))}(?![\\w-])`, 'g');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The tasks of a file (of Invoke, Fabric or Click) that come to a place in it, by themselves or through its other functions. */
function tasksTo(text: string, index: number): readonly string[] {
  const functions = [...text.matchAll(/^def (\w+)/gm)].map((match, at, all) => {
    const body = text.slice(match.index, all[at + 1]?.index);
    return {
      name: match[1] ?? '',
      decorators: decoratorsBefore(text, match.index),
      holds: match.index <= index && index < match.index + body.length,
      calls: new Set([...body.matchAll(/(?<!def )\b(\w+)\(/g)].map(([, name = '']) => name)),
    };
  });
  const reaching = new Set<string>();
  const waiting = functions.filter(({ holds }) => holds).map(({ name }) => name);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reaching.has(name) || reaching.size > most) continue;
    reaching.add(name);
    for (const one of functions) if (one.calls.has(name)) waiting.push(one.name);
  }
  return functions
    .filter(({ decorators, name }) => reaching.has(name) && /^@[\w.]*(task|command)\b/m.test(decorators))
    .map(({ name }) => name);
}

/** More functions than a file of tasks has. */
const most = 200;

/** What stands between the blank line above a function and itself. */
function decoratorsBefore(text: string, start: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n\n', start) + 2, start - 2000, 0), start);
}

/** A line that tells what a password is. */
const telling =
  /\b(?:print|echo|write|info)\b[^\n]*password\b[^\n]*?(?:\b(?:to|is)|[:=])\s*(?:(['"`])[^\s'"`{$%]{4,}\1|(?=\w*\d)\w{5,})/i;

/** Whether a program that loads it tells the password of an account. */
export function tellsPassword(project: Project, loaders: readonly Loader[]): boolean {
  const lines = loaders
    .filter((loader) => !isTest(loader) && program.test(loader.path))
    .flatMap(({ path }) => (project.file(path)?.text ?? '').split('\n'));
  return lines.some((line) => line.length < longestLine && telling.test(line));
}

/** A longer line is no program's. */
const longestLine = 400;
