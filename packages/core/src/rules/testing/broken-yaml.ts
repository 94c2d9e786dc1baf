/** YAML that no parser reads: the two slips that are certain without one. All else is left to the service that reads the file. */

/** A key of a block map, with what stands after it on its line. */
const keyed = /^("[^"]*"|'[^']*'|[^\s"'#&*!|>%@`[\]{},?:-](?:[^#:]|:(?=\S)|(?<=\S)#)*):(?:\s+(.*))?$/;
/** What begins a value of several lines, or one that is no plain text. */
const notPlain = /^["'&*!|>[{#%@`]/;

interface Key {
  readonly column: number;
  readonly value: string;
}

/** The number of the line at which a file stops being YAML; `undefined` where none is certain. */
export function brokenLine(text: string): number | undefined {
  let key: Key | undefined;
  // Lines that are deeper than this belong to a text of several lines.
  let block = Number.POSITIVE_INFINITY;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (/^\s*\t/.test(line) || line.length > 4000) return undefined;
    const indent = line.length - line.trimStart().length;
    if (indent > block) continue;
    block = Number.POSITIVE_INFINITY;
    const dashes = /^\s*(?:-\s+)*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(dashes).trimEnd();
    const match = keyed.exec(content);
    const value = match?.[2]?.replace(/(^|\s)#.*$/, '') ?? '';
    if (key !== undefined && dashes === indent && breaks(key, { indent, content, isKey: match !== null }))
      return index + 1;
    // Brackets and quotes that go on in the next line are not followed.
    if (/^["'[{]/.test(match ? value : content) && !isClosed(match ? value : content)) return undefined;
    if (/^[|>]/.test(match ? value : content)) block = indent;
    if (match) key = { column: dashes, value };
    else if (dashes !== indent || indent <= (key?.column ?? 0)) key = undefined;
  }
  return undefined;
}

/** A bare word between the keys of a map, or a key below a plain text, which would be a part of it. */
function breaks(
  key: Key,
  { indent, content, isKey }: { readonly indent: number; readonly content: string; readonly isKey: boolean },
): boolean {
  if (!isKey) return indent === key.column && /^[A-Za-z][\w.-]*(\s+#.*)?$/.test(content);
  return indent > key.column && key.value !== '' && !notPlain.test(key.value);
}

function isClosed(value: string): boolean {
  const first = value.charAt(0);
  if (first === '"' || first === "'") return value.length > 1 && value.endsWith(first);
  const count = (pattern: RegExp) => value.match(pattern)?.length ?? 0;
  return count(/[[{]/g) === count(/[\]}]/g);
}
