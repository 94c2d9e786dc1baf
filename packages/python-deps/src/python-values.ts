/** What Python makes of literals: sums of lists, texts that are filled and cut. */
import type { Literal } from './python-literal.js';

/** No list of packages is longer; `A = B + B` after another would be. */
const PATIENCE = 5000;

export function sum(left: Literal, right: Literal): Literal | undefined {
  if (left.kind === 'string' && right.kind === 'string' && left.text.length + right.text.length < PATIENCE)
    return { ...left, text: left.text + right.text };
  const [before, after] = [itemsOf(left), itemsOf(right)];
  // A text and something computed are a text.
  if (!before || !after || (left.kind === 'unknown' && right.kind === 'unknown')) return undefined;
  if (before.length + after.length > PATIENCE) return undefined;
  return { kind: 'list', items: [...before, ...after], span: left.span };
}

function itemsOf(value: Literal): readonly Literal[] | undefined {
  if (value.kind === 'list') return value.items;
  return value.kind === 'file' || value.kind === 'unknown' ? [value] : undefined;
}

/** `"x==%s" % value`. */
export function filled(left: Literal, right: Literal): Literal | undefined {
  if (left.kind !== 'string') return undefined;
  const values = right.kind === 'list' ? [...right.items] : [right];
  const text = replaced(left.text, /%%|%(s)|%[^s%]/g, (hole) => (hole === 's' ? textOf(values.shift()) : undefined));
  return text === undefined || values.length > 0 ? undefined : { ...left, text };
}

export function called(
  value: Literal,
  method: string | undefined,
  { list, entries }: { readonly list: readonly Literal[]; readonly entries: readonly (readonly [string, Literal])[] },
  source: string,
): Literal | undefined {
  if (value.kind !== 'string') return undefined;
  if (method === 'format') {
    const named = new Map(entries);
    let next = 0;
    const text = replaced(value.text, /\{\{|\}\}|\{([^{}]*)\}/g, (hole) =>
      textOf(hole === '' ? list[next++] : /^\d+$/.test(hole) ? list[Number(hole)] : named.get(hole)),
    );
    return text === undefined ? undefined : { ...value, text };
  }
  if ((method !== 'split' && method !== 'splitlines') || list.length + entries.length > 0) return undefined;
  const items = [...value.text.matchAll(method === 'split' ? /\S+/g : /[^\r\n]+/g)].map((match) =>
    partOf(value, match[0], match.index, source),
  );
  return { kind: 'list', items, span: value.span };
}

type Text = Extract<Literal, { kind: 'string' }>;

/** A part of a text, with its own place where the text stands in the file as it is. */
export function partOf(whole: Text, text: string, index: number, source: string): Text {
  const base = source.slice(whole.span.start, whole.span.end).indexOf(whole.text);
  const start = whole.span.start + base + index;
  return { kind: 'string', text, span: base < 0 ? whole.span : { start, end: start + text.length } };
}

function textOf(value: Literal | undefined): string | undefined {
  return value?.kind === 'string' ? value.text : undefined;
}

/** A text with its holes filled; `{{`, `}}` and `%%` are the sign itself. `undefined` where a hole cannot be filled. */
export function replaced(text: string, holes: RegExp, fill: (hole: string) => string | undefined): string | undefined {
  let known = true;
  const result = text.replace(holes, (whole, hole?: string) => {
    if (hole === undefined && /^(?:\{\{|\}\}|%%)$/.test(whole)) return whole.slice(0, 1);
    const value = fill(hole ?? whole);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? result : undefined;
}
