/** Where top-level statements begin, found without a grammar, so that one broken statement does not hide the others. */

/** A piece of source that should hold whole top-level statements. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

const continues = /^(?:elif|else|except|finally)\b/;
/** A line that cannot stand inside brackets: the bracket above it was never closed. */
const surelyNew =
  /^(?:[A-Za-z_]\w*[ \t]*(?::[^=]+)?=(?![=])|(?:import|from|def|class|if|for|while|try|with|return|raise|del|assert|global)\b(?!.*[)\]}],?[ \t]*$))/;

/** Pieces of the text in order. Together they hold all of it but blank lines and comments at the start. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start = -1;
  let decorated = false;
  for (const line of logicalLines(text)) {
    const first = text[line.start] ?? '';
    const head = text.slice(line.start, line.start + 200);
    const atTop = first !== ' ' && first !== '\t';
    if (start >= 0 && (!atTop || continues.test(head) || decorated)) {
      decorated = atTop && first === '@';
      continue;
    }
    if (start >= 0) chunks.push({ start, end: line.start });
    start = line.start;
    decorated = first === '@';
  }
  if (start >= 0) chunks.push({ start, end: text.length });
  return chunks;
}

/** Logical lines that hold code: brackets, strings, comments and continued lines are followed. */
export function* logicalLines(text: string): Generator<Chunk> {
  let at = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    if (/^[ \t\f]*(?:#.*)?$/.test(text.slice(at, Math.min(lineEnd, at + 400)).replace(/[\r\n]+$/, ''))) {
      at = lineEnd + 1;
      continue;
    }
    const end = endOfLogicalLine(text, at);
    yield { start: at, end };
    at = end + 1;
  }
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) return at;
    if (code === 13) return text.charCodeAt(at + 1) === 10 ? at + 1 : at;
  }
  return text.length;
}

function endOfLogicalLine(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const char = text[at];
    if (char === '#') {
      at = endOfLine(text, at);
      if (text[at - 1] === '\r' && text[at] === '\n') at -= 1;
      continue;
    }
    if (char === '"' || char === "'") {
      at = endOfString(text, at);
      continue;
    }
    if (char === '\\') {
      at = text[at + 1] === '\r' && text[at + 2] === '\n' ? at + 3 : at + 2;
      continue;
    }
    if (char === '(' || char === '[' || char === '{') depth += 1;
    else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1);
    else if (char === '\n' || char === '\r') {
      const end = char === '\r' && text[at + 1] === '\n' ? at + 1 : at;
      if (depth === 0 || surelyNew.test(text.slice(end + 1, end + 300).split(/[\r\n]/, 1)[0] ?? '')) return end;
      at = end;
    }
    at += 1;
  }
  return text.length;
}

/** After the closing quote; a string that is never closed ends with its line. */
function endOfString(text: string, from: number): number {
  const quote = text[from] ?? '';
  const triple = text.startsWith(quote.repeat(3), from);
  const closing = triple ? quote.repeat(3) : quote;
  for (let at = from + closing.length; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (!triple && (char === '\n' || char === '\r')) return at;
    else if (text.startsWith(closing, at)) return at + closing.length;
  }
  return triple ? endOfLine(text, from) : text.length;
}
