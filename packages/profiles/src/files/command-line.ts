/** Shell command lines as their words, so that no reader of a target's files looks for a program with a regular expression. */
import type { Span } from '@django-golive/core';
import { tokensOf, type Word } from './shell-tokens.js';

/** `NAME=value` in front of a command. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly literal: boolean;
}

/** What is asked before a command runs: `[ "$1" = web ]`. `undefined` for a loop, a function and the like. */
export interface Branch {
  readonly test: string | undefined;
  /** The answer with which it runs. */
  readonly holds: boolean;
}

/** What stands between a command and the one before it. */
export type Joiner = 'first' | 'then' | 'and' | 'or' | 'pipe';

/** A simple command of a line or a script. */
export interface Command {
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly joiner: Joiner;
  /** Whether it stands under an `if`, a loop, a `case`, a function or behind `||`: it may not run. */
  readonly conditional: boolean;
  /** On what that depends, outermost first. */
  readonly branches: readonly Branch[];
  /** Whether `&` sends it into the background: what follows starts while it runs. */
  readonly background?: true;
  readonly span: Span;
}

/** An `if`, `case`, loop or function that is not at its end yet. */
interface Block {
  readonly end: string;
  branches: readonly Branch[];
  /** Where the test of an `if` begins. */
  from: number;
  /** What a `case` compares, and whether a pattern comes next. */
  readonly subject?: string;
  patterns: string[] | undefined;
}

/** What opens a block, with the word that ends it. */
const opening: ReadonlyMap<string, string> = new Map([
  ['if', 'fi'],
  ['while', 'done'],
  ['until', 'done'],
  ['for', 'done'],
  ['select', 'done'],
  ['case', 'esac'],
  ['{', '}'],
]);
const closing = new Set(opening.values());
const prefixes = new Set(['then', 'else', 'elif', 'do', '!', 'time']);
/** Past these nobody has written a script: its branches are not known. */
const deepest = 40;
const longest = 400;
const unknown: Branch = { test: undefined, holds: true };

/** `a && b &` sends the whole list into the background. */
function sendBack(commands: Command[]): void {
  for (let index = commands.length - 1; index >= 0; index -= 1) {
    const command = commands[index];
    if (!command) return;
    commands[index] = { ...command, background: true };
    if (command.joiner === 'first' || command.joiner === 'then') return;
  }
}

/** The commands of a shell line or script, in order. Any text is accepted; what is no command gives none. */
export function parseCommandLine(text: string, offset = 0): readonly Command[] {
  const commands: Command[] = [];
  const blocks: Block[] = [];
  let words: { word: Word; bare: boolean }[] = [];
  let joiner: Joiner = 'first';

  /** From now on the last `if` or arm has been answered with no, and another may be with yes. */
  const turn = (block: Block, test?: string): void => {
    const past = block.branches.map((one) => ({ ...one, holds: false }));
    block.branches = past.length > deepest ? [unknown] : test === undefined ? past : [...past, { test, holds: true }];
  };
  const flush = (): void => {
    const opened: Block[] = [];
    let head = words[0];
    while (head?.bare && (prefixes.has(head.word.text) || closing.has(head.word.text) || opening.has(head.word.text))) {
      words.shift();
      const { text: keyword, span } = head.word;
      const block = opened.at(-1) ?? blocks.at(-1);
      const end = opening.get(keyword);
      if (end !== undefined) {
        const subject = keyword === 'case' ? words.shift()?.word.text.slice(0, longest) : undefined;
        opened.push({
          end,
          branches: keyword === 'if' || keyword === 'case' ? [] : [unknown],
          from: span.end,
          ...(subject === undefined ? {} : { subject }),
          patterns: keyword === 'case' ? [] : undefined,
        });
        // What follows `in` on the line is a pattern, or what a loop goes through.
        if (keyword === 'case') words.shift();
        if (keyword === 'for' || keyword === 'select') words = [];
      } else if (keyword === '}' ? block?.end === keyword : closing.has(keyword)) blocks.pop();
      else if (block?.end === 'fi') {
        if (keyword === 'then')
          turn(block, text.slice(block.from - offset, span.start - offset).replace(/^\s+|[;\s]+$/g, ''));
        else if (keyword === 'elif' || keyword === 'else') turn(block);
        if (keyword === 'elif') block.from = span.end;
      }
      head = words[0];
    }
    // The test of an `if` runs whenever the `if` is reached; only what follows depends on it.
    const first = words[0];
    if (first && (opened.at(-1) ?? blocks.at(-1))?.patterns === undefined) {
      const branches = blocks.length > deepest ? [unknown] : blocks.flatMap((block) => block.branches);
      const command = commandOf(
        words.map((item) => item.word),
        joiner,
        joiner === 'or' ? [...branches, unknown] : branches,
        blocks.length > 0 || joiner === 'or',
        first.word.span.start,
      );
      if (command) commands.push(command);
      words = [];
    }
    blocks.push(...opened);
    if (blocks.at(-1)?.patterns === undefined) words = [];
  };

  for (const token of tokensOf(text, offset)) {
    if (token.kind === 'word') {
      words.push({ word: token.word, bare: token.bare });
      continue;
    }
    if (token.text === '(' && words.length === 1) {
      // `name() {`: the body runs only when called.
      words = [];
      continue;
    }
    flush();
    if (token.text === '&') sendBack(commands);
    const block = blocks.at(-1);
    if (token.text === ';;' && block?.subject !== undefined) block.patterns = [];
    else if (block?.patterns && words.length > 0) {
      block.patterns.push(
        `[ "${block.subject}" = ${words.map(({ word, bare }) => (bare ? word.text : `'${word.text}'`)).join('')} ]`,
      );
      words = [];
      if (token.text === ')') {
        turn(block, block.patterns.join(' || '));
        block.patterns = undefined;
      }
    }
    joiner = token.text === '&&' ? 'and' : token.text === '||' ? 'or' : token.text === '|' ? 'pipe' : 'then';
  }
  flush();
  return commands;
}

/** The command that words given one by one make (`CMD ["gunicorn", "app"]`): no shell reads them. */
export function commandOfWords(words: readonly Word[]): Command | undefined {
  const first = words[0];
  const last = words[words.length - 1];
  if (!first || !last) return undefined;
  return {
    assignments: [],
    words: words.map((word) => ({ ...word, literal: true })),
    joiner: 'first',
    conditional: false,
    branches: [],
    span: { start: first.span.start, end: last.span.end },
  };
}

function commandOf(
  all: readonly Word[],
  joiner: Joiner,
  branches: readonly Branch[],
  conditional: boolean,
  start: number,
): Command | undefined {
  const assignments: Assignment[] = [];
  let index = 0;
  for (; index < all.length; index += 1) {
    const word = all[index];
    const match = word && /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word.text);
    if (!word || !match) break;
    assignments.push({ name: match[1] ?? '', value: match[2] ?? '', span: word.span, literal: word.literal });
  }
  const last = all[all.length - 1];
  if (!last) return undefined;
  return {
    assignments,
    words: all.slice(index),
    joiner,
    conditional,
    branches,
    span: { start, end: last.span.end },
  };
}
