/** Python source as far as a pattern may read it. */

/** Python with comments and triple-quoted texts blanked, offsets kept: the platform's template is full of both. */
export function codeOf(text: string): string {
  const blank = (part: string): string => part.replace(/[^\r\n]/g, ' ');
  return text.replace(
    /"""[\s\S]*?(?:"""|$(?![\s\S]))|'''[\s\S]*?(?:'''|$(?![\s\S]))|"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?|#[^\r\n]*/g,
    (part) => (part.startsWith('#') || part.startsWith('"""') || part.startsWith("'''") ? blank(part) : part),
  );
}
