/** From the parser's lines and UTF-8 columns to UTF-16 offsets. */

/** The offset of a one-based line and a zero-based UTF-8 column. */
export type Offsets = (line: number | undefined, column: number | undefined) => number;

/** Offsets into `text`, shifted by `base`. Lines end as Python ends them: `\n`, `\r\n` or a lone `\r`. */
export function offsetsIn(text: string, base: number): Offsets {
  const starts = [0];
  const plain: boolean[] = [];
  let ascii = true;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      starts.push(i + 1);
      plain.push(ascii);
      ascii = true;
    } else if (code > 127) {
      ascii = false;
    }
  }
  plain.push(ascii);
  return (line, column) => {
    const index = (line ?? 1) - 1;
    const start = starts[index] ?? text.length;
    return base + (plain[index] ? start + (column ?? 0) : utf16(text, start, column ?? 0));
  };
}

function utf16(text: string, start: number, column: number): number {
  let left = column;
  let at = start;
  while (left > 0 && at < text.length) {
    const point = text.codePointAt(at) ?? 0;
    left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    at += point < 0x10000 ? 1 : 2;
  }
  return at;
}
