/** Names, as CPython's tokenizer takes them. */

/** What is wrong with a name, which is any letters, digits and signs beyond ASCII. */
export function nameProblem(name: string): string | undefined {
  if (!/[^\0-\x7f]/.test(name)) return undefined;
  let first = true;
  for (const char of name) {
    const fits = first ? /^[\p{XID_Start}_]$/u.test(char) : /^\p{XID_Continue}$/u.test(char);
    first = false;
    if (fits) continue;
    const code = codeOf(char);
    return /^[\p{C}\p{Z}]$/u.test(char)
      ? `invalid non-printable character U+${code}`
      : `invalid character '${char}' (U+${code})`;
  }
  return undefined;
}

/** A letter's number, as CPython writes it. */
export function codeOf(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
