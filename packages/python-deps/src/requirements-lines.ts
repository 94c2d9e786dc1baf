/** Cuts a requirements file into the logical lines that pip sees, with offsets into the file as it is. */

/** A logical line without its comment. `text` has the file's own offsets: `start` is where it begins. */
export interface RequirementsLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Comments on the line and directly below it, where pip-compile says why a package is there. */
  readonly comment: string;
}

/** Text that may have been saved as UTF-16 or UTF-32 and read as something else. */
export interface Legible {
  readonly text: string;
  /** Offset in the file of an offset in `text`. */
  offset(index: number): number;
  readonly why?: string;
}

/** The text with what a wrong encoding left in it taken out; offsets still lead to the file's own text. */
export function legible(text: string): Legible {
  if (text.includes('\0')) {
    const kept: number[] = [];
    let clean = '';
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 0 || code === 0xfffd || code === 0xfeff || code === 0xfe || code === 0xff) continue;
      kept.push(i);
      clean += text[i];
    }
    const why =
      'the file is saved as UTF-16 or UTF-32 without the mark that says so, and installers stop at it; save it as UTF-8';
    return { text: clean, offset: (index) => kept[index] ?? text.length, why };
  }
  // A blank keeps every offset as it is.
  if (text.startsWith('\uFEFF')) return { text: ` ${text.slice(1)}`, offset: (index) => index };
  return { text, offset: (index) => index };
}

/** The logical lines as pip joins them: continuations put together, comments cut off, empty lines left out. */
export function requirementsLines(text: string): readonly RequirementsLine[] {
  const lines: RequirementsLine[] = [];
  let pieces: Piece[] = [];
  let comments: string[] = [];
  for (const { start, raw } of physicalLines(text)) {
    const isComment = /^\s*#/.test(raw);
    const continues = raw.endsWith('\\') && !isComment;
    // A comment ends what is continued, and must not touch what stands before it.
    pieces.push({ start, raw: continues ? raw.replace(/^\\+|\\+$/g, '') : raw, blank: isComment });
    if (!continues) flush();
  }
  flush();
  closeComments();
  return lines;

  function flush(): void {
    const joined = pieces.map(({ raw, blank }) => (blank ? ` ${raw}` : raw)).join('');
    const code = joined.replace(/(?:^|\s+)#.*$/s, '');
    const trimmed = code.trim();
    const comment = joined.slice(code.length).trim();
    if (trimmed !== '') {
      closeComments();
      const from = code.indexOf(trimmed);
      lines.push({
        start: placeOf(pieces, from),
        end: placeOf(pieces, from + trimmed.length - 1) + 1,
        text: trimmed,
        comment: '',
      });
    }
    if (comment !== '') comments.push(comment);
    pieces = [];
  }

  function closeComments(): void {
    const last = lines.pop();
    if (last) lines.push({ ...last, comment: comments.join('\n') });
    comments = [];
  }
}

/** A part of a logical line: one line of the file. */
interface Piece {
  readonly start: number;
  readonly raw: string;
  /** A blank was put before it. */
  readonly blank: boolean;
}

/** Where in the file a character of the joined pieces stands. */
function placeOf(pieces: readonly Piece[], at: number): number {
  let before = 0;
  for (const { start, raw, blank } of pieces) {
    const added = blank ? 1 : 0;
    if (at < before + added + raw.length) return start + Math.max(0, at - before - added);
    before += added + raw.length;
  }
  return pieces.at(-1)?.start ?? 0;
}

/** Lines end where they do for Python, at a form feed too. */
function* physicalLines(text: string): Iterable<{ readonly start: number; readonly raw: string }> {
  const pattern = /\r\n|[\n\r\v\f\x85\u2028\u2029]/g;
  let start = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    yield { start, raw: text.slice(start, match.index) };
    start = pattern.lastIndex;
  }
  yield { start, raw: text.slice(start) };
}
