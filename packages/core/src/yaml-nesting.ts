/** How deeply YAML nests, seen without parsing it: parsers go down into themselves, and the end of the stack ends the process. */

/** Whether brackets, or signs that open something within a line, stand inside one another beyond all that people write. */
export function nestsDeeply(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (depth > 200) return true;
  }
  return /^[ \t]*(?:[-?:][ \t]+){100}/m.test(text) || /^[ \t]{400}/m.test(text);
}
