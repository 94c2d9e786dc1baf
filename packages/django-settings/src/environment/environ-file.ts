/** django-environ's own reading of `.env` in `Env.read_env`: one pattern a line, no references, no blanks around `=`. */
import { BLANK, splitLines } from '../evaluate/library/python-text.js';
import type { AtLeast } from './version.js';

/** The variables of a `.env` file in order, the last of equal names winning. `comments`: strip those after a value. */
export function readEnvironFile(text: string, comments: boolean, atLeast: AtLeast = () => true): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of splitLines(text)) {
    const match = /^(?:export )?([A-Za-z_0-9]+)=(.*)$/su.exec(line);
    if (match?.[1] === undefined) continue;
    // Before 0.8 the first of equal names won.
    if (found.has(match[1]) && !atLeast(0, 8)) continue;
    found.set(match[1], valueOf(match[2] ?? '', comments, atLeast));
  }
  return found;
}

function valueOf(written: string, comments: boolean, atLeast: AtLeast): string {
  const value = comments ? withoutComment(written) : (/^'(.*)'$/su.exec(written)?.[1] ?? written);
  const double = /^"(.*)"$/su.exec(value);
  if (double?.[1] === undefined) return value;
  return double[1].replace(/\\(.)/gsu, (_, char: string) =>
    'rnt'.includes(char) && atLeast(0, 8) ? `\\${char}` : char,
  );
}

function withoutComment(written: string): string {
  const blank = `[${BLANK}]`;
  const single = new RegExp(`^${blank}*'(.*)'${blank}*(?:#.*${blank}*)?$`, 'su').exec(written);
  if (single?.[1] !== undefined) return single[1];
  const hash = written.indexOf('#');
  return hash < 0 ? written : written.slice(0, hash);
}
