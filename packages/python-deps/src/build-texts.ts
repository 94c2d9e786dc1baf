/** What a build runs: its files, and the scripts and targets of make in the repository that their commands run. */
import type { Deployment, Project } from '@django-golive/core';
import { settledVariables, substitute, valuesIn } from './build-variables.js';
import { originsIn } from './image-files.js';
import { builtText } from './image-stages.js';
import { makefileText } from './makefile.js';
import { directoryOf } from './project-directories.js';
import { type Run, runsOf } from './run-scripts.js';
import { type Command, type Conditions, isCertain, readShell, type ShellReading } from './shell-conditions.js';
import { decideTest } from './shell-tests.js';
import { flattened, shellRegions } from './shell-texts.js';

/** A text whose commands a build runs, with blanks in place of what it does not; every offset is the file's. */
export interface BuildText extends Pick<ShellReading, 'commands' | 'waysTo'> {
  /** `''` for a command of the deployment. */
  readonly path: string;
  /** Of the build's own file that leads to it. */
  readonly root: string;
  /** What a report calls it. */
  readonly by: string;
  readonly text: string;
  /** The directory of the repository that it is started from, as far as that can be told. */
  readonly from: string;
  /** Puts in what variables hold at an offset. */
  readonly put: (written: string, offset: number) => string;
  /** The file of the repository that a name in a command means. */
  readonly originOf: (written: string, offset: number) => string;
}

/** What the target says besides: `given` are variables of all that it starts. */
interface Surroundings extends Partial<Pick<Deployment, 'images' | 'files'>> {
  readonly given?: ReadonlyMap<string, string>;
}

/** What is asked before a command that may not run. */
export const MAYBE: Conditions = [{ at: 0, arm: 0 }];
/** Scripts that run scripts end here. */
const MOST = 60;
/** Nobody writes more of them into one file. */
const MOST_COMMANDS = 2000;

/** Reads the files, `commands` of the deployment, and what these run, each after what runs it. */
export function buildTexts(
  project: Project,
  commands: readonly string[],
  files: readonly string[],
  { images, files: chosen = [], given = new Map() }: Surroundings,
): readonly BuildText[] {
  const own = files.map((path) => ({ path, written: project.file(path)?.text ?? '', by: `\`${path}\`` }));
  const started = commands.map((written) => ({ path: '', written, by: 'a command of the deployment' }));
  const texts = [...own, ...started].map((one) => ownText(project, one, images, chosen, given));
  const seen = new Set(files.map((path) => `${path} ${false} `));
  for (const text of texts) for (const command of text.commands.slice(0, MOST_COMMANDS)) follow(text, command);
  return texts;

  function follow(caller: BuildText, command: Command): void {
    if (command.ways.length === 0 || texts.length > MOST) return;
    for (const run of runsOf(project, caller, command)) {
      const doubted = !isCertain(command.ways);
      const key = `${run.path} ${doubted} ${run.targets?.join(' ') ?? ''}`;
      if (!seen.has(key)) texts.push(calledText(project, caller, command, run, doubted, chosen));
      seen.add(key);
    }
  }
}

function ownText(
  project: Project,
  { path, written, by }: Pick<BuildText, 'path' | 'by'> & { readonly written: string },
  images: Deployment['images'] | undefined,
  chosen: readonly string[],
  given: ReadonlyMap<string, string>,
): BuildText {
  const text = builtText(project, path, written, images);
  const valuesAt = valuesIn(text);
  // What the target gives to what it starts, the image's build has not.
  const isStarted = (offset: number) =>
    path === '' || /^[^\S\n]*(?:CMD|ENTRYPOINT)\b/i.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1));
  const put: BuildText['put'] = (word, offset) => {
    if (!word.includes('$')) return word;
    return substitute(word, isStarted(offset) ? new Map([...valuesAt(offset), ...given]) : valuesAt(offset));
  };
  const origin = originsIn(project, path, text, put);
  const renamed = copiedNames(text);
  const originOf: BuildText['originOf'] = (word, offset) => {
    const { path: found, exact } = origin(word, offset);
    const clean = cleanPath(found);
    return exact ? clean : (renamed.get(clean.split('/').at(-1) ?? '') ?? clean);
  };
  return { path, root: path, by, from: directoryOf(path), put, originOf, ...readIn(project, path, text, chosen) };
}

/** A script, or targets of a Makefile, as a command runs it: where that stands, with what it is handed. */
function calledText(
  project: Project,
  caller: BuildText,
  { start }: Command,
  { path, targets, args, base }: Run,
  doubted: boolean,
  chosen: readonly string[],
): BuildText {
  const written = project.file(path)?.text ?? '';
  const made = targets && makefileText(written, targets, args);
  const text = flattened(made?.text ?? written);
  const given = made?.variables ?? new Map(args.map((word, index) => [String(index + 1), word]));
  const valuesAt = valuesIn(text);
  const put: BuildText['put'] = (word, offset) => {
    if (!word.includes('$')) return word;
    return caller.put(substitute(word, new Map([...given, ...valuesAt(offset)])), start);
  };
  const origin = originsIn(project, path, text, put, (name) =>
    caller.originOf(/^[/$]/.test(name) ? name : base + name, start),
  );
  const { commands, waysTo, ...run } = readIn(project, path, text, chosen);
  const isDoubted = doubted || made?.asks === true;
  const doubt = (ways: readonly Conditions[]) => (isDoubted ? ways.map((way) => [...MAYBE, ...way]) : ways);
  return {
    ...{ ...run, path, put, root: caller.root, from: caller.from },
    by: `\`${path}\` (run by ${caller.path === '' ? caller.by : `\`${caller.path}\``})`,
    originOf: (word, offset) => cleanPath(origin(word, offset).path),
    commands: commands.map((command) => ({ ...command, ways: [...doubt(command.ways)] })),
    waysTo: (offset) => doubt(waysTo(offset)),
  };
}

function readIn(
  project: Project,
  path: string,
  text: string,
  chosen: readonly string[],
): Pick<BuildText, 'text' | 'commands' | 'waysTo'> {
  const variables = settledVariables(project, path, text, chosen);
  const hasFile = (name: string) => !name.startsWith('/') && project.file(cleanPath(name)) !== undefined;
  const decide = (words: readonly string[]) => decideTest(words, { variables, hasFile });
  const { commands, unrun, waysTo } = readShell(text, shellRegions(path, text), decide);
  let left = '';
  for (const { start, end } of [...unrun].sort((a, b) => a.start - b.start))
    if (start >= left.length) left += text.slice(left.length, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
  return { text: left + text.slice(left.length), commands, waysTo };
}

/** `COPY requirements/production.txt requirements.txt` gives a file another name inside the image. */
function copiedNames(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const match of text.matchAll(/^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*(\S+)\s+(\S+)\s*$/gim)) {
    const [, from = '', to = ''] = match;
    const target = to.split('/').at(-1) ?? '';
    if (/\.(?:txt|in)$/.test(from) && /\.(?:txt|in)$/.test(target) && !from.endsWith(target))
      names.set(target, cleanPath(from));
  }
  return names;
}

/** A path as it stands in the repository: a directory of the image before it, of whatever name, is not known there. */
export function cleanPath(written: string): string {
  return written
    .replace(/["']/g, '')
    .replace(/^(?:\/[^$`]*)?(?:\$(?:\w+|\{\w+\}|\([^()]*\))|`[^`]*`)\//, '')
    .replace(/^(?:\.?\/)+/, '');
}
