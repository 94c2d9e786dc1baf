/** The syntax of PEP 508 markers, word for word as Python's `packaging` reads it. */
import { normalizeName } from './names.js';

/** A variable of the environment, or a text. */
export type Operand = { readonly variable: string } | { readonly literal: string };

/** A marker, taken apart. */
export type Marker =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Marker[] }
  | { readonly kind: 'compare'; readonly left: Operand; readonly operator: string; readonly right: Operand };

/** A marker that nests deeper, or is longer, is nobody's. */
const DEEPEST = 100;
const LONGEST = 20_000;

const BLANK = /[ \t]*/y;
const OPEN = /\(/y;
const CLOSE = /\)/y;
const LOGIC = /\b(?:or|and)\b/y;
const OPERATOR = /===|==|~=|!=|<=|>=|<|>|\bin\b|\bnot\b[ \t]+\bin\b/y;
const TEXT = /'[^']*'|"[^"]*"/y;
const VARIABLE =
  /\b(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b/y;

/** The marker, or `undefined` for text that is none. */
export function parseMarker(text: string): Marker | undefined {
  if (text.length > LONGEST) return undefined;
  let at = 0;
  const marker = alternatives(0);
  return marker && at === text.replace(/\n$/, '').length ? marker : undefined;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match?.[0];
  }

  /** `and` binds closer than `or`. */
  function alternatives(depth: number): Marker | undefined {
    const groups: Marker[][] = [[]];
    for (let logic: string | undefined = 'and'; logic !== undefined; logic = take(LOGIC)) {
      const operand = atom(depth);
      if (!operand) return undefined;
      if (logic === 'or') groups.push([operand]);
      else groups.at(-1)?.push(operand);
    }
    return joined(
      'or',
      groups.map((group) => joined('and', group)),
    );
  }

  function atom(depth: number): Marker | undefined {
    take(BLANK);
    const opened = take(OPEN) !== undefined;
    const inner = opened ? nested(depth) : comparison(depth);
    if (!inner || (opened && take(CLOSE) === undefined)) return undefined;
    take(BLANK);
    return inner;
  }

  function nested(depth: number): Marker | undefined {
    return depth < DEEPEST ? alternatives(depth + 1) : undefined;
  }

  function comparison(depth: number): Marker | undefined {
    const left = operand();
    const operator = left && take(OPERATOR)?.replace(/\s+/, ' ');
    const right = operator === undefined ? undefined : operand();
    if (!left || operator === undefined || !right) return undefined;
    // `packaging` spells the names of extras anew, save for those within parentheses.
    if (depth > 0) return { kind: 'compare', left, operator, right };
    return { kind: 'compare', left: spelled(left, right), operator, right: spelled(right, left) };
  }

  function operand(): Operand | undefined {
    take(BLANK);
    const variable = take(VARIABLE)?.replace('.', '_');
    const quoted = variable === undefined ? take(TEXT) : undefined;
    take(BLANK);
    if (variable !== undefined)
      return { variable: variable === 'python_implementation' ? 'platform_python_implementation' : variable };
    return quoted === undefined ? undefined : { literal: quoted.slice(1, -1) };
  }
}

function spelled(operand: Operand, other: Operand): Operand {
  const isExtra = 'variable' in other && other.variable === 'extra';
  return isExtra && 'literal' in operand ? { literal: normalizeName(operand.literal) } : operand;
}

function joined(kind: 'and' | 'or', operands: readonly Marker[]): Marker {
  const [only] = operands;
  return only && operands.length === 1 ? only : { kind, operands };
}
