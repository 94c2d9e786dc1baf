/** Where nginx hands requests on without a word of the scheme that the visitor used. */

interface Block {
  readonly parent: Block | undefined;
  /** Lines of `proxy_pass`. */
  readonly passes: number[];
  /** Whether it has headers of its own: then it inherits none. */
  sets: boolean;
  tells: boolean;
}

/** A placeholder of a template has braces, and so may a quoted pattern. */
const token = /\$\{\w+\}|\{\{[^{}]*\}\}|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#[^\n]*|[{};]/g;

/** The lines of `proxy_pass` to which no `proxy_set_header X-Forwarded-Proto` applies, nor an `include` that may hold it. */
export function untoldLines(text: string): readonly number[] {
  const begin = (parent: Block | undefined): Block => ({ parent, passes: [], sets: false, tells: false });
  let block = begin(undefined);
  const blocks = [block];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found.startsWith('#')) {
      if (text.slice(start, index).trim() === '') start = index + found.length;
      continue;
    }
    if (!/^[{};]$/.test(found)) continue;
    if (found === ';') take(block, text, start, index);
    if (found === '{') {
      block = begin(block);
      blocks.push(block);
    }
    if (found === '}') block = block.parent ?? block;
    start = index + 1;
  }
  return blocks.flatMap((one) => (isTold(one) ? [] : one.passes)).sort((a, b) => a - b);
}

function take(block: Block, text: string, start: number, end: number): void {
  const statement = text.slice(start, end);
  const begins = start + statement.length - statement.trimStart().length;
  const [, name, first = ''] = /^(\w+)\s+(\S+)/.exec(statement.trim()) ?? [];
  if (name === 'proxy_pass') block.passes.push(text.slice(0, begins).split('\n').length);
  if (name === 'include' && /proxy|header|params|snippets/i.test(first)) block.tells = true;
  if (name !== 'proxy_set_header') return;
  block.sets = true;
  if (/^X-Forwarded-Proto$/i.test(first)) block.tells = true;
}

function isTold(block: Block | undefined): boolean {
  if (!block) return false;
  return block.tells || (!block.sets && isTold(block.parent));
}
