/** YAML as a small tree with places, aliases and merge keys resolved; the only file that knows the parser. */
import { type Location, nestsDeeply, type SourceFile } from '@django-golive/core';
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

/** A value of a YAML file. */
export type YamlNode =
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[]; readonly at: Location }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly at: Location }
  /** `text` is what stands there, without quotes; `value` what YAML makes of it. */
  | {
      readonly kind: 'scalar';
      readonly value: string | number | boolean | null;
      readonly text: string;
      readonly at: Location;
    };

/** One key of a map. */
export interface YamlEntry {
  readonly key: string;
  readonly value: YamlNode;
  /** From the key to the end of its value's first line. */
  readonly at: Location;
}

const maximumSize = 500_000;
const maximumNodes = 50_000;
const maximumDepth = 60;

/** Read a YAML file; `undefined` where nothing of it can be read. */
export function readYaml(file: SourceFile): YamlNode | undefined {
  if (file.text.length > maximumSize || nestsDeeply(file.text)) return undefined;
  try {
    const document = parseDocument(file.text, {
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
      // Nobody reads what it would write of each error, which takes long in a long line.
      prettyErrors: false,
    });
    if (!document.contents) return undefined;
    return convert(document.contents, file, { nodes: maximumNodes, anchors: new Map() }, 0);
  } catch {
    return undefined;
  }
}

/** The value under a key of a map. */
export function child(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entryOf(node, key)?.value;
}

/** The entry of a key of a map; the last one where a key is repeated. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  for (let index = node.entries.length - 1; index >= 0; index -= 1)
    if (node.entries[index]?.key === key) return node.entries[index];
  return undefined;
}

/** The entries of a map; none for anything else. */
export function entriesIn(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The items of a list; a lone scalar counts as a list of one, as Compose has it in places. */
export function itemsIn(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : node?.kind === 'scalar' && node.value !== null ? [node] : [];
}

/** The text of a scalar. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}

interface Reading {
  /** How many nodes may still be made: aliases multiply. */
  nodes: number;
  /** The nodes that aliases stand for, in the order of the file. */
  readonly anchors: Map<string, Node>;
}

function convert(node: Node, file: SourceFile, reading: Reading, depth: number): YamlNode | undefined {
  reading.nodes -= 1;
  if (reading.nodes < 0 || depth > maximumDepth) return undefined;
  if (isAlias(node)) {
    const target = reading.anchors.get(node.source);
    return target ? convert(target, file, reading, depth + 1) : undefined;
  }
  if ((isScalar(node) || isSeq(node) || isMap(node)) && node.anchor !== undefined)
    reading.anchors.set(node.anchor, node);
  const at = place(node, file);
  if (isScalar(node)) {
    const value = node.value;
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    const text = typeof value === 'string' ? value : (node.source ?? String(value ?? ''));
    return { kind: 'scalar', value: known, text, at };
  }
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => (item ? (convert(item as Node, file, reading, depth + 1) ?? []) : []));
    return { kind: 'list', items, at };
  }
  if (!isMap(node)) return undefined;
  const entries: YamlEntry[] = [];
  for (const pair of node.items) {
    const key = pair.key as Node | null;
    const name = key && isScalar(key) ? String(key.value) : undefined;
    if (name === undefined || !key) continue;
    const value =
      (pair.value ? convert(pair.value as Node, file, reading, depth + 1) : undefined) ??
      ({ kind: 'scalar', value: null, text: '', at: place(key, file) } as const);
    if (name === '<<') {
      const merged = value.kind === 'list' ? value.items : [value];
      // A merged key never wins against one that is written out.
      entries.unshift(...merged.flatMap((item) => (item.kind === 'map' ? item.entries : [])).reverse());
      continue;
    }
    entries.push({ key: name, value, at: file.at(firstLine(file.text, key.range?.[0] ?? 0, value.at.span.end)) });
  }
  return { kind: 'map', entries, at };
}

function place(node: Node, file: SourceFile): Location {
  const [start, end] = node.range ?? [0, 0];
  return file.at({ start, end });
}

function firstLine(text: string, start: number, end: number): { start: number; end: number } {
  const newline = text.indexOf('\n', start);
  const stop = newline >= 0 && (end <= start || newline < end) ? newline : Math.max(start, end);
  return { start, end: text.slice(start, stop).trimEnd().length + start };
}
