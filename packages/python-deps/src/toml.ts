/** TOML with places: values from `@iarna/toml`, spans from `toml-eslint-parser`, and a broken line costs that line only. */
/// <reference path="./iarna-toml.d.ts" />

import type { Span } from '@django-golive/core';
import { lineSpan } from '@django-golive/core';
import parseValues from '@iarna/toml/parse-string.js';
import { type AST, getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';

import { listAt, mendArrays, type TomlProblem } from './toml-arrays.js';
import { statementsOf } from './toml-statements.js';

export type TomlTable = Readonly<Record<string, unknown>>;
export type TomlPath = readonly (string | number)[];

/** A document, as far as it could be read. */
export interface TomlDocument {
  readonly value: TomlTable;
  /** The span of a key with its value, or of an array's item. */
  spanOf(path: TomlPath): Span | undefined;
  /** Lines that were left out so that the rest could be read. */
  readonly problems: readonly TomlProblem[];
}

/** How many broken lines a file may have before it is given up. */
const PATIENCE = 25;

/** Reads a document. Never throws. Spans are offsets into `text` as given, byte order mark included. */
export function readToml(text: string): TomlDocument {
  let source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const problems: TomlProblem[] = [];
  let origin = (offset: number) => offset;
  const tell = ({ start, end }: Span, why: string) =>
    problems.push({ span: { start: origin(start), end: origin(end) }, why });
  for (let attempt = 0; attempt <= PATIENCE; attempt += 1) {
    const value = valuesOf(source);
    if ('table' in value) {
      const readable = source;
      let spans: ReadonlyMap<string, Span> | undefined;
      return {
        value: value.table,
        spanOf(path) {
          spans ??= spansOf(readable);
          const span = spans.get(keyOf(path));
          return span && { start: origin(span.start), end: origin(span.end) };
        },
        problems: problems.sort((a, b) => a.span.start - b.span.start),
      };
    }
    const mended = attempt === 0 ? mendArrays(source, isToml) : undefined;
    if (mended) {
      problems.push(...mended.problems);
      source = mended.text;
      origin = mended.origin;
      continue;
    }
    const twin = listAt(source, lineSpan(source, value.line), isToml);
    if (twin) {
      tell(lineSpan(source, value.line), 'the same key stands above it');
      source = without(source, twin);
      continue;
    }
    const open = openStatement(source, value.line);
    if (open) {
      tell(lineSpan(source, open.line), 'the line is not TOML');
      source = open.rest;
      continue;
    }
    const span = lineSpan(source, value.line);
    if (source.slice(span.start, span.end).trim() === '') {
      tell(span, 'the file is not TOML, and the broken line could not be told');
      break;
    }
    tell(span, 'the line is not TOML');
    source = without(source, span);
  }
  return { value: {}, spanOf: () => undefined, problems };
}

/** The text with blanks in place of a part of it. */
function without(source: string, { start, end }: Span): string {
  return source.slice(0, start) + source.slice(start, end).replace(/[^\r\n]/g, ' ') + source.slice(end);
}

/** The values of a text that is TOML from end to end, else nothing. */
export function parsedToml(text: string): TomlTable | undefined {
  const read = valuesOf(text);
  return 'table' in read ? read.table : undefined;
}

/** Whether a text by itself is a document. */
export function isToml(text: string): boolean {
  return parsedToml(text) !== undefined;
}

/** The table at a key, or an empty one: what is not a table holds nothing. */
export function tableAt(value: unknown, ...path: readonly string[]): TomlTable {
  let here = value;
  for (const key of path) here = isTable(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  return isTable(here) ? here : {};
}

/** The value of a key that the table itself holds. */
export function entryOf(table: TomlTable, key: string): unknown {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

export function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The array at hand, or an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text at hand, where it is one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** An entry with a bracket that is never closed, for which a parser blames what follows, and the text without it. */
function openStatement(source: string, blamed: number): { readonly line: number; readonly rest: string } | undefined {
  const lines = source.split('\n');
  const broken = statementsOf(lines).find(({ lines: own }) => !isToml(own.join('\n')));
  if (!broken) return undefined;
  const { at, lines: own } = broken;
  // A line that breaks its entry alone goes alone.
  const without = own.map((line, index) => (at + index + 1 === blamed ? '' : line));
  if (blamed > at && blamed <= at + own.length && isToml(without.join('\n'))) return undefined;
  const rest = lines
    .map((line, index) => (index >= at && index < at + own.length ? ' '.repeat(line.length) : line))
    .join('\n');
  const next = valuesOf(rest);
  // Lines of a text in several may look like entries: to take them out mends nothing.
  return 'table' in next || next.line > Math.max(blamed, at + own.length) ? { line: at + 1, rest } : undefined;
}

function valuesOf(source: string): { readonly table: TomlTable } | { readonly line: number } {
  try {
    return { table: parseValues(source) };
  } catch {
    // Its few wrong refusals are overruled, and its error positions are not trusted.
    try {
      const table = getStaticTOMLValue(parseTOML(source, { tomlVersion: '1.0.0' }));
      return { table: isTable(table) ? table : {} };
    } catch (error) {
      return { line: error instanceof ParseError ? error.lineNumber : 1 };
    }
  }
}

function spansOf(source: string): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  try {
    for (const node of parseTOML(source, { tomlVersion: '1.0.0' }).body[0].body) {
      if (node.type === 'TOMLTable') {
        spans.set(keyOf(node.resolvedKey), spanOf(node.key));
        for (const pair of node.body) addPair(pair, node.resolvedKey);
      } else addPair(node, []);
    }
  } catch {
    // Values without places are still worth having.
  }
  return spans;

  function addPair(pair: AST.TOMLKeyValue, parent: TomlPath): void {
    const names = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
    const path = [...parent, ...names];
    spans.set(keyOf(path), spanOf(pair));
    addContent(pair.value, path);
  }

  function addContent(content: AST.TOMLContentNode, path: TomlPath): void {
    if (content.type === 'TOMLInlineTable') for (const pair of content.body) addPair(pair, path);
    if (content.type !== 'TOMLArray') return;
    for (const [index, item] of content.elements.entries()) {
      spans.set(keyOf([...path, index]), spanOf(item));
      addContent(item, [...path, index]);
    }
  }
}

function spanOf(node: { readonly range: readonly [number, number] }): Span {
  return { start: node.range[0], end: node.range[1] };
}

function keyOf(path: TomlPath): string {
  return JSON.stringify(path);
}
