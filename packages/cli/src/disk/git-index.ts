/** Which files git tracks, read from its index file: git itself is never run, since a repository can make it run code. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The tracked paths below `root`, relative to it; `undefined` where there is no index that can be read. */
export function readTracked(root: string): ReadonlySet<string> | undefined {
  const top = topOf(root);
  if (top === undefined) return undefined;
  try {
    const prefix = relative(top, root).split(sep).join('/');
    const paths = parseIndex(readFileSync(join(top, '.git', 'index')));
    if (!paths) return undefined;
    if (prefix === '') return new Set(paths);
    return new Set(paths.filter((path) => path.startsWith(`${prefix}/`)).map((path) => path.slice(prefix.length + 1)));
  } catch {
    return undefined;
  }
}

/** The nearest directory upwards that holds `.git` as a directory. */
function topOf(root: string): string | undefined {
  for (let directory = root; ; directory = dirname(directory)) {
    try {
      if (statSync(join(directory, '.git')).isDirectory()) return directory;
    } catch {
      // not here: go up
    }
    if (dirname(directory) === directory) return undefined;
  }
}

/** The paths of an index, versions 2 to 4 (git's Documentation/gitformat-index); `undefined` for anything else. */
export function parseIndex(bytes: Uint8Array): readonly string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0) !== 0x44495243) return undefined;
  const version = view.getUint32(4);
  if (version < 2 || version > 4) return undefined;
  const count = view.getUint32(8);
  const decoder = new TextDecoder();
  const paths: string[] = [];
  let offset = 12;
  let previous = new Uint8Array(0);
  for (let entry = 0; entry < count; entry += 1) {
    if (offset + 62 > bytes.length) return undefined;
    const extended = version >= 3 && (view.getUint16(offset + 60) & 0x4000) !== 0;
    let name = offset + (extended ? 64 : 62);
    let kept = 0;
    if (version === 4) {
      const strip = readVariable(bytes, name);
      name = strip.next;
      kept = Math.max(0, previous.length - strip.value);
    }
    const end = bytes.indexOf(0, name);
    if (end < 0) return undefined;
    const path = new Uint8Array(kept + end - name);
    path.set(previous.subarray(0, kept));
    path.set(bytes.subarray(name, end), kept);
    paths.push(decoder.decode(path));
    previous = path;
    offset = version === 4 ? end + 1 : offset + (((name - offset + (end - name) + 8) >> 3) << 3);
  }
  return paths;
}

/** Git's offset encoding of a variable-width integer. */
function readVariable(bytes: Uint8Array, start: number): { readonly value: number; readonly next: number } {
  let at = start;
  let byte = bytes[at] ?? 0;
  let value = byte & 0x7f;
  while (byte & 0x80) {
    at += 1;
    byte = bytes[at] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, next: at + 1 };
}
