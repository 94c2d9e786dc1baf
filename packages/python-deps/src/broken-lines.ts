/**
 * Takes the broken lines out of a piece of a lock file. A tool wrote it, one key or one item a line, so that what a broken line
 * belongs to can be told: a parser of TOML alone often blames the line after it, or loses all items of an array.
 */
import { isToml } from './toml.js';
import { type Statement, statementsOf } from './toml-statements.js';

/** The text without its broken lines, with as many lines as before. */
export interface WholeLines {
  readonly text: string;
  /** The lines that are lost, from 0; of lines that hung on one, that one alone. */
  readonly lost: readonly number[];
}

/** Keeps each header, key and item of an array that is TOML by itself. Of a key that stands there twice, as after a merge, neither. */
export function withoutBrokenLines(text: string): WholeLines {
  const lines = text.split(/\r?\n/);
  const whole = lines.map(() => '');
  const lost: number[] = [];
  /** What stands below a broken header belongs to nobody knows what. */
  let isAdrift = false;
  let keys = new Map<string, Statement>();
  for (const statement of statementsOf(lines)) {
    const { at, lines: own } = statement;
    const [head = ''] = own;
    if (head.startsWith('[')) {
      isAdrift = !isToml(head);
      keys = new Map();
    } else if (isAdrift) continue;
    const kept = isToml(own.join('\n')) ? own : mended(own, (line) => lost.push(at + line));
    const key = /^[\w"'.-]+(?=[ \t]*=)/.exec(kept[0] ?? '')?.[0];
    const twin = key === undefined ? undefined : keys.get(key);
    if (twin) {
      lost.push(twin.at, at);
      for (const [line] of twin.lines.entries()) whole[twin.at + line] = '';
      continue;
    }
    if (key !== undefined) keys.set(key, statement);
    for (const [line, words] of kept.entries()) whole[at + line] = words;
  }
  return { text: whole.join('\n'), lost };
}

/** What can be kept of a broken statement: its first line where that is whole, or the items of an array that are. */
function mended([head = '', ...rest]: readonly string[], lose: (line: number) => void): readonly string[] {
  if (isToml(head)) {
    if (rest.length > 0) lose(1);
    return [head];
  }
  const [, opening = '', first = ''] = /^([^\s=]+[ \t]*=[ \t]*\[)(.*)$/s.exec(head) ?? [];
  if (opening === '' || rest.length === 0 || !isToml(`${opening}]`)) {
    lose(0);
    return [];
  }
  const items = [first, ...rest].map((line, index) => {
    const item = line.trim().replace(/,$/, '');
    if (item === '' || item === ']') return '';
    if (isToml(`x = [${item}]`)) return `${item},`;
    lose(index);
    return '';
  });
  const [beside = '', ...below] = items;
  return [`${opening}${beside}`, ...below.slice(0, -1), `${below.at(-1)}]`];
}
