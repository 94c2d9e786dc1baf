/** The string half of `pathlib` on POSIX: exact, and without a look at any file. */
import { reprText } from './python-text.js';

/** A path's anchor (`''`, `/` or `//`) and its parts. */
export interface PathParts {
  readonly root: string;
  readonly names: readonly string[];
}

/** The path of several segments: a later absolute one starts anew. */
export function pathOfSegments(segments: readonly string[]): string {
  let text = '';
  for (const segment of segments) {
    if (segment === '') continue;
    if (segment.startsWith('/')) text = segment;
    else text = text === '' || text.endsWith('/') ? text + segment : `${text}/${segment}`;
  }
  return formatPath(splitPath(text));
}

/** A path's text taken apart, with `.` and doubled slashes left out and `..` kept. */
export function splitPath(text: string): PathParts {
  const root = text.startsWith('//') && !text.startsWith('///') ? '//' : text.startsWith('/') ? '/' : '';
  return { root, names: text.split('/').filter((name) => name !== '' && name !== '.') };
}

/** The text of a path. */
export function formatPath(parts: PathParts): string {
  return parts.root + parts.names.join('/') || '.';
}

/** `.name` */
export function nameOf(text: string): string {
  return splitPath(text).names.at(-1) ?? '';
}

/** `.parent` */
export function parentOf(text: string): string {
  const { root, names } = splitPath(text);
  return formatPath({ root, names: names.slice(0, -1) });
}

/** `.parents`, nearest first. */
export function parentsOf(text: string): string[] {
  const { root, names } = splitPath(text);
  return names.map((_, index) => formatPath({ root, names: names.slice(0, names.length - 1 - index) }));
}

/** `.parts` */
export function partsOf(text: string): string[] {
  const { root, names } = splitPath(text);
  return root === '' ? [...names] : [root, ...names];
}

/** `.suffix`, as Python before 3.14 reads it: none where the only dot leads or ends the name. */
export function suffixOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 && dot < name.length - 1 ? name.slice(dot) : '';
}

/** `.suffixes` */
export function suffixesOf(name: string): string[] {
  if (name.endsWith('.')) return [];
  return name
    .replace(/^\.+/u, '')
    .split('.')
    .slice(1)
    .map((suffix) => `.${suffix}`);
}

/** `.stem` */
export function stemOf(name: string): string {
  return name.slice(0, name.length - suffixOf(name).length);
}

/** `.with_name(name)`, or the message of the ValueError. */
export function withName(
  text: string,
  name: string,
  cls = 'PosixPath',
): { readonly path: string } | { readonly error: string } {
  if (nameOf(text) === '') return { error: `${cls}(${reprText(text)}) has an empty name` };
  if (name === '' || name.includes('/') || name === '.') return { error: `Invalid name ${reprText(name)}` };
  const { root, names } = splitPath(text);
  return { path: formatPath({ root, names: [...names.slice(0, -1), name] }) };
}

/** `.with_suffix(suffix)`, or the message of the ValueError. */
export function withSuffix(
  text: string,
  suffix: string,
  cls = 'PosixPath',
): { readonly path: string } | { readonly error: string } {
  if (suffix.includes('/') || suffix === '.' || (suffix !== '' && !suffix.startsWith('.'))) {
    return { error: `Invalid suffix ${reprText(suffix)}` };
  }
  return withName(text, stemOf(nameOf(text)) + suffix, cls);
}

/** `.relative_to(other)`, or the message of the ValueError. */
export function relativeTo(text: string, other: string): { readonly path: string } | { readonly error: string } {
  const from = splitPath(text);
  const to = splitPath(other);
  if (from.root === to.root && to.names.every((name, index) => from.names[index] === name)) {
    return { path: formatPath({ root: '', names: from.names.slice(to.names.length) }) };
  }
  return {
    error: `${reprText(text)} is not in the subpath of ${reprText(other)} OR one path is relative and the other is absolute.`,
  };
}
