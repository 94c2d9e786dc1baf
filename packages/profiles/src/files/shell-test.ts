/** The answers of a shell's tests, `[ "$1" = web ] && [ -n "$X" ]`, as far as the values in them tell. */

/** The answer; `undefined` where a value is not known, or the test asks something else. */
export function answerOf(test: string, valueOf: (name: string) => string | undefined): boolean | undefined {
  const [any, all] = ['||', '&&'].map((sign) => test.split(sign));
  if (!any || !all || (any.length > 1 && all.length > 1)) return undefined;
  const stop = any.length > 1;
  const answers = (stop ? any : all).map((part) => {
    const words = (part.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).filter(
      (word) => !/^(\[\[?|\]\]?|test)$/.test(word),
    );
    const not = words[0] === '!';
    // Outside of brackets, a word alone is a command.
    const asked = not ? words.slice(1) : words;
    const answer = asked.length > 1 || /\[|\]|^\s*test\s/.test(part) ? one(asked, valueOf) : undefined;
    return answer === undefined ? undefined : answer !== not;
  });
  if (answers.includes(stop)) return stop;
  return answers.includes(undefined) ? undefined : !stop;
}

function one(words: readonly string[], valueOf: (name: string) => string | undefined): boolean | undefined {
  const [first = '', sign = '', second = ''] = words;
  if (words.length === 3 && /^(=|==|!=)$/.test(sign)) {
    if (second === '*') return sign !== '!=';
    const [left, right] = [first, second].map((word) => textOf(word, valueOf));
    // Outside of quotes a star is a pattern.
    if (left === undefined || right === undefined || /^[^"']*[*?[]/.test(second)) return undefined;
    return (left === right) === (sign !== '!=');
  }
  const given = words.length === 2 && /^-[nz]$/.test(first) ? textOf(sign, valueOf) : undefined;
  if (given !== undefined) return (given !== '') === (first === '-n');
  const alone = words.length === 1 && first.includes('$') ? textOf(first, valueOf) : undefined;
  return alone === undefined ? undefined : alone !== '';
}

function textOf(word: string, valueOf: (name: string) => string | undefined): string | undefined {
  if (/^'[^']*'$/.test(word)) return word.slice(1, -1);
  let known = true;
  const text = word
    .replace(/["']/g, '')
    .replace(
      /\$(?:\{(\w+|[*@#])(?::-([^}$]*))?\}|(\w+|[*@#]))/g,
      (_, braced?: string, other?: string, bare?: string) => {
        const value = valueOf(braced ?? bare ?? '');
        if (value === undefined) known = false;
        return value === '' && other !== undefined ? other : (value ?? '');
      },
    );
  return known && !/[$`\\]/.test(text) ? text : undefined;
}
