/** TOML as the same small tree that YAML makes; the only file here that knows the parser. */
import { type Location, lineSpan, nestsDeeply, type SourceFile } from '@django-golive/core';
import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { YamlEntry, YamlNode } from './yaml-tree.js';

const maximumSize = 500_000;
/** How many broken lines a file may have before it is given up. */
const patience = 25;

type Growing =
  | {
      readonly kind: 'map';
      readonly entries: Map<string, { value: Growing | YamlNode; at: Location }>;
      readonly at: Location;
    }
  | { readonly kind: 'list'; readonly items: Growing[]; readonly at: Location };

/** Read a TOML file: a broken line loses that line alone; `undefined` where nothing of it can be read. */
export function readToml(file: SourceFile): YamlNode | undefined {
  if (file.text.length > maximumSize || nestsDeeply(file.text)) return undefined;
  let { text } = file;
  for (let attempt = 0; attempt <= patience; attempt += 1) {
    try {
      return treeOf(parseTOML(text, { tomlVersion: '1.0.0' }).body[0].body, file);
    } catch (error) {
      if (!(error instanceof ParseError)) return undefined;
      // What is never closed is missed on the line after it.
      let line = error.lineNumber;
      while (line > 1 && lineOf(text, line).trim() === '') line -= 1;
      const { start, end } = lineSpan(text, line);
      text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
    }
  }
  return undefined;
}

function lineOf(text: string, line: number): string {
  const { start, end } = lineSpan(text, line);
  return text.slice(start, end);
}

function treeOf(body: readonly (AST.TOMLKeyValue | AST.TOMLTable)[], file: SourceFile): YamlNode {
  const root: Growing = { kind: 'map', entries: new Map(), at: file.at(lineSpan(file.text, 1)) };
  for (const node of body) {
    if (node.type === 'TOMLKeyValue') addPair(root, node, file);
    else {
      const table = at(root, node.resolvedKey, place(node.key, file));
      for (const pair of node.body) addPair(table, pair, file);
    }
  }
  return finished(root);
}

/** The table at a path, made where it is not there yet; numbers stand for the tables of an array. */
function at(root: Growing, path: readonly (string | number)[], here: Location): Growing {
  let node = root;
  for (const [index, key] of path.entries()) {
    const list = typeof path[index + 1] === 'number';
    const made = (): Growing =>
      list ? { kind: 'list', items: [], at: here } : { kind: 'map', entries: new Map(), at: here };
    if (node.kind === 'list') {
      node = node.items[Number(key)] ?? last(node.items, made());
      continue;
    }
    const found = node.entries.get(String(key))?.value;
    const next = found && (found.kind === 'list' || 'entries' in found) && isGrowing(found) ? found : made();
    if (next !== found) node.entries.set(String(key), { value: next, at: here });
    node = next;
  }
  return node;
}

function last(items: Growing[], item: Growing): Growing {
  items.push(item);
  return item;
}

const isGrowing = (node: Growing | YamlNode): node is Growing =>
  node.kind === 'map' ? node.entries instanceof Map : node.kind === 'list' && !Object.isFrozen(node.items);

function addPair(table: Growing, pair: AST.TOMLKeyValue, file: SourceFile): void {
  const names = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  const here = place(pair, file);
  const inner = at(table, names.slice(0, -1), here);
  if (inner.kind === 'map')
    inner.entries.set(names[names.length - 1] ?? '', { value: valueOf(pair.value, file), at: here });
}

function valueOf(content: AST.TOMLContentNode, file: SourceFile): YamlNode {
  const here = place(content, file);
  if (content.type === 'TOMLArray')
    return { kind: 'list', items: Object.freeze(content.elements.map((item) => valueOf(item, file))), at: here };
  if (content.type === 'TOMLInlineTable') {
    const table: Growing = { kind: 'map', entries: new Map(), at: here };
    for (const pair of content.body) addPair(table, pair, file);
    return finished(table);
  }
  const { value } = content;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { kind: 'scalar', value: plain ?? String(value), text: String(value), at: here };
}

function finished(node: Growing | YamlNode): YamlNode {
  if (!isGrowing(node)) return node;
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(finished), at: node.at };
  const entries = [...node.entries].map(
    ([key, entry]): YamlEntry => ({ key, value: finished(entry.value), at: entry.at }),
  );
  return { kind: 'map', entries, at: node.at };
}

const place = (node: { readonly range: readonly [number, number] }, file: SourceFile): Location =>
  file.at({ start: node.range[0], end: node.range[1] });
