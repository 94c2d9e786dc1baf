/** The statements of a TOML text, told by its lines alone, so that they can be told where it is broken. */

/** A key with its value, or a header. */
export interface Statement {
  /** Of its first line, from 0. */
  readonly at: number;
  readonly lines: string[];
}

/** Lines from each key or header to the next; what is neither stands with the one above it. */
export function statementsOf(lines: readonly string[]): readonly Statement[] {
  const statements: Statement[] = [];
  for (const [at, line] of lines.entries()) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const last = statements.at(-1);
    if (!last || /^[\w"'[]/.test(line)) statements.push({ at, lines: [line] });
    else {
      // Empty lines between them are kept, so that each line has its place.
      while (last.lines.length < at - last.at) last.lines.push('');
      last.lines.push(line);
    }
  }
  return statements;
}
