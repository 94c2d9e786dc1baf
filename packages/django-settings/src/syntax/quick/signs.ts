/** The signs of a statement of Python, looked over at speed. Each answer is whether something is odd. */
import { type Bracket, bracketOf, endItem, nameItem } from './brackets.js';
import { bracketIn, isHead, isKeyword, need, type Statement, simple, soft } from './statement.js';

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** What each sign does to a statement; `operand` takes `...`, which is a value. */
export function createSigns(s: Statement, operand: (piece: string) => boolean): (piece: string) => boolean {
  function sign(piece: string): boolean {
    const around = bracketIn(s);
    if (s.before === 'end-only' && piece !== ';') return true;
    if (s.before === 'colon-only' && piece !== ':') return true;
    switch (piece) {
      case '(':
      case '[':
      case '{':
        return open(piece);
      case ')':
      case ']':
      case '}':
        return close(piece);
      case ',':
        return comma(around);
      case ':':
        return colon(around);
      case ';':
        if (s.brackets.length > 1 || s.before === 'needs' || s.before === 'start' || isHead(s) || endItem(around))
          return true;
        s.before = 'start';
        s.first = '';
        s.imports = false;
        return false;
      case '.':
      case '...':
        if (s.first === 'from' && s.before !== 'operand' && !s.imports) {
          s.before = 'free';
          return false;
        }
        return piece === '.' ? s.before !== 'operand' || need(s) : operand(piece);
      case '=':
        return equals(around);
      case '->':
        return !/def$/.test(s.first) || s.last !== ')' || need(s);
      case ':=':
        return s.before !== 'operand' || s.count === 1 || need(s);
      default:
        return operator(piece, around);
    }
  }

  function open(piece: string): boolean {
    const after = s.before === 'operand';
    if (after && piece === '{' && !(s.count === 1 && soft.test(s.first))) return true;
    const parent = bracketIn(s);
    if (!after && parent.kind === 'def' && parent.pieces === 0) return true;
    if (s.last === 'lambda') return true;
    if (s.before === 'start') s.first = piece;
    let kind: Bracket['kind'] = 'group';
    if (after && piece === '(')
      kind = s.brackets.length === 1 && /def$/.test(s.first) && !s.parameters ? 'def' : 'call';
    else if (after && piece === '[') kind = 'index';
    if (kind === 'def') s.parameters = true;
    if (s.brackets.length > 99) return true;
    parent.pieces += 1;
    s.brackets.push(bracketOf(piece, kind));
    s.before = 'free';
    return false;
  }

  function close(piece: string): boolean {
    const around = bracketIn(s);
    if (s.brackets.length === 1 || around.sign !== closers[piece]) return true;
    if (s.before === 'needs') return true;
    if (around.kind === 'index' && around.pieces === 0 && s.before !== 'comma') return true;
    if (endItem(around)) return true;
    s.brackets.pop();
    s.before = 'operand';
    return false;
  }

  function comma(around: Bracket): boolean {
    const lone = s.before === 'needs' && s.last === '*' && (around.kind === 'def' || around.lambdas > 0);
    if (s.before !== 'operand' && !lone && !(around.sign === '[' && s.last === ':')) return true;
    s.before = 'comma';
    if (around.lambdas > 0 || around.comprehends) return false;
    if (s.brackets.length === 1 && ((s.first === 'except' && s.opened === '') || s.first === 'raise')) return true;
    return endItem(around);
  }

  function colon(around: Bracket): boolean {
    if (around.lambdas > 0) {
      around.lambdas -= 1;
      return s.before === 'needs' || need(s);
    }
    if (s.brackets.length > 1) {
      if (around.sign === '[') {
        s.before = s.before === 'needs' ? s.before : 'free';
        return s.before === 'needs';
      }
      around.colons += 1;
      return s.before !== 'operand' || (around.sign === '(' && around.kind !== 'def') || need(s);
    }
    const isSoft = /^(?:match|case)$/.test(s.first) && s.count > 1 && s.opened === '';
    if (isHead(s) || isSoft) {
      if (s.before === 'needs' || s.before === 'comma' || (s.first !== 'case' && endItem(around))) return true;
      if (s.before === 'free' && s.first !== 'except') return true;
      if (/def$/.test(s.first) && !s.parameters) return true;
      s.opened = s.first;
      s.brackets = [bracketOf('', 'line')];
      s.before = 'start';
      s.first = '';
      return false;
    }
    if (simple.has(s.first) || s.before !== 'operand' || around.colons > 0 || s.isField) return true;
    around.colons = 1;
    return need(s);
  }

  function equals(around: Bracket): boolean {
    const unpacks = s.before === 'comma' && s.brackets.length === 1;
    if (s.before !== 'operand' && !unpacks) return true;
    s.before = 'needs';
    if (around.lambdas > 0) return false;
    if (around.kind === 'def') {
      around.named = true;
      return false;
    }
    if (around.kind === 'call') {
      around.named = true;
      return around.pieces !== 1 || isKeyword(s.last) || s.last === '"' || s.last === '0' || nameItem(around, s.last);
    }
    if (s.brackets.length > 1 || s.isField || isHead(s) || simple.has(s.first)) return true;
    if (around.colons > 0) return false;
    return /^(?:"|0|\}|None|True|False|\.\.\.)$/.test(s.last) || (s.last === ')' && !/^[([*]$/.test(s.first));
  }

  function operator(piece: string, around: Bracket): boolean {
    const after = s.before === 'operand';
    if (/^(?:[-+*/%&|^@]|\*\*|\/\/|<<|>>)=$/.test(piece))
      return !after || s.brackets.length > 1 || isHead(s) || simple.has(s.first) || need(s);
    if (after) return piece === '~' || need(s);
    if (piece === '~' || piece === '+' || piece === '-') {
      if (s.before === 'start') s.first = piece;
      return need(s);
    }
    if (piece === '*' || piece === '**') {
      const fits = s.before !== 'needs' || /^(?:=|return|in|yield|for|print|import|:)$/.test(s.last);
      if (s.before === 'start') s.first = piece;
      around.starred = true;
      return !fits || need(s);
    }
    if (piece === '/' && s.before === 'comma' && (around.kind === 'def' || around.lambdas > 0)) {
      around.starred = true;
      around.named = around.afterNamed;
      s.before = 'operand';
      return false;
    }
    if (piece === '@' && s.before === 'start') {
      s.first = '@';
      return need(s);
    }
    return true;
  }

  return sign;
}
