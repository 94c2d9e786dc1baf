/** What .gitignore files keep out of version control, by git's own rules of patterns. */
import type { Project } from '../../source.js';

/** Whether some .gitignore of the project leaves a path out. The last pattern that matches decides. */
export function isIgnored(project: Project, path: string): boolean {
  const parts = path.split('/');
  // A directory that is left out takes everything below it along, whatever later patterns say.
  for (let depth = 1; depth <= parts.length; depth += 1) {
    if (decided(project, parts.slice(0, depth).join('/'), depth < parts.length)) return true;
  }
  return false;
}

function decided(project: Project, path: string, isDirectory: boolean): boolean {
  let ignored = false;
  const parts = path.split('/');
  for (let depth = 0; depth < parts.length; depth += 1) {
    const base = parts.slice(0, depth).join('/');
    const text = project.file(base === '' ? '.gitignore' : `${base}/.gitignore`)?.text;
    if (text === undefined) continue;
    const inner = parts.slice(depth);
    for (const line of text.split(/\r\n|\r|\n/)) {
      const pattern = patternOf(line);
      if (pattern && (isDirectory || !pattern.directory) && matchesPath(pattern.segments, inner))
        ignored = !pattern.negated;
    }
  }
  return ignored;
}

interface Pattern {
  readonly negated: boolean;
  readonly directory: boolean;
  /** Globs a path segment; `**` stands for any number of them. */
  readonly segments: readonly string[];
}

function patternOf(line: string): Pattern | undefined {
  let text = line.replace(/(?<!\\) +$/, '');
  if (text === '' || text.startsWith('#')) return undefined;
  const negated = text.startsWith('!');
  if (negated) text = text.slice(1);
  if (/^\\[#!]/.test(text)) text = text.slice(1);
  const directory = text.endsWith('/');
  if (directory) text = text.replace(/\/+$/, '');
  if (text === '') return undefined;
  const segments = text.replace(/^\//, '').split('/');
  return { negated, directory, segments: text.includes('/') ? segments : ['**', ...segments] };
}

/** Whether globs match a path's segments from end to end; each pair is looked at once. */
function matchesPath(globs: readonly string[], parts: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const [index, glob] of globs.entries()) {
    const next = new Set<number>();
    for (const from of reached) {
      if (/^\*{2,}$/.test(glob)) {
        // At the end it stands for something inside, elsewhere for any number of directories.
        const least = index === globs.length - 1 ? from + 1 : from;
        for (let to = least; to <= parts.length; to += 1) next.add(to);
      } else if (from < parts.length && matchesName(glob, parts[from] ?? '')) next.add(from + 1);
    }
    reached = next;
  }
  return reached.has(parts.length);
}

/** One segment, going back to the last star only: bounded by the product of both lengths. */
function matchesName(glob: string, name: string): boolean {
  let [at, position, star, retry] = [0, 0, -1, 0];
  while (position < name.length) {
    const step = glob[at] === '*' ? undefined : one(glob, at, name[position] ?? '');
    if (glob[at] === '*') {
      star = at;
      at += 1;
      retry = position;
    } else if (step !== undefined) {
      at = step;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      retry += 1;
      position = retry;
    } else return false;
  }
  while (glob[at] === '*') at += 1;
  return at === glob.length;
}

/** Where the glob goes on after matching one character at `at`; `undefined` where it does not match. */
function one(glob: string, at: number, character: string): number | undefined {
  const sign = glob[at];
  if (sign === undefined) return undefined;
  if (sign === '?') return at + 1;
  if (sign === '\\' && at + 1 < glob.length) return glob[at + 1] === character ? at + 2 : undefined;
  if (sign !== '[') return sign === character ? at + 1 : undefined;
  const negated = glob[at + 1] === '!' || glob[at + 1] === '^';
  const open = at + (negated ? 2 : 1);
  // A bracket that closes at once is one of the set; one that never closes matches nothing.
  const close = glob.indexOf(']', open + 1);
  if (close < 0) return undefined;
  const set = glob.slice(open, close);
  let inside = false;
  for (let index = 0; index < set.length; index += 1) {
    const [low = '', dash, high] = set.slice(index, index + 3);
    if (dash === '-' && high !== undefined) {
      inside ||= low <= character && character <= high;
      index += 2;
    } else inside ||= low === character;
  }
  return inside === negated ? undefined : close + 1;
}
