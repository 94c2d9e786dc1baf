/** The pieces of which a grammar's rules are made, and how each is followed over tokens. */
import { keyNumbers, type Mistake, type Token } from './token.js';

/** What a rule has read: tokens as they are, trees where the grammar names a kind. */
export type Read = Token | Tree | readonly Read[] | null;

export interface Tree {
  readonly kind: string;
  readonly first: Token;
  readonly parts: readonly Read[];
}

/** Thrown where the parser finds what is wrong. */
export class Refusal extends Error {
  constructor(
    readonly mistake: Mistake,
    /** Whether the tokenizer could not go on. */
    readonly final: boolean,
  ) {
    super(mistake.message);
  }
}

/** A parse on its way. */
export interface Parse {
  readonly text: string;
  /** All tokens that were asked for so far. */
  readonly tokens: readonly Token[];
  mark: number;
  /** Whether the rules for mistakes are followed too. */
  mistaken: boolean;
  /** How many tokens the pass without these rules asked for. */
  reached: number;
  /** What rules have read, by the token where they began: few began at any. */
  readonly memo: (Memory | undefined)[];
  /** The token at the mark. */
  peek(): Token;
}

export interface Memory {
  /** The rule's. */
  readonly number: number;
  /** What was noted before of rules that began there; the latest holds. */
  readonly before: Memory | undefined;
  readonly value: Read | undefined;
  readonly mark: number;
}

/** What is done where an alternative fits: tells a mistake, or gives nothing where there is none after all. */
export type Action = (parse: Parse, named: ReadonlyMap<string, Read>) => Read | undefined;

/** What is read at the mark, which moves on; `undefined` where it does not fit, the mark then being anywhere. */
export type Matcher = (parse: Parse) => Read | undefined;

/** The tokens that a piece can begin with: one at the number of each. */
export type First = Uint8Array;

export interface Piece {
  readonly match: Matcher;
  /** Whether it may read nothing. */
  readonly empty: boolean;
  readonly first: () => First;
  readonly label?: string;
  /** A piece that reads nothing: one that looks ahead, or the cut behind which there is no other way. */
  readonly reads?: 'ahead' | 'cut';
  /** Where the mark is left by an alternative that has failed behind its cut. */
  readonly cuts?: true;
  /** A piece that reads one token, whichever it is of those that it can begin with. */
  readonly single?: true;
}

const none = new Uint8Array(keyNumbers.size);
const nothing: readonly Read[] = [];
const cutOff = -1;

export const firstOf = (key: string): First => {
  const first = new Uint8Array(keyNumbers.size);
  const number = keyNumbers.get(key);
  if (number === undefined) throw new Error(`no token is a ${key}`);
  first[number] = 1;
  return first;
};

function union(firsts: readonly First[]): First {
  const [only] = firsts;
  if (firsts.length === 1 && only) return only;
  const all = new Uint8Array(keyNumbers.size);
  for (const first of firsts) for (let index = 0; index < all.length; index += 1) all[index] ||= first[index] as number;
  return all;
}

/** A token of a key. */
export const terminal = (key: string): Piece => oneOf(firstOf(key));

/** One token, of any key in a table. */
function oneOf(keys: First): Piece {
  return {
    match(parse) {
      const token = parse.peek();
      if (keys[token.number] === 0) return undefined;
      parse.mark += 1;
      return token;
    },
    empty: false,
    first: () => keys,
    single: true,
  };
}

/** A name that fits. */
export function name(fits: (text: string) => boolean): Piece {
  const first = firstOf('NAME');
  return {
    match(parse) {
      const token = parse.peek();
      if (token.key !== 'NAME' || !fits(parse.text.slice(token.start, token.end))) return undefined;
      parse.mark += 1;
      return token;
    },
    empty: false,
    first: () => first,
  };
}

/** The cut: behind it the other alternatives are given up. */
export const cut: Piece = { match: () => null, empty: true, first: () => none, reads: 'cut' };

export function optional(piece: Piece): Piece {
  return {
    match(parse) {
      const { mark } = parse;
      const read = piece.match(parse);
      if (read !== undefined) return read;
      parse.mark = mark;
      return null;
    },
    empty: true,
    first: piece.first,
  };
}

export function repeated(piece: Piece, once: boolean): Piece {
  return {
    match(parse) {
      let { mark } = parse;
      let read = piece.match(parse);
      const all = read === undefined ? nothing : [read];
      while (read !== undefined) {
        mark = parse.mark;
        read = piece.match(parse);
        if (read !== undefined) (all as Read[]).push(read);
      }
      parse.mark = mark;
      return once && all === nothing ? undefined : all;
    },
    empty: !once,
    first: piece.first,
  };
}

export function gathered(separator: Piece, piece: Piece): Piece {
  return {
    match(parse) {
      const first = piece.match(parse);
      if (first === undefined) return undefined;
      const all: Read[] = [first];
      for (;;) {
        const { mark } = parse;
        const read = separator.match(parse) === undefined ? undefined : piece.match(parse);
        if (read === undefined) {
          parse.mark = mark;
          return all;
        }
        all.push(read);
      }
    },
    empty: false,
    first: piece.first,
  };
}

export function look(piece: Piece, wanted: boolean): Piece {
  return {
    match(parse) {
      const { mark } = parse;
      const read = piece.match(parse);
      parse.mark = mark;
      return (read !== undefined) === wanted ? null : undefined;
    },
    empty: true,
    first: () => none,
    reads: 'ahead',
  };
}

/** A token without which CPython's parser gives up at once. */
export function forced(piece: Piece, sign: string): Piece {
  const { single: _, ...others } = piece;
  return {
    ...others,
    match(parse) {
      const read = piece.match(parse);
      if (read !== undefined) return read;
      throw new Refusal({ type: 'SyntaxError', message: `expected '${sign}'`, at: parse.peek().start }, false);
    },
  };
}

/** A piece that is followed only where mistakes are looked for. */
export const mistaken = (piece: Piece): Piece => ({
  ...piece,
  match: (parse) => (parse.mistaken ? piece.match(parse) : undefined),
});

export function choice(pieces: readonly Piece[]): Piece {
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  if (pieces.every(({ single }) => single)) return oneOf(union(pieces.map(({ first }) => first())));
  const count = pieces.length;
  const matchers = pieces.map(({ match }) => match);
  const empties = pieces.map(({ empty }) => empty);
  const cuts = pieces.map((piece) => piece.cuts === true);
  let firsts: readonly First[] | undefined;
  return {
    match(parse) {
      firsts ??= pieces.map(({ first }) => first());
      const { mark } = parse;
      const { number } = parse.peek();
      for (let index = 0; index < count; index += 1) {
        if (!empties[index] && (firsts[index] as First)[number] === 0) continue;
        const read = (matchers[index] as Matcher)(parse);
        if (read !== undefined) return read;
        const given = cuts[index] && parse.mark === cutOff;
        parse.mark = mark;
        if (given) return undefined;
      }
      return undefined;
    },
    empty: empties.includes(true),
    first: () => union(pieces.map(({ first }) => first())),
  };
}

/** Pieces one behind the other, read as a tree of a kind, by an action, or as the only one of them that reads anything. */
export function sequence(pieces: readonly Piece[], kind?: string, action?: Action): Piece {
  const [alone] = pieces;
  if (alone && pieces.length === 1 && !kind && !action && !alone.reads && !alone.label) return alone;
  const count = pieces.length;
  const matchers = pieces.map(({ match }) => match);
  const cutAt = pieces.findIndex(({ reads }) => reads === 'cut');
  const kept = pieces.flatMap(({ reads }, index) => (reads === undefined ? [index] : []));
  const only = kind === undefined && !action && kept.length === 1 ? kept[0] : undefined;
  const labels = pieces.flatMap(({ label }, index) => (label === undefined ? [] : [[label, index] as const]));
  const begins = pieces.slice(0, pieces.findIndex(({ empty }) => !empty) + 1 || count);

  function finish(parse: Parse, start: number, all: readonly Read[]): Read | undefined {
    if (action) return action(parse, new Map(labels.map(([label, index]) => [label, all[index] ?? null])));
    const parts = kept.length === count ? all : kept.map((index) => all[index] ?? null);
    return kind === undefined ? parts : { kind, first: parse.tokens[start] as Token, parts };
  }
  return {
    match(parse) {
      const start = parse.mark;
      const first = (matchers[0] as Matcher)(parse);
      if (first === undefined) return undefined;
      let held = first;
      const all = only === undefined ? [first] : undefined;
      for (let index = 1; index < count; index += 1) {
        const read = (matchers[index] as Matcher)(parse);
        if (read === undefined) {
          parse.mark = cutAt >= 0 && index > cutAt ? cutOff : start;
          return undefined;
        }
        if (all) all.push(read);
        else if (index === only) held = read;
      }
      return all ? finish(parse, start, all) : held;
    },
    empty: pieces.every(({ empty }) => empty),
    first: () => union(begins.map(({ first: one }) => one())),
    ...(cutAt >= 0 ? { cuts: true as const } : {}),
  };
}
