/** Arguments of calls, in code that is read as a text. */

/** The text between a bracket that was opened and the one that closes it; as far as it is looked at where none does. */
export function argumentsAt(text: string, start: number): string {
  let depth = 1;
  for (let index = start; index < text.length && index < start + 2000; index += 1) {
    const char = text[index];
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return text.slice(start, index);
  }
  return text.slice(start, start + 2000);
}

/** The arguments apart, without comments and the spaces around each. Texts and brackets keep their commas. */
export function splitArguments(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let current = '';
  for (const [piece] of text.matchAll(
    /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*|[\s\S]/g,
  )) {
    if (piece.startsWith('#')) continue;
    if (/^[([{]$/.test(piece)) depth += 1;
    if (/^[)\]}]$/.test(piece)) depth -= 1;
    if (piece === ',' && depth === 0) {
      found.push(current.trim());
      current = '';
    } else {
      current += piece;
    }
  }
  return [...found, current.trim()].filter((one) => one !== '');
}
