/** The blocks that lines open and close by how far they are indented, looked over at speed. */

/** A block: where its lines begin, what opened it, and what its last statement began with. */
interface Block {
  readonly column: number;
  readonly tabs: number;
  readonly scope: 'module' | 'class' | 'function' | 'async';
  readonly loop: boolean;
  last: string;
}

/** The words that a block goes on with, each with those of the statements that it may follow. */
const follows: Readonly<Record<string, RegExp>> = {
  elif: /^(?:if|elif)$/,
  else: /^(?:if|elif|for|while|except)$/,
  except: /^(?:try|except)$/,
  finally: /^(?:try|except|else)$/,
};

/** Follows the blocks of a file. Each answers whether something is odd. */
export function createBlocks() {
  const blocks: [Block, ...Block[]] = [{ column: 0, tabs: 0, scope: 'module', loop: false, last: '' }];
  let opener = '';
  let decorated = false;

  const top = (): Block => blocks.at(-1) as Block;
  const scopeBelow = (word: string): Pick<Block, 'scope' | 'loop'> => {
    if (word === 'def') return { scope: 'function', loop: false };
    if (word === 'async def') return { scope: 'async', loop: false };
    if (word === 'class') return { scope: 'class', loop: false };
    return { scope: top().scope, loop: top().loop || word === 'for' || word === 'while' };
  };

  /** A line with code begins with that much space. */
  function line(text: string, start: number, end: number): boolean {
    let [column, tabs] = [0, 0];
    for (let at = start; at < end; at += 1) {
      const char = text[at];
      if (char === '\f') [column, tabs] = [0, 0];
      else {
        column = char === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1;
        tabs += 1;
      }
    }
    if (opener !== '') {
      if (column <= top().column || tabs <= top().tabs) return true;
      blocks.push({ column, tabs, ...scopeBelow(opener), last: '' });
      opener = '';
      return blocks.length > 99;
    }
    while (blocks.length > 1 && column < top().column) {
      if (decorated || top().last === 'try') return true;
      blocks.pop();
    }
    return column !== top().column || tabs !== top().tabs;
  }

  /** The first statement of a line begins with a word. */
  function statement(word: string): boolean {
    const { last } = top();
    const goesOn = Object.hasOwn(follows, word) ? follows[word] : undefined;
    if (goesOn ? !goesOn.test(last) : last === 'try') return true;
    if (decorated && !['def', 'class', 'async', '@'].includes(word)) return true;
    decorated = word === '@';
    top().last = word;
    return false;
  }

  return {
    line,
    statement,
    /** A line ends in a colon; the word says what it began with. */
    opens(word: string): void {
      opener = word;
    },
    /** What the code of a line stands in, that of one behind a colon in what the line opens. */
    inside(word: string): Pick<Block, 'scope' | 'loop'> {
      return word === '' ? top() : scopeBelow(word);
    },
    /** Whether the file may not end here. */
    isOpen(): boolean {
      return opener !== '' || decorated || blocks.some(({ last }) => last === 'try');
    },
  };
}
