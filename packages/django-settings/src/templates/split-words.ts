/** The words of a tag, as `django.utils.text.smart_split` makes them: blanks part them, except inside quotes. Linear in the text. */

/** The words, with their quotes. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  // A quote that finds no partner once finds none further on.
  const lonely = new Set<string>();
  let at = 0;
  while (at < text.length) {
    if (isBlank(text, at)) {
      at += 1;
      continue;
    }
    const start = at;
    let quoted = false;
    while (at < text.length && !isBlank(text, at)) {
      const character = text.charAt(at);
      if (character !== '"' && character !== "'") {
        at += 1;
        continue;
      }
      const end = lonely.has(character) ? undefined : closing(text, at);
      if (end !== undefined) {
        at = end;
        quoted = true;
        continue;
      }
      lonely.add(character);
      // A word with quotes ends before one that stays open; without any, the quote is a character as others are.
      if (!quoted) while (at < text.length && !isBlank(text, at)) at += 1;
      break;
    }
    words.push(text.slice(start, at));
  }
  return words;
}

const isBlank = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

/** The offset after the quote that closes the one at `open`. */
function closing(text: string, open: number): number | undefined {
  const quote = text.charAt(open);
  for (let at = open + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === quote) return at + 1;
  }
  return undefined;
}
