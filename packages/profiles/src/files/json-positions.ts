/** JSON with the place of every value, so that a finding can point at one line of an app.json. */
import type { Location, SourceFile } from '@django-golive/core';

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A document that could be read. */
export interface PositionedJson {
  readonly value: Json;
  /** Where the entry of a key or index lies, key included; the whole document for what is not there. */
  at(...path: readonly (string | number)[]): Location;
}

interface Frame {
  readonly kind: 'object' | 'array';
  readonly path: string;
  index: number;
  key: string;
  start: number;
}

/** A file as JSON; `undefined` where it is none. A byte-order mark is allowed. */
export function readJson(file: SourceFile): PositionedJson | undefined {
  const shift = file.text.startsWith('\uFEFF') ? 1 : 0;
  let value: Json;
  try {
    value = JSON.parse(file.text.slice(shift)) as Json;
  } catch {
    return undefined;
  }
  let spans: ReadonlyMap<string, readonly [start: number, end: number]> | undefined;
  return {
    value,
    at(...path) {
      spans ??= spansOf(file.text, shift);
      const [start, end] = spans.get(pointer(path)) ?? [shift, shift + 1];
      return file.at({ start, end });
    },
  };
}

/** The object at a path, or `undefined`. */
export function objectAt(value: Json | undefined, key?: string): { readonly [key: string]: Json } | undefined {
  const inner = key === undefined ? value : own(value, key);
  return inner !== null && typeof inner === 'object' && !Array.isArray(inner)
    ? (inner as { readonly [key: string]: Json })
    : undefined;
}

/** The entries under a key of an object, where they are a list. */
export function listAt(value: Json | undefined, key: string): readonly Json[] {
  const inner = own(value, key);
  return Array.isArray(inner) ? inner : [];
}

/** The text under a key of an object. */
export function textAt(value: Json | undefined, key: string): string | undefined {
  const inner = own(value, key);
  return typeof inner === 'string' ? inner : undefined;
}

function own(value: Json | undefined, key: string): Json | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, key))
    return undefined;
  return (value as { readonly [key: string]: Json })[key];
}

function pointer(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Walks a text that is known to be JSON. Its own stack, because documents may nest deeper than calls. */
function spansOf(text: string, from: number): ReadonlyMap<string, readonly [start: number, end: number]> {
  const spans = new Map<string, readonly [number, number]>();
  const frames: Frame[] = [];
  let keyNext = false;
  const close = (end: number): void => {
    const frame = frames[frames.length - 1];
    if (!frame || frame.start < 0) return;
    spans.set(frame.path + pointer([frame.kind === 'object' ? frame.key : frame.index]), [frame.start, end]);
    frame.start = -1;
  };
  for (const token of text.slice(from).matchAll(/"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const start = token.index + from;
    const end = start + token[0].length;
    const frame = frames[frames.length - 1];
    const first = token[0][0];
    if (first === ':') keyNext = false;
    else if (first === ',') {
      if (frame) frame.index += 1;
      keyNext = frame?.kind === 'object';
    } else if (first === '}' || first === ']') {
      frames.pop();
      close(end);
      keyNext = false;
    } else if (keyNext && frame) {
      frame.key = JSON.parse(token[0]) as string;
      frame.start = start;
    } else {
      if (frame?.kind === 'array') frame.start = start;
      if (first === '{' || first === '[') {
        const inside = frame ? frame.path + pointer([frame.kind === 'object' ? frame.key : frame.index]) : '';
        frames.push({ kind: first === '{' ? 'object' : 'array', path: inside, index: 0, key: '', start: -1 });
        keyNext = first === '{';
      } else close(end);
    }
  }
  return spans;
}
