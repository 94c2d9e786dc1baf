/** What stands in brackets in a regular expression, as far as CPython refuses it. */
import { quote } from '../text.js';
import { type Inline, inlineFlags } from './regex-inline-flags.js';
import { size } from './regex-source.js';
import { checkBehind, nothing, type Piece, type State, VERBOSE } from './regex-state.js';

/** What stands in brackets: a group, what looks around, a condition, flags; `undefined` for a comment. */
export function group(state: State, verbose: boolean, nested: number, first: boolean): Piece | 'flags' | undefined {
  const { source } = state;
  const start = source.tell() - 1;
  const close = () => {
    if (!source.match(')')) throw source.error('missing ), unterminated subpattern', source.tell() - start);
  };
  if (!source.match('?')) return capture(state, undefined, verbose, nested, close);
  const char = source.get();
  if (char === undefined) throw source.error('unexpected end of pattern');
  if (char === 'P') return named(state, verbose, nested, close);
  if (char === '#') {
    for (;;) {
      if (source.next === undefined) throw source.error('missing ), unterminated comment', source.tell() - start);
      if (source.get() === ')') return undefined;
    }
  }
  if (char === '=' || char === '!' || char === '<') return around(state, char, verbose, nested, close);
  if (char === '(') return condition(state, verbose, nested, close);
  let skips = verbose;
  if (/^[iLmsxau-]$/u.test(char)) {
    const flags: Inline = inlineFlags(source, char);
    if (flags.is === 'global') {
      state.flags |= flags.on;
      if (!first) throw source.error('global flags not at the start of the expression', source.tell() - start);
      return 'flags';
    }
    skips = (verbose || (flags.on & VERBOSE) !== 0n) && (flags.off & VERBOSE) === 0n;
  } else if (char !== ':' && char !== '>') throw source.error(`unknown extension ?${char}`, size(char) + 1);
  const inside = state.alternatives(state, skips, nested + 1);
  close();
  return inside;
}

function capture(state: State, name: string | undefined, verbose: boolean, nested: number, close: () => void): Piece {
  const { source, groups, names } = state;
  const own = groups.length;
  groups.push(undefined);
  if (name !== undefined) {
    const before = names.get(name);
    const words = `redefinition of group name ${quote(name)} as group ${own}; was group ${before}`;
    if (before !== undefined) throw source.error(words, size(name) + 1);
    names.set(name, own);
  }
  const inside = state.alternatives(state, verbose, nested + 1);
  close();
  groups[own] = inside;
  return inside;
}

/** `(?P<name>…)` and `(?P=name)` */
function named(state: State, verbose: boolean, nested: number, close: () => void): Piece {
  const { source } = state;
  if (source.match('<')) {
    const name = source.getUntil('>', 'group name');
    source.checkGroupName(name, 1);
    return capture(state, name, verbose, nested, close);
  }
  if (source.match('=')) {
    const name = source.getUntil(')', 'group name');
    source.checkGroupName(name, 1);
    const found = groupNamed(state, name);
    const width = state.groups[found];
    if (!width) throw source.error('cannot refer to an open group', size(name) + 1);
    checkBehind(state, found);
    return { ...width, is: 'other' };
  }
  const char = source.get();
  if (char === undefined) throw source.error('unexpected end of pattern');
  throw source.error(`unknown extension ?P${char}`, size(char) + 2);
}

function groupNamed({ source, names }: State, name: string): number {
  const found = names.get(name);
  if (found === undefined) throw source.error(`unknown group name ${quote(name)}`, size(name) + 1);
  return found;
}

/** `(?=…)`, `(?!…)`, `(?<=…)` and `(?<!…)` */
function around(state: State, char: string, verbose: boolean, nested: number, close: () => void): Piece {
  const { source } = state;
  const outer = state.behind;
  if (char === '<') {
    const sign = source.get();
    if (sign === undefined) throw source.error('unexpected end of pattern');
    if (sign !== '=' && sign !== '!') throw source.error(`unknown extension ?<${sign}`, size(sign) + 2);
    state.behind ??= state.groups.length;
  }
  const inside = state.alternatives(state, verbose, nested + 1);
  if (char === '<') {
    state.behind = outer;
    if (inside.least !== inside.most) state.varies = true;
  }
  close();
  return nothing;
}

/** `(?(group)yes|no)` */
function condition(state: State, verbose: boolean, nested: number, close: () => void): Piece {
  const { source, asked } = state;
  const name = source.getUntil(')', 'group name');
  let wanted: number;
  if (/^[0-9]+$/u.test(name)) {
    wanted = Number(name);
    if (wanted === 0) throw source.error('bad group number', size(name) + 1);
    if (wanted >= 1_073_741_823) throw source.error(`invalid group reference ${wanted}`, size(name) + 1);
    if (!asked.has(wanted)) asked.set(wanted, source.tell() - size(name) - 1);
  } else {
    source.checkGroupName(name, 1);
    wanted = groupNamed(state, name);
  }
  checkBehind(state, wanted);
  const yes = state.sequence(state, verbose, nested + 1);
  const no = source.match('|') ? state.sequence(state, verbose, nested + 1) : nothing;
  if (source.next === '|') throw source.error('conditional backref with more than two branches');
  close();
  return { is: 'other', least: Math.min(yes.least, no.least), most: Math.max(yes.most, no.most) };
}
