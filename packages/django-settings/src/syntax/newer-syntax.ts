/** What a file is written with that older releases of Python 3 refuse. */

import { isBroken, type Token } from './grammar/token.js';
import { createTokenizer } from './grammar/tokenizer.js';
import type { Expression, Node, Statement } from './tree.js';
import { childrenOf } from './tree-walk.js';

/** A construct, and the first Python that takes it. */
export interface NewerSyntax {
  readonly what: string;
  readonly since: string;
  readonly at: Node;
}

/** Lines that may hold one: few files have any, and only those are read. */
const mayHold =
  /:=|^[ \t]*(?:match\b[^\n]*:|type[ \t]+\w|except[ \t]*\*|(?:async[ \t]+)?(?:def|class)[ \t]+\w+\[)|[(,]\s*\/\s*[,)]/m;

/** The newest that it is written with. `body` is its syntax, `odd` whether a quick look found it plain. */
export function newerSyntax(text: string, body: () => readonly Statement[], odd: boolean): NewerSyntax | undefined {
  const found: NewerSyntax[] = [];
  if (mayHold.test(text)) for (const node of body()) gather(node, found);
  const field = odd ? newerField(text) : undefined;
  if (field) found.push({ what: 'what stands in the braces of a formatted string', since: '3.12', at: field });
  return found.sort((a, b) => minor(b) - minor(a))[0];
}

const minor = ({ since }: NewerSyntax): number => Number(since.split('.')[1]);

function gather(node: Statement | Expression, into: NewerSyntax[]): void {
  const add = (what: string, since: string): void => void into.push({ what, since, at: node });
  switch (node.kind) {
    case 'match':
      add('`match`', '3.10');
      break;
    case 'walrus':
      add('`:=`', '3.8');
      break;
    case 'try':
      if (node.group) add('`except*`', '3.11');
      break;
    case 'type-alias':
      add('`type`', '3.12');
      break;
    case 'function':
    case 'class':
      // A pattern is of a class too.
      if ('typeParameters' in node && node.typeParameters.length > 0) add('a list of type parameters', '3.12');
      if (node.kind === 'function' && node.parameters.some(({ kind }) => kind === 'positional-only'))
        add('a parameter that is given by its place alone', '3.8');
      break;
    default:
      break;
  }
  for (const child of childrenOf(node)) gather(child as Statement | Expression, into);
}

/**
 * A field of a formatted string that Python before 3.12 refuses: it holds the quote that ends the string, a backslash, or goes over
 * lines between single quotes.
 */
function newerField(text: string): Node | undefined {
  const plain = text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n');
  const tokenizer = createTokenizer(plain.endsWith('\n') ? plain : `${plain}\n`);
  const quotes: string[] = [];
  let before = 0;
  for (let token = tokenizer.next(); token.key !== 'ENDMARKER'; token = tokenizer.next()) {
    if (isBroken(token)) return undefined;
    if (token.key === 'FSTRING_END') quotes.pop();
    else if (quotes.length > 0) {
      const own = token.key === 'FSTRING_MIDDLE';
      const around = own ? quotes.slice(0, -1) : quotes;
      const piece = plain.slice(own ? token.start : before, token.end);
      if (around.some((quote) => isRefused(piece, quote))) return token;
    }
    if (token.key === 'FSTRING_START') quotes.push(quoteOf(plain, token));
    before = token.end;
  }
  return undefined;
}

const quoteOf = (text: string, { start, end }: Token): string => text.slice(start, end).replace(/^[A-Za-z]+/, '');

const isRefused = (piece: string, quote: string): boolean =>
  piece.includes('\\') || piece.includes(quote) || (quote.length === 1 && piece.includes('\n'));
