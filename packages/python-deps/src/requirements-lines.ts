/** Cuts a requirements file into the logical lines that pip sees, with offsets into the file as it is. */

/** A logical line without its comment. `text` has the file's own offsets: `start` is where it begins. */
export interface RequirementsLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Comments on the line and directly below it, where pip-compile says why a package is there. */
  readonly comment: string;
}

/** Text that may have been saved as UTF-16 and read as something else. */
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
    const why = 'the file is saved as UTF-16, which several installers cannot read; save it as UTF-8';
    return { text: clean, offset: (index) => kept[index] ?? text.length, why };
  }
  // A blank keeps every offset as it is.
  if (text.startsWith('\uFEFF')) return { text: ` ${text.slice(1)}`, offset: (index) => index };
  return { text, offset: (index) => index };
}

/** The logical lines: continuations joined (by blanks, so that offsets hold), comments cut off, empty ones left out. */
export function requirementsLines(text: string): readonly RequirementsLine[] {
  const lines: RequirementsLine[] = [];
  let pending: { start: number; text: string } | undefined;
  let comments: string[] = [];
  for (const { start, raw } of physicalLines(text)) {
    const code = withoutComment(raw);
    const comment = raw.slice(code.length).trim();
    if (code.trim() === '' && !pending) {
      if (comment !== '') comments.push(comment);
      continue;
    }
    const continues = code === raw && raw.endsWith('\\');
    const piece = continues ? `${raw.slice(0, -1)} ` : code;
    if (pending) {
      pending.text = pending.text.padEnd(start - pending.start) + piece;
    } else {
      closeComments();
      pending = { start, text: piece };
    }
    if (comment !== '') comments.push(comment);
    if (!continues) flush();
  }
  if (pending) flush();
  closeComments();
  return lines;

  function flush(): void {
    const line = pending;
    pending = undefined;
    if (!line) return;
    const text = line.text.trimEnd();
    const lead = text.length - text.trimStart().length;
    if (text.trim() === '') return;
    lines.push({ start: line.start + lead, end: line.start + text.length, text: text.slice(lead), comment: '' });
  }
  function closeComments(): void {
    const last = lines.pop();
    if (last) lines.push({ ...last, comment: comments.join('\n') });
    comments = [];
  }
}

function* physicalLines(text: string): Iterable<{ readonly start: number; readonly raw: string }> {
  const pattern = /\r\n|\r|\n/g;
  let start = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    yield { start, raw: text.slice(start, match.index) };
    start = pattern.lastIndex;
  }
  yield { start, raw: text.slice(start) };
}

/** pip's rule: a comment begins at a `#` that starts the line or follows a blank. */
function withoutComment(raw: string): string {
  const match = /(^|\s)#/.exec(raw);
  return match ? raw.slice(0, match.index) : raw;
}
