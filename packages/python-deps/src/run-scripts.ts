/** Which scripts of the repository, and which targets of a Makefile, a command runs. */
import type { Project } from '@django-golive/core';
import type { BuildText } from './build-texts.js';
import type { Command } from './shell-conditions.js';

/** Something of the repository that a command runs. */
export interface Run {
  readonly path: string;
  /** Of a Makefile: what is made, none for its first target. */
  readonly targets?: readonly string[];
  /** What it is handed: words of a script, assignments of make. */
  readonly args: readonly string[];
  /** The directory that it is told to work in, `''` or with a slash behind it. */
  readonly base: string;
}

const SHELL = /^(?:.*\/)?(?:(?:ba|da|k|z)?sh|source|\.)$/;
/** What starts the program behind it, by itself or with a word of its own. */
const LAUNCHER = /^(?:(?:.*\/)?(?:sudo|exec|time|env|nice|nohup|tini|dumb-init|command)|-.*|\w+=.*)$/;
const LAUNCHER_OF_TWO = /^(?:.*\/)?(?:gosu|su-exec|setuser|timeout)$/;

/** Names of scripts that try things or serve developers: what they install is often thrown away, and no site runs with it. */
const TRIES = /(?:^|[/._-])(?:tests?|testing|checks?|lint|docs?|dev)(?:[/._-]|$)/i;

/** What a command runs, in its order; nothing where that does not lie in the repository. */
export function runsOf(project: Project, caller: BuildText, command: Command): readonly Run[] {
  return programsOf(caller.text.slice(command.start, command.end), command.words).flatMap((written) => {
    const words = written.map((word) => word.replace(/["']/g, ''));
    let at = 0;
    let byShell = false;
    for (; at < words.length; at += 1) {
      const word = words[at] ?? '';
      if (SHELL.test(word)) byShell = true;
      else if (LAUNCHER_OF_TWO.test(word)) at += 1;
      else if (!LAUNCHER.test(word)) break;
    }
    const put = (word: string) => caller.put(word, command.start);
    const program = put(words[at] ?? '');
    const rest = words.slice(at + 1);
    if (/^(?:(?:.*\/)?g?make|\$\{MAKE\})$/.test(program)) return makesOf(rest.map(put));
    const isScript = /\.(?:ba|da|k|z)?sh$/.test(program);
    if (!isScript && !byShell && !program.includes('/')) return [];
    const path = scriptAt(caller.originOf(program, command.start), isScript);
    if (path === undefined || TRIES.test(path)) return [];
    const isShell = isScript || byShell || /^#![^\n]*\b(?:ba|da|k|z)?sh\b/.test(project.file(path)?.text ?? '');
    return isShell ? [{ path, args: rest.map(put), base: '' }] : [];
  });

  /** The file itself; where that is not there, the only one of a script's name. */
  function scriptAt(path: string, isScript: boolean): string | undefined {
    const near = [path, caller.from === '' ? path : `${caller.from}/${path}`].find((each) => project.file(each));
    if (near !== undefined || !isScript) return near;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const [only, ...others] = project.paths.filter((each) => each === name || each.endsWith(`/${name}`));
    return others.length === 0 ? only : undefined;
  }

  function makesOf(args: readonly string[]): readonly Run[] {
    const option = (name: string) => args[args.indexOf(name) + 1] ?? '';
    const base = args.includes('-C') ? `${option('-C').replace(/\/$/, '')}/` : '';
    const names = args.includes('-f') ? [option('-f')] : ['GNUmakefile', 'makefile', 'Makefile'];
    const path = names.map((name) => caller.originOf(base + name, command.start)).find((each) => project.file(each));
    if (path === undefined) return [];
    const targets = args.filter((word, at) => /^[^-=]+$/.test(word) && !/^-[Cf]$/.test(args[at - 1] ?? ''));
    return [{ path, targets, args: args.filter((word) => /^\w+=/.test(word)), base }];
  }
}

/** The words of each program: of the command itself, of a list of texts, or of the line that a shell is given. */
function programsOf(text: string, words: readonly string[]): readonly (readonly string[])[] {
  const listed = text.startsWith('[') ? listOf(text) : undefined;
  const line = listed?.find((word, at) => /\s/.test(word) && /^-\w*c$/.test(listed[at - 1] ?? ''));
  return line === undefined ? [listed ?? words] : line.split(/&&|\|\||;/).map((part) => part.trim().split(/\s+/));
}

function listOf(text: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((word) => typeof word === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
