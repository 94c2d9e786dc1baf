/** Reads a grammar that is written as text, and follows it over tokens the way CPython's own parser does. */
import { budgets } from '../../budgets.js';
import {
  type Action,
  choice,
  cut,
  type First,
  forced,
  gathered,
  look,
  type Matcher,
  type Memory,
  mistaken,
  name,
  optional,
  type Parse,
  type Piece,
  type Read,
  Refusal,
  repeated,
  sequence,
  terminal,
} from './pieces.js';
import { isBroken, keyNumbers, type Token, type Tokenizer } from './token.js';

/** A rule as written. */
interface Rule {
  /** `memo`: read once at each place; `recursive`: begins with itself; `quiet`: no rules for mistakes below it; `heedless`: what is refused in the first alternative is not told, unless the pass without mistakes never got there. */
  readonly manner: string | undefined;
  readonly alternatives: readonly string[];
  readonly number: number;
}

/** A rule made ready: only those that a text needs are. */
interface Ready {
  readonly match: Matcher;
  readonly first: () => First;
}

/** Follow a rule to its end; `undefined` where it does not fit. Throws a `Refusal`. */
export type Grammar = (rule: string, parse: Parse) => Read | undefined;

/** A parse of the tokens of a text. */
export function createParse(text: string, tokenizer: Tokenizer): Parse & { again(): void } {
  const tokens: Token[] = [];
  const parse: Parse & { again(): void } = {
    text,
    tokens,
    mark: 0,
    mistaken: false,
    reached: 0,
    memo: [],
    peek() {
      const there = tokens[parse.mark];
      if (there) return there;
      const token = tokenizer.next();
      if (tokens.length >= budgets.tokens) throw new RangeError('more tokens than are followed');
      tokens.push(token);
      if (isBroken(token)) throw new Refusal(token.mistake, true);
      return token;
    },
    again() {
      parse.mark = 0;
      parse.mistaken = true;
      parse.reached = tokens.length;
      parse.memo.length = 0;
    },
  };
  return parse;
}

/** Names that are keywords in some places only. CPython asks of a name only whether one of them begins with it. */
const softKeywords = ['_', 'case', 'match', 'type'];

/** Read a grammar. An alternative may end in `=> kind`, or in `#> action …`. */
export function readGrammar(text: string, actions: (words: string) => Action): Grammar {
  const rules = new Map<string, Rule>();
  for (const [, title = '', manner, body = ''] of text.matchAll(/^(\w+)(?: (\w+))?:(.*(?:\n {2}.*)*)/gm)) {
    const lines = body.split('\n').map((line) => line.trim());
    const alternatives = lines.length > 1 ? lines.slice(1).map((line) => line.slice(2)) : lines;
    rules.set(title, { manner, alternatives, number: rules.size });
  }
  const made = new Map<string, Ready>();

  function ready(title: string): Ready {
    const known = made.get(title);
    if (known) return known;
    const rule = rules.get(title);
    if (!rule) throw new Error(`no rule is called ${title}`);
    const one = rule.manner === 'recursive' ? recursive(rule, title) : plain(rule);
    made.set(title, one);
    return one;
  }

  function plain({ manner, alternatives, number }: Rule): Ready {
    const piece = choice(alternatives.map(readAlternative));
    const first = lazyFirst(() => piece.first());
    const match: Matcher = (parse) => (first()[parse.peek().number] === 0 ? undefined : piece.match(parse));
    if (manner === 'memo') {
      const remembered = memoized(piece.match, number);
      return {
        first,
        match: (parse) => (first()[parse.peek().number] === 0 ? undefined : remembered(parse)),
      };
    }
    if (manner === 'heedless') return { first, match: heedless(alternatives.map(readAlternative)) };
    return { first, match: manner === 'quiet' ? quiet(match) : match };
  }

  /** A rule that begins with itself: what it has read is the seed of a longer reading, as long as there is one. */
  function recursive({ alternatives, number }: Rule, title: string): Ready {
    const own = title === 'attr' ? 'name_or_attr' : title;
    const longer = alternatives.filter((line) => line.startsWith(`${own} `));
    const others = alternatives.filter((line) => !longer.includes(line));
    const seed = choice((others.length > 0 ? others : longer).map(readAlternative));
    const grown = choice(longer.map(readAlternative));
    const goesOn = lazyFirst(() => choice(longer.map((line) => readAlternative(line.slice(own.length + 1)))).first());
    const first = lazyFirst(() => seed.first());
    return {
      first,
      match(parse) {
        const start = parse.mark;
        if (first()[parse.peek().number] === 0) return undefined;
        const known = recalled(parse, number);
        if (known) {
          parse.mark = known.mark;
          return known.value;
        }
        let best: Read | undefined;
        let end = start;
        // One that begins with itself by way of another rule asks for itself while it reads its seed.
        if (others.length === 0) remember(parse, number, start, best, end);
        for (let value = seed.match(parse); value !== undefined && parse.mark > end; value = grown.match(parse)) {
          best = value;
          end = parse.mark;
          if (goesOn()[parse.peek().number] === 0) break;
          remember(parse, number, start, best, end);
          parse.mark = start;
        }
        remember(parse, number, start, best, end);
        parse.mark = end;
        return best;
      },
    };
  }

  function lazyFirst(find: () => First): () => First {
    let first: First | undefined;
    let finding = false;
    return () => {
      if (first) return first;
      // A rule that begins with itself begins with what its other alternatives do.
      if (finding) return new Uint8Array(keyNumbers.size);
      finding = true;
      first = find();
      return first;
    };
  }

  function readAlternative(line: string): Piece {
    const [, source = '', kind, action] = /^(.*?)(?: => (\w+))?(?: #> (.*))?$/.exec(line) ?? [];
    const words = source.match(/'[^']+'|"[^"]+"|\w+:(?=\S)|\w+|&&|[&!~()[\]|?*+.]/g) ?? [];
    const cursor = { at: 0 };
    const piece =
      kind === undefined && action === undefined
        ? readChoice(words, cursor)
        : sequence(
            readItems(words, cursor),
            kind?.replaceAll('_', ' '),
            action === undefined ? undefined : actions(action),
          );
    return words.length === 1 && source.startsWith('invalid_') ? mistaken(piece) : piece;
  }

  /** `a | b` up to a closing bracket or the end. */
  function readChoice(words: readonly string[], cursor: { at: number }): Piece {
    const pieces = [sequence(readItems(words, cursor))];
    while (words[cursor.at] === '|') {
      cursor.at += 1;
      pieces.push(sequence(readItems(words, cursor)));
    }
    return choice(pieces);
  }

  function readItems(words: readonly string[], cursor: { at: number }): Piece[] {
    const pieces: Piece[] = [];
    while (cursor.at < words.length && !/^[|)\]]$/.test(words[cursor.at] ?? '')) pieces.push(readItem(words, cursor));
    return pieces;
  }

  function readItem(words: readonly string[], cursor: { at: number }): Piece {
    const word = words[cursor.at] ?? '';
    if (/^[&!~]/.test(word) || /^\w+:$/.test(word)) cursor.at += 1;
    if (word === '~') return cut;
    if (word === '&&') return forced(readAtom(words, cursor), (words[cursor.at - 1] ?? '').slice(1, -1));
    if (word === '&' || word === '!') return look(readItem(words, cursor), word === '&');
    const piece = readCounted(words, cursor);
    return /^\w+:$/.test(word) ? { ...piece, label: word.slice(0, -1) } : piece;
  }

  function readCounted(words: readonly string[], cursor: { at: number }): Piece {
    const piece = readAtom(words, cursor);
    const suffix = words[cursor.at] ?? '';
    if (!/^[?*+.]$/.test(suffix)) return piece;
    cursor.at += 1;
    if (suffix === '?') return optional(piece);
    if (suffix !== '.') return repeated(piece, suffix === '+');
    const item = readAtom(words, cursor);
    cursor.at += 1; // its `+`
    return gathered(piece, item);
  }

  function readAtom(words: readonly string[], cursor: { at: number }): Piece {
    const word = words[cursor.at] ?? '';
    cursor.at += 1;
    if (word === '(' || word === '[') {
      const piece = readChoice(words, cursor);
      cursor.at += 1;
      return word === '[' ? optional(piece) : piece;
    }
    if (word === 'SOFT_KEYWORD') return name((text) => softKeywords.some((one) => one.startsWith(text)));
    if (word.startsWith('"')) return name((text) => text === word.slice(1, -1));
    if (word.startsWith("'")) return terminal(word.slice(1, -1));
    return word === word.toUpperCase() ? terminal(word) : reference(word);
  }

  function reference(title: string): Piece {
    let match: Matcher | undefined;
    return {
      match(parse) {
        match ??= ready(title).match;
        return match(parse);
      },
      empty: false,
      first: () => ready(title).first(),
    };
  }

  return (title, parse) => ready(title).match(parse);
}

function memoized(match: Matcher, number: number): Matcher {
  return (parse) => {
    const start = parse.mark;
    const known = recalled(parse, number);
    if (known) {
      parse.mark = known.mark;
      return known.value;
    }
    const value = match(parse);
    remember(parse, number, start, value, parse.mark);
    return value;
  };
}

/** What the rule has read at the mark before. */
function recalled({ memo, mark }: Parse, number: number): Memory | undefined {
  let known = memo[mark];
  while (known && known.number !== number) known = known.before;
  return known;
}

function remember({ memo }: Parse, number: number, at: number, value: Read | undefined, mark: number): void {
  memo[at] = { number, value, mark, before: memo[at] };
}

/** Mistakes that are told even where the rules for mistakes are not followed. */
const always =
  /^(?:Invalid star expression|cannot use a starred expression in a dict|':' expected after|expression expected after dict)/;

/** A rule whose first alternative gives way to its second where something in it is refused that the first pass had before it. */
function heedless([whole, part]: readonly Piece[]): Matcher {
  return (parse) => {
    const start = parse.mark;
    try {
      return whole?.match(parse);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || start >= parse.reached || always.test(refusal.message)) throw refusal;
      parse.mark = start;
      return part?.match(parse);
    }
  };
}

/** A rule below which no rules for mistakes are followed. */
function quiet(match: Matcher): Matcher {
  return (parse) => {
    const before = parse.mistaken;
    parse.mistaken = false;
    const read = match(parse);
    parse.mistaken = before;
    return read;
  };
}
