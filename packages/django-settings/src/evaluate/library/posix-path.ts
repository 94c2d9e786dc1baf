/** The string half of `os.path` on POSIX: exact, and without a look at any file. */

/** `posixpath.join`. */
export function join(first: string, ...rest: readonly string[]): string {
  let path = first;
  for (const part of rest) {
    if (part.startsWith('/')) path = part;
    else if (path === '' || path.endsWith('/')) path += part;
    else path += `/${part}`;
  }
  return path;
}

/** `posixpath.normpath`. */
export function normalise(path: string): string {
  if (path === '') return '.';
  const root = path.startsWith('//') && !path.startsWith('///') ? '//' : path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && parts.length === 0) || parts.at(-1) === '..') parts.push(part);
    else if (parts.length > 0) parts.pop();
  }
  return root + parts.join('/') || '.';
}

/** `posixpath.split`. */
export function split(path: string): readonly [head: string, tail: string] {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  const trimmed = head.replace(/\/+$/u, '');
  return [trimmed === '' ? head : trimmed, path.slice(at)];
}

/** `posixpath.splitext`. */
export function splitExtension(path: string): readonly [root: string, extension: string] {
  const name = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  for (let at = name; at < dot; at += 1) {
    if (path[at] !== '.') return [path.slice(0, dot), path.slice(dot)];
  }
  return [path, ''];
}

/** `posixpath.abspath`, from the working directory. */
export function absolute(path: string, working: string): string {
  return normalise(path.startsWith('/') ? path : join(working, path));
}

/** `posixpath.relpath`, from the working directory. */
export function relative(path: string, start: string, working: string): string {
  const from = absolute(start, working).split('/').filter(Boolean);
  const to = absolute(path, working).split('/').filter(Boolean);
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common += 1;
  const steps = [...from.slice(common).map(() => '..'), ...to.slice(common)];
  return steps.length === 0 ? '.' : steps.join('/');
}

/** `posixpath.commonpath`; a string says why it raises ValueError. */
export function commonPath(paths: readonly string[]): { readonly path: string } | { readonly error: string } {
  if (paths.length === 0) return { error: 'commonpath() arg is an empty sequence' };
  const rooted = new Set(paths.map((path) => path.startsWith('/')));
  if (rooted.size !== 1) return { error: "Can't mix absolute and relative paths" };
  const split = paths.map((path) => path.split('/').filter((part) => part !== '' && part !== '.'));
  const first = split.reduce((least, parts) => (compareParts(parts, least) < 0 ? parts : least));
  const last = split.reduce((most, parts) => (compareParts(parts, most) > 0 ? parts : most));
  let common = 0;
  while (common < first.length && first[common] === last[common]) common += 1;
  return { path: (rooted.has(true) ? '/' : '') + first.slice(0, common).join('/') };
}

function compareParts(left: readonly string[], right: readonly string[]): number {
  for (let at = 0; at < left.length && at < right.length; at += 1) {
    const [a, b] = [left[at] ?? '', right[at] ?? ''];
    if (a !== b) return a < b ? -1 : 1;
  }
  return left.length - right.length;
}

/** `posixpath.commonprefix`, character by character. */
export function commonPrefix(paths: readonly string[]): string {
  const [first = '', ...rest] = paths;
  let end = first.length;
  for (const path of rest) {
    let at = 0;
    while (at < end && first[at] === path[at]) at += 1;
    end = at;
  }
  return first.slice(0, end);
}
