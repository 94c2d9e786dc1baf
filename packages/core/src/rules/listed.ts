/** Names in a sentence: a few of them, and how many more there are. */

/** `a`, `b` and 3 more. */
export function listed(names: readonly string[], most = 4): string {
  const shown = (names.length > most + 1 ? names.slice(0, most) : names).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
