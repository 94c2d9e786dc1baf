/** Reads shell far enough to tell its branches: lists, tests, `if`, `case`, loops, functions, groups. Never fails, whatever it reads. */
import type { Region } from './shell-texts.js';

/** A part of a script. Places are offsets into the text that was read. */
export type ShellNode = { readonly start: number } & (
  | { readonly kind: 'command'; readonly end: number; readonly words: readonly ShellWord[] }
  | { readonly kind: 'list'; readonly items: readonly ShellItem[] }
  /** `if` and `case`: the first arm whose test holds. */
  | {
      readonly kind: 'choice';
      readonly arms: readonly { readonly test?: ShellNode | CaseTest; readonly body: ShellNode }[];
    }
  | {
      readonly kind: 'loop';
      readonly test?: ShellNode;
      readonly over?: readonly ShellWord[];
      readonly body: ShellNode;
    }
  | { readonly kind: 'function'; readonly name: string; readonly body: ShellNode }
);

/** A command of a list, and what stands before it. */
export interface ShellItem {
  readonly after: ';' | '&&' | '||';
  readonly node: ShellNode;
}

/** What an arm of a `case` asks. */
export interface CaseTest {
  readonly subject: ShellWord;
  readonly patterns: readonly string[];
}

/** A word as written, quotes included. */
export interface ShellWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Token extends ShellWord {
  readonly operator: boolean;
}

/** Nobody nests deeper; beyond it the rest is read as one list. */
const DEEPEST = 40;

const WORD =
  /(?:\\[\s\S]|'[^']*'?|"(?:\\[\s\S]|[^"\\])*"?|`[^`]*`?|\$\{[^}]*\}?|\$\((?:[^()]|\([^()]*\))*\)?|[<>]+&?|[^\s;&|()<>'"`\\])+|\\$/y;
const OPERATOR = /\n|;;&?|;&|;|&&|\|\||\|&?|&|\(|\)/y;

/** The script between two offsets of a text. Where its comments stand, is added to `comments`. */
export function parseShell(text: string, start: number, end: number, comments: Region[]): ShellNode {
  const tokens = tokensOf(text.slice(0, end), start, comments);
  let next = 0;
  let depth = 0;

  return listUntil(new Set());

  function peek(): Token | undefined {
    return tokens[next];
  }

  function place(): number {
    return peek()?.start ?? end;
  }

  function isOperator(...names: readonly string[]): boolean {
    const token = peek();
    return token?.operator === true && names.includes(token.text);
  }

  function isWord(...names: readonly string[]): boolean {
    const token = peek();
    return token?.operator === false && names.includes(token.text);
  }

  function skipBreaks(): void {
    while (isOperator('\n', ';', '&')) next += 1;
  }

  /** Commands until a word or an operator that ends them, which is left; what fits nowhere is passed by. */
  function listUntil(ends: ReadonlySet<string>): ShellNode {
    const start = place();
    const items: ShellItem[] = [];
    let after: ShellItem['after'] = ';';
    depth += 1;
    for (let token = peek(); token; token = peek()) {
      if (ends.has(token.text)) break;
      if (token.operator && token.text !== '(') {
        next += 1;
        if (token.text === '&&' || token.text === '||') after = token.text;
        else if (token.text !== '\n') after = ';';
        continue;
      }
      items.push({ after, node: depth > DEEPEST ? simple() : pipeline() });
      after = ';';
    }
    depth -= 1;
    return { kind: 'list', start: items[0]?.node.start ?? start, items };
  }

  /** Commands that are piped into one another run all of them, and the last one says how it went. */
  function pipeline(): ShellNode {
    const start = place();
    const items: ShellItem[] = [{ after: ';', node: command() }];
    while (isOperator('|', '|&')) {
      next += 1;
      while (isOperator('\n')) next += 1;
      if (peek()) items.push({ after: ';', node: command() });
    }
    return items.length === 1 && items[0] ? items[0].node : { kind: 'list', start, items };
  }

  function command(): ShellNode {
    const start = place();
    if (isOperator('(')) return grouped(')');
    if (isWord('{')) return grouped('}');
    if (isWord('if')) return conditional();
    if (isWord('while', 'until')) {
      next += 1;
      return { kind: 'loop', start, test: listUntil(new Set(['do'])), body: loopBody() };
    }
    if (isWord('for', 'select')) return overWords();
    if (isWord('case')) return cases();
    if (isWord('function')) {
      next += 1;
      const name = tokens[next]?.text ?? '';
      next += 1;
      return functionOf(name);
    }
    const [open, close] = [tokens[next + 1], tokens[next + 2]];
    if (open?.operator && open.text === '(' && close?.operator && close.text === ')') {
      const name = peek()?.text ?? '';
      next += 1;
      return functionOf(name);
    }
    return simple();
  }

  function functionOf(name: string): ShellNode {
    while (isOperator('(', ')', '\n')) next += 1;
    const start = place();
    return { kind: 'function', start, name, body: peek() ? command() : { kind: 'list', start, items: [] } };
  }

  function grouped(end: string): ShellNode {
    next += 1;
    const body = listUntil(new Set([end]));
    next += 1;
    return body;
  }

  function conditional(): ShellNode {
    const start = place();
    const arms: { test?: ShellNode; body: ShellNode }[] = [];
    while (isWord('if', 'elif')) {
      next += 1;
      const test = listUntil(new Set(['then', 'fi']));
      if (isWord('then')) next += 1;
      arms.push({ test, body: listUntil(new Set(['elif', 'else', 'fi'])) });
    }
    if (isWord('else')) {
      next += 1;
      arms.push({ body: listUntil(new Set(['fi'])) });
    }
    next += 1;
    return { kind: 'choice', start, arms };
  }

  function overWords(): ShellNode {
    const start = place();
    next += 2;
    const over: ShellWord[] = [];
    if (isWord('in')) {
      next += 1;
      for (let token = peek(); token && !token.operator; token = peek()) {
        over.push(token);
        next += 1;
      }
    }
    skipBreaks();
    return { kind: 'loop', start, over, body: loopBody() };
  }

  function loopBody(): ShellNode {
    if (isWord('do')) next += 1;
    const body = listUntil(new Set(['done']));
    next += 1;
    return body;
  }

  function cases(): ShellNode {
    const start = place();
    next += 1;
    const subject = peek() ?? { text: '', start: end, end };
    next += 1;
    skipBreaks();
    if (isWord('in')) next += 1;
    const arms: { test: CaseTest; body: ShellNode }[] = [];
    for (skipBreaks(); peek() && !isWord('esac'); skipBreaks()) {
      const patterns: string[] = [];
      for (let token = peek(); token && !isOperator(')'); token = peek()) {
        if (!token.operator) patterns.push(token.text);
        next += 1;
      }
      next += 1;
      arms.push({ test: { subject, patterns }, body: listUntil(new Set([';;', ';&', ';;&', 'esac'])) });
      if (!isWord('esac')) next += 1;
    }
    next += 1;
    return { kind: 'choice', start, arms };
  }

  function simple(): ShellNode {
    const words: ShellWord[] = [];
    const test = isWord('[[');
    for (let token = peek(); token; token = peek()) {
      // Inside of `[[ … ]]`, `&&` and parentheses are part of the test.
      if (token.operator && !(test && words.at(-1)?.text !== ']]' && token.text !== '\n')) break;
      words.push(token);
      next += 1;
    }
    const [first] = words;
    const from = place();
    if (!first) next += 1;
    return { kind: 'command', start: first?.start ?? from, end: words.at(-1)?.end ?? from, words };
  }
}

function tokensOf(text: string, from: number, comments: Region[]): readonly Token[] {
  const tokens: Token[] = [];
  const documents: string[] = [];
  let at = from;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '\n' && documents.length > 0) {
      tokens.push({ text: '\n', start: at, end: at + 1, operator: true });
      at = afterDocuments(text, at + 1, documents.splice(0));
      continue;
    }
    if (character !== '\n' && /\s/.test(character)) {
      at += 1;
      continue;
    }
    if (character === '#') {
      const end = text.indexOf('\n', at);
      comments.push({ start: at, end: end < 0 ? text.length : end });
      at = end < 0 ? text.length : end;
      continue;
    }
    const operator = matchAt(OPERATOR, text, at);
    const written = operator ?? matchAt(WORD, text, at) ?? character;
    tokens.push({ text: written, start: at, end: at + written.length, operator: operator !== undefined });
    at += written.length;
    const document =
      operator === undefined
        ? /<<-?$/.test(written)
          ? matchAt(WORD, text, at)
          : /<<-?(['"]?\w+['"]?)$/.exec(written)?.[1]
        : undefined;
    if (document !== undefined) documents.push(document.replace(/['"-]/g, ''));
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Where the texts that stand in the script end: each at a line that holds its name alone. */
function afterDocuments(text: string, from: number, names: readonly string[]): number {
  let at = from;
  for (const name of names) {
    for (let line = ''; at < text.length && line.trim() !== name; ) {
      const end = text.indexOf('\n', at);
      line = text.slice(at, end < 0 ? text.length : end);
      at = end < 0 ? text.length : end + 1;
    }
  }
  return at;
}
