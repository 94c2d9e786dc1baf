/** What CPython says of a piece of source that cannot be read, where it says more than that it is invalid. */
import { readStatements } from './adapter.js';
import { targetProblems } from './target-refusals.js';
import type { SyntaxProblem } from './tree.js';

/** A bracket that closes nothing, or one of another kind, or is never closed. */
export function bracketProblem(piece: string, offset: number): SyntaxProblem | undefined {
  const open: number[] = [];
  const at = (index: number, message: string): SyntaxProblem => ({
    start: offset + index,
    end: offset + index + 1,
    type: 'SyntaxError',
    message,
  });
  for (const { index, text } of tokensOf(piece)) {
    if ('([{'.includes(text)) open.push(index);
    else if (')]}'.includes(text)) {
      const opening = open.pop();
      if (opening === undefined) return at(index, `unmatched '${text}'`);
      if (!['()', '[]', '{}'].includes(`${piece[opening]}${text}`)) {
        return at(index, `closing parenthesis '${text}' does not match opening parenthesis '${piece[opening]}'`);
      }
    }
  }
  const last = open.at(-1);
  return last === undefined ? undefined : at(last, `'${piece[last]}' was never closed`);
}

/** The first target of a plain assignment that cannot be assigned to. */
export function assignmentProblem(piece: string, offset: number): SyntaxProblem | undefined {
  let depth = 0;
  let from = 0;
  for (const { index, text } of tokensOf(piece)) {
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) depth -= 1;
    else if (depth === 0) {
      const found = wrongTarget(piece.slice(from, index), offset + from);
      if (found) return found;
      from = index + 1;
    }
  }
  return undefined;
}

function wrongTarget(text: string, offset: number): SyntaxProblem | undefined {
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  try {
    const { body } = readStatements(text.slice(indent), offset + indent);
    const [only] = body;
    if (body.length !== 1 || only?.kind !== 'expression') return undefined;
    const { start, end, value } = only;
    return targetProblems([{ kind: 'assign', start, end, targets: [value], value }])[0];
  } catch {
    return undefined;
  }
}

/** The brackets and the signs of assignment of a piece, without those in strings and comments. */
function tokensOf(piece: string): { readonly index: number; readonly text: string }[] {
  const tokens = piece.matchAll(
    /#[^\r\n]*|'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\[\s\S]|[^'\\\r\n])*'|"(?:\\[\s\S]|[^"\\\r\n])*"|[()[\]{}]|[=!<>]=|[-+*/%@&|^]=|:=|=/g,
  );
  return [...tokens].map(({ index, 0: text }) => ({ index, text })).filter(({ text }) => /^[()[\]{}=]$/.test(text));
}
