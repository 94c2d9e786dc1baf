/** Colour and width for a terminal, switched off without a trace where they are not wanted. */

/** Wraps text in a style. */
export type Style = (text: string) => string;

/** The styles a report uses. */
export interface Styles {
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  readonly yellow: Style;
  readonly green: Style;
  readonly blue: Style;
  readonly cyan: Style;
}

const escape = '\u001b[';
const sgr =
  (open: number, close: number): Style =>
  (text) =>
    text === '' ? '' : `${escape}${open}m${text}${escape}${close}m`;
const plain: Style = (text) => text;

/** Real styles, or ones that change nothing. */
export function stylesFor(color: boolean): Styles {
  if (!color) return { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, blue: plain, cyan: plain };
  return {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    yellow: sgr(33, 39),
    green: sgr(32, 39),
    blue: sgr(34, 39),
    cyan: sgr(36, 39),
  };
}

/** Text from an audited project may hold control characters that move a terminal's cursor: they are shown, not sent. */
export function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the terminal
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** Words wrapped to a width, each line indented. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(indent + line);
  return lines.join('\n');
}
