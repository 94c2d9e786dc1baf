/**
 * Looks a file of Python over at speed. Most files are plain, and to read every one by the grammar would take longer than all the
 * rest of an audit: only what is odd here is read so. What is plain here and refused all the same is not told of.
 */
import { createBlocks } from './blocks.js';
import { endItem, nameItem } from './brackets.js';
import { createCutter } from './pieces.js';
import { createSigns } from './signs.js';
import {
  bracketIn,
  compounds,
  constants,
  isHead,
  isKeyword,
  need,
  newStatement,
  operandWords,
  simple,
  soft,
} from './statement.js';

/** Words behind which a name is given. */
const namers = new Set(['class', 'def']);

/** Whether CPython may refuse it. */
export function looksOdd(text: string): boolean {
  return text.includes('\0') || isOdd(text, text.charCodeAt(0) === 0xfeff ? 1 : 0, text.length, false);
}

function isOdd(text: string, from: number, to: number, isField: boolean): boolean {
  const cutter = createCutter(text, from, to, (start, end) => isOdd(text, start, end, true));
  const blocks = createBlocks();
  const s = newStatement(isField);
  const sign = createSigns(s, operand);
  let lineBegins = !isField;
  let lineStart = from;
  /** Whether a statement stands before this one that none of `__future__` may follow. */
  let late = false;

  for (;;) {
    const sort = cutter.next();
    if (isField && (sort === 'end' || cutter.start >= to))
      return s.before !== 'operand' || s.brackets.length > 1 || endItem(s.brackets[0]);
    if (sort === 'odd') return true;
    if (sort === 'end') return s.brackets.length > 1 || (!lineBegins && endOfLine()) || blocks.isOpen();
    if (sort === 'line') {
      if (isField) return true;
      lineStart = cutter.at;
      if (s.brackets.length > 1 || lineBegins) continue;
      if (endOfLine()) return true;
      lineBegins = true;
      continue;
    }
    const piece = sort === 'number' ? '0' : sort === 'text' ? '"' : text.slice(cutter.start, cutter.at);
    if (lineBegins) {
      lineBegins = false;
      Object.assign(s, newStatement(false));
      if (/[^ \t\f]/.test(text.slice(lineStart, cutter.start))) return true;
      if (blocks.line(text, lineStart, cutter.start) || blocks.statement(piece)) return true;
    }
    // Behind a dot comes a name, and so it does behind the words that name something.
    if ((s.last === '.' || namers.has(s.last)) && s.before === 'needs' && sort !== 'word') return true;
    if (sort === 'sign' ? sign(piece) : sort === 'word' ? word(piece) : operand(piece)) return true;
    s.last = piece;
    s.count += 1;
    if (piece !== ',' && piece !== '(' && piece !== '[' && piece !== '{') bracketIn(s).pieces += 1;
  }

  function endOfLine(): boolean {
    late ||= s.first !== '"' && !(s.first === 'from' && s.future);
    if (endItem(s.brackets[0])) return true;
    if (s.before === 'needs') {
      if (!(s.first === 'from' && s.last === '*')) return true;
    } else if (s.before === 'comma') {
      if (/^(?:from|import|global|nonlocal)$/.test(s.first)) return true;
    } else if (s.before === 'colon-only') return true;
    if (isHead(s)) return true;
    if (s.opened !== '' && s.before === 'start' && s.last === ':') blocks.opens(s.opened);
    return false;
  }

  /** A name, a number, a text. */
  function operand(piece: string): boolean {
    if (s.count === 1 && s.first === 'from' && piece === '__future__') {
      if (late) return true;
      s.future = true;
    }
    if (s.before === 'colon-only' || s.before === 'end-only') return true;
    const joins =
      s.before === 'operand' && !(piece === '"' && s.last === '"') && !(s.count === 1 && soft.test(s.first));
    if (joins) return true;
    if (s.before === 'start') s.first = piece;
    s.before = 'operand';
    const around = bracketIn(s);
    if (
      around.kind === 'def' &&
      around.lambdas === 0 &&
      (around.pieces === 0 || (around.starred && around.pieces === 1))
    )
      return nameItem(around, piece);
    return false;
  }

  function word(piece: string): boolean {
    if (s.last === '.' && s.before === 'needs') return isKeyword(piece) || operand('name');
    if (constants.has(piece)) return operand(piece);
    if (s.before === 'start' && (compounds.has(piece) || simple.has(piece))) return statement(piece);
    if (operandWords.has(piece)) return inExpression(piece);
    if (piece === 'async') return false;
    if (compounds.has(piece) || simple.has(piece)) return between(piece);
    return operand(piece);
  }

  function statement(piece: string): boolean {
    // A block does not begin behind the colon of another.
    if (s.opened !== '' && compounds.has(piece)) return true;
    s.first = piece;
    const { scope, loop } = blocks.inside(s.opened);
    if (piece === 'return' && scope !== 'function' && scope !== 'async') return true;
    if ((piece === 'break' || piece === 'continue') && !loop) return true;
    if (piece === 'else' || piece === 'try' || piece === 'finally') s.before = 'colon-only';
    else if (piece === 'pass' || piece === 'break' || piece === 'continue') s.before = 'end-only';
    else s.before = piece === 'return' || piece === 'raise' || piece === 'except' ? 'free' : 'needs';
    return false;
  }

  /** A keyword of statements that does not begin one. */
  function between(piece: string): boolean {
    if (s.count === 1 && s.last === 'async' && /^(?:def|with|for)$/.test(piece)) {
      const { scope } = blocks.inside(s.opened);
      if (piece !== 'def' && scope !== 'async') return true;
      s.first = `async ${piece}`;
      s.before = 'needs';
      return false;
    }
    if (piece === 'from') {
      const fits = (s.last === 'yield' && s.before === 'free') || (s.first === 'raise' && s.before === 'operand');
      s.before = 'needs';
      return !fits;
    }
    if (piece === 'import' && s.first === 'from' && !s.imports && (s.before === 'operand' || /^\.+$/.test(s.last))) {
      s.imports = true;
      s.before = 'needs';
      return false;
    }
    return true;
  }

  function inExpression(piece: string): boolean {
    if (s.before === 'colon-only' || s.before === 'end-only') return true;
    const after = s.before === 'operand';
    const around = bracketIn(s);
    const { scope } = blocks.inside(s.opened);
    if (s.before === 'start') s.first = piece;
    switch (piece) {
      case 'not':
        if (after) return !/^[ \t\\\r\n]*in\b/.test(text.slice(cutter.at, cutter.at + 40)) || need(s);
        return need(s);
      case 'in':
        return !(after || s.last === 'not') || need(s);
      case 'and':
      case 'or':
      case 'is':
        return !after || need(s);
      case 'if':
        if (!around.comprehends && s.first !== 'case') around.ifs += 1;
        return !after || need(s);
      case 'else':
        if (around.ifs === 0 && !around.comprehends) return true;
        around.ifs = Math.max(0, around.ifs - 1);
        return !after || need(s);
      case 'for':
        around.comprehends = true;
        return !(after || s.last === 'async') || (s.brackets.length === 1 && !isField) || need(s);
      case 'as':
        return !after || !/^(?:with|async with|import|from|except|case)$/.test(s.first) || need(s);
      case 'async':
        s.before = after || s.before === 'start' ? 'operand' : s.before;
        return !(after || s.count === 0) || need(s);
      case 'lambda':
        around.lambdas += 1;
        s.before = 'free';
        return after;
      case 'await':
        return after || scope !== 'async' || need(s);
      default: {
        s.before = 'free';
        return after || !(scope === 'function' || scope === 'async');
      }
    }
  }
}
