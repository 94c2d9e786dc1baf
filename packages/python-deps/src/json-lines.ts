/**
 * Reads the JSON of a Pipfile.lock. pipenv gives each key a line of its own, by its depth further in, so that in a broken file the
 * lines tell what belongs to what where brackets no longer do.
 */
import { isTable, type TomlTable } from './toml.js';

/** The values, as far as they could be read. */
export interface JsonLines {
  /** Absent where nothing could be read. */
  readonly root?: TomlTable;
  /** The lines, from 1, at which something was lost. */
  readonly lost: readonly number[];
}

interface Line {
  readonly number: number;
  readonly depth: number;
  readonly text: string;
}

/** A key with the lines below it, or lines whose key is lost. */
interface Entry {
  readonly head: Line;
  readonly below: Line[];
  readonly headless: boolean;
}

/** No Pipfile.lock is deeper. */
const DEEPEST = 6;

/** Reads a whole file, or what can be told of a broken one. Never throws. */
export function readJsonLines(text: string): JsonLines {
  const whole = parsed(text.replace(/^\uFEFF/, ''));
  if (whole !== undefined) return isTable(whole) ? { root: whole, lost: [] } : { lost: [] };
  const lines = linesOf(text);
  const lost: number[] = [];
  const sections: (readonly [string | undefined, TomlTable])[] = entriesOf(lines, 1).flatMap((entry) => {
    const key = keyOf(entry);
    if (key === undefined) lost.push(entry.head.number);
    const inner = entry.headless ? [entry.head, ...entry.below] : entry.below;
    return inner.some(({ depth }) => depth > 1) ? [[key, objectOf(inner, 2, lost)] as const] : [];
  });
  if (sections.length === 0) return { lost: [] };
  lost.push(...text.split(/\r?\n/).flatMap((line, index) => (/^<{7}(?!.*")/.test(line) ? index + 1 : [])));
  // A bracket alone may be what is broken: nothing is lost, and pipenv refuses the file all the same.
  if (lost.length === 0) lost.push(lines.at(-1)?.number ?? 1);
  return { root: Object.fromEntries(named(sections)), lost };
}

/** Sections whose name was lost are what pipenv writes always and is not there. */
function named(
  sections: readonly (readonly [string | undefined, TomlTable])[],
): readonly (readonly [string, TomlTable])[] {
  const known = new Set(sections.map(([name]) => name));
  return sections.map(([name, section]) => {
    if (name !== undefined) return [name, section];
    const isAbout = 'pipfile-spec' in section || 'sources' in section;
    const guess = isAbout ? '_meta' : (['default', 'develop'].find((one) => !known.has(one)) ?? 'default');
    known.add(guess);
    return [guess, section];
  });
}

function linesOf(text: string): readonly Line[] {
  const written = text.split(/\r?\n/);
  const widths = written.flatMap((line) => /^(\s+)"/.exec(line)?.[1]?.length ?? []);
  const unit = Math.min(...widths, Number.POSITIVE_INFINITY);
  return written.flatMap((line, index) => {
    // What a merge left before a line hides how far in it stands.
    const own = line.replace(/^(?:<{7}|={7}|>{7}) ?/, '');
    const depth = Math.round((/^\s*/.exec(own)?.[0].length ?? 0) / unit);
    return own.trim() === '' ? [] : [{ number: index + 1, depth, text: own.trim() }];
  });
}

/** The entries of an object whose keys stand at a depth. */
function entriesOf(lines: readonly Line[], depth: number): readonly Entry[] {
  const entries: Entry[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.depth < depth) continue;
    const closes = /^[}\]]/.test(line.text);
    if (line.depth === depth && closes) {
      if (isOpen) entries.at(-1)?.below.push(line);
      isOpen = false;
    } else if (line.depth > depth && isOpen) entries.at(-1)?.below.push(line);
    else {
      entries.push({ head: line, below: [], headless: line.depth > depth });
      isOpen = true;
    }
  }
  return entries;
}

function objectOf(lines: readonly Line[], depth: number, lost: number[]): TomlTable {
  const values: (readonly [string, unknown])[] = [];
  for (const entry of entriesOf(lines, depth)) {
    const key = keyOf(entry);
    const whole = parsed(
      `{${[entry.head, ...entry.below]
        .map(({ text }) => text)
        .join('\n')
        .replace(/,$/, '')}}`,
    );
    if (isTable(whole)) values.push(...Object.entries(whole));
    else if (key !== undefined && entry.head.text.endsWith('{') && depth < DEEPEST)
      values.push([key, objectOf(entry.below, depth + 1, lost)]);
    else lost.push(entry.head.number);
  }
  // Of a key that stands there twice, as after a merge, neither is known.
  const count = new Map<string, number>();
  for (const [key] of values) count.set(key, (count.get(key) ?? 0) + 1);
  return Object.fromEntries(values.filter(([key]) => count.get(key) === 1));
}

function keyOf({ head, headless }: Entry): string | undefined {
  const key = headless ? undefined : /^("(?:[^"\\]|\\.)*"):/.exec(head.text)?.[1];
  const name = key === undefined ? undefined : parsed(key);
  return typeof name === 'string' ? name : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
