/** Decides what a shell's tests ask, where the build's files alone say it: `[ "$ENV" = prod ]`, `[ -f requirements.txt ]`. */

/** What is known where the test stands. */
export interface TestContext {
  readonly variables: ReadonlyMap<string, string>;
  /** Whether a file of that name is there for sure. */
  readonly hasFile: (path: string) => boolean;
}

/** The answer of `[`, `[[`, `test`, `true` or `false`; `undefined` where it is not known, or the command asks something else. */
export function decideTest(words: readonly string[], context: TestContext): boolean | undefined {
  const [name = '', ...rest] = words;
  if (name === 'true' || name === ':') return true;
  if (name === 'false') return false;
  const close = name === '[' ? ']' : name === '[[' ? ']]' : undefined;
  if (close === undefined && name !== 'test') return undefined;
  const end = close === undefined ? rest.length : rest.indexOf(close);
  return end < 0 ? undefined : expression(rest.slice(0, end), context);
}

function expression(words: readonly string[], context: TestContext): boolean | undefined {
  const [first = '', second = '', third = ''] = words;
  if (first === '!') {
    const inner = expression(words.slice(1), context);
    return inner === undefined ? undefined : !inner;
  }
  const value = (word: string) => expand(word, context.variables);
  if (words.length === 3) return compare(value(first), second, value(third), third);
  if (words.length === 2 && /^-[efrs]$/.test(first)) {
    const path = value(second);
    return path !== undefined && context.hasFile(path) ? true : undefined;
  }
  const text = value(words.length === 2 ? second : first);
  if (text === undefined || words.length === 0) return undefined;
  if (words.length === 1 || first === '-n') return text !== '';
  return first === '-z' ? text === '' : undefined;
}

function compare(
  left: string | undefined,
  sign: string,
  right: string | undefined,
  written: string,
): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (/^-(?:eq|ne)$/.test(sign)) {
    if (!/^\d+$/.test(left) || !/^\d+$/.test(right)) return undefined;
    return (Number(left) === Number(right)) === (sign === '-eq');
  }
  // Outside of quotes, a star is a pattern to `[[` and `case`.
  if (!/^["']/.test(written) && /[*?[]/.test(written)) return undefined;
  if (sign === '=' || sign === '==') return left === right;
  return sign === '!=' ? left !== right : undefined;
}

/** A word's text, with the variables put in that are known. */
function expand(word: string, variables: ReadonlyMap<string, string>): string | undefined {
  let known = true;
  const literal = /^'[^']*'$/.test(word);
  const text = word.replace(/^(["'])([\s\S]*)\1$/, '$2');
  if (literal) return text;
  const expanded = text.replace(
    /\$(?:\{(\w+)(?::-([^}$]*))?\}|(\w+))/g,
    (_, braced?: string, fallback?: string, bare?: string) => {
      const value = variables.get(braced ?? bare ?? '');
      if (value === undefined) known = false;
      return value === '' && fallback !== undefined ? fallback : (value ?? '');
    },
  );
  return known && !/[$`"'\\]/.test(expanded) ? expanded : undefined;
}
