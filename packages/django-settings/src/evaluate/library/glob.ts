/** `glob` over the repository: which files there are is known, their order is the file system's. */
import { fn, type Machine, type NativeModule, textOf } from '../native.js';
import { iterator, list, type PyValue, str } from '../value.js';
import { absolutePath, repositoryPath } from './project-files.js';

/** The module `glob`. */
export const globModule: NativeModule = {
  standard: true,
  load: () => ({
    glob: fn('glob.glob', '(pathname, *, root_dir=, dir_fd=, recursive=, include_hidden=)', (machine, args) => {
      if (args.get('pathname').kind !== 'str') return machine.unmodelled(noText);
      if (args.some('root_dir') ?? args.optional('recursive')) return someFiles(machine);
      return globbed(machine, args.get('pathname'));
    }),
    iglob: fn('glob.iglob', '(pathname, *, root_dir=, dir_fd=, recursive=, include_hidden=)', (machine, args) => {
      if (args.get('pathname').kind !== 'str') return machine.unmodelled(noText);
      const found = globbed(machine, args.get('pathname'));
      return found.kind === 'list' ? iterator('generator', found.items) : found;
    }),
    escape: fn('glob.escape', '(pathname)', (machine, args) => {
      const text = textOf(args.get('pathname'));
      return text === undefined ? machine.unmodelled(noText) : str(text.replace(/[*?[]/gu, '[$&]'));
    }),
  }),
};

const noText = 'a pattern that is no text is not modelled';

function someFiles(machine: Machine): PyValue {
  return list([machine.unknown('which files there are depends on the host', { type: 'str', many: true })]);
}

function globbed(machine: Machine, value: PyValue): PyValue {
  const pattern = textOf(value);
  const found = pattern === undefined ? undefined : globFiles(machine, pattern);
  if (!found) return someFiles(machine);
  if (found.length > 1) {
    // Without an order, only what holds for every order is certain: here, nothing about places.
    return list([machine.unknown('the order of files is the file system’s', { type: 'str', many: true })]);
  }
  return list(found.map((path) => str(path)));
}

/** The deployed files and directories that match, in sorted order; `undefined` outside of the repository. `hidden`: wildcards match a leading dot. */
export function globFiles(machine: Machine, pattern: string, hidden = false): readonly string[] | undefined {
  const full = absolutePath(machine, pattern);
  const inside = full === undefined ? undefined : repositoryPath(machine, full);
  if (inside === undefined || inside.includes('**')) return undefined;
  const matcher = matcherOf(inside, hidden);
  if (!matcher) return undefined;
  const candidates = new Set<string>();
  for (const path of machine.project.paths) {
    if (machine.project.tracked(path) === false) continue;
    const parts = path.split('/');
    for (let count = 1; count <= parts.length; count += 1) candidates.add(parts.slice(0, count).join('/'));
  }
  const prefix = full === pattern ? `${machine.root}/` : undefined;
  // A relative pattern gives relative paths.
  const own = pattern.slice(0, pattern.length - inside.length);
  return [...candidates]
    .filter((path) => matcher.test(path))
    .sort()
    .map((path) => (prefix ?? own) + path);
}

/** `fnmatch` rules part by part: in `glob`, not in `pathlib`, a leading dot must be matched by a dot. */
function matcherOf(pattern: string, hidden: boolean): RegExp | undefined {
  const parts = pattern.split('/').map((part) => {
    let out = hidden || part.startsWith('.') ? '' : '(?!\\.)';
    for (let at = 0; at < part.length; at += 1) {
      const char = part[at] ?? '';
      const close = char === '[' ? part.indexOf(']', at + 2) : -1;
      if (char === '*') out += '[^/]*';
      else if (char === '?') out += '[^/]';
      else if (close > 0) {
        const inner = part
          .slice(at + 1, close)
          .replaceAll('\\', '\\\\')
          .replace(/^!/u, '^');
        out += `[${inner}]`;
        at = close;
      } else out += char.replace(/[.+^${}()|[\]\\]/gu, '\\$&');
    }
    return out;
  });
  try {
    return new RegExp(`^${parts.join('/')}$`, 'u');
  } catch {
    // A set such as `[z-a]` that no file name fits.
    return undefined;
  }
}
