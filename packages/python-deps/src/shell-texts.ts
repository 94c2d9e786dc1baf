/** Where shell stands in the files of a build: whole scripts, `RUN` lines of Dockerfiles, values of YAML, TOML and JSON. */

/** A part of a text. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/** A build file's text with blanks in place of comments and of line breaks that a backslash takes away: every offset stays. */
export function flattened(text: string): string {
  return text
    .slice(0, 200_000)
    .replace(/^[^\S\n]*#[^\n]*/gm, (comment) => ' '.repeat(comment.length))
    .replace(/\\[^\S\n]*\r?\n(?:[^\S\n]*\r?\n)*/g, (gap) => ' '.repeat(gap.length));
}

/** The parts of a file that a shell runs, as far as they can be told by its name. */
export function shellRegions(path: string, text: string): readonly Region[] {
  if (/\.ya?ml$|(?:^|\/)Procfile$/.test(path)) return yamlValues(text);
  if (/\.(?:toml|json)$/.test(path)) return quotedValues(text);
  // make gives each line a shell of its own.
  if (/(?:^|\/)(?:GNU)?makefile$|\.mk$/i.test(path))
    return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
  return /(?:^|\/)[^/]*(?:Dockerfile|Containerfile)[^/]*$/i.test(path)
    ? instructions(text)
    : [{ start: 0, end: text.length }];
}

/** What follows `RUN`, `CMD` or `ENTRYPOINT`, with the documents that such a line begins. */
function instructions(text: string): readonly Region[] {
  const regions: Region[] = [];
  for (const match of text.matchAll(/^[^\S\n]*(?:RUN|CMD|ENTRYPOINT)[^\S\n]+((?:--\S+[^\S\n]+)*)([^\n]*)/gim)) {
    const start = match.index + match[0].length - (match[2]?.length ?? 0);
    const document = /^<<-?["']?(\w+)["']?[^\S\n]*$/.exec(match[2] ?? '');
    const rest = text.slice(match.index + match[0].length + 1);
    const length = document ? new RegExp(`^\\s*${document[1]}\\s*$`, 'm').exec(rest)?.index : undefined;
    regions.push(
      length === undefined
        ? { start, end: match.index + match[0].length }
        : { start: text.length - rest.length, end: text.length - rest.length + length },
    );
  }
  return regions;
}

/** Blocks after `|` and `>`, and values on the line of their key. */
function yamlValues(text: string): readonly Region[] {
  const regions: Region[] = [];
  let block: { readonly indent: number; readonly start: number; end: number } | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    if (block && (line.trim() === '' || indent > block.indent)) block.end = end;
    else {
      if (block) regions.push(block);
      block = undefined;
      const value = /^\s*(?:-\s+)*(?:[\w.-]+:\s+)?/.exec(line)?.[0].length ?? 0;
      if (/^[|>][-+\d]*\s*$/.test(line.slice(value))) block = { indent, start: end + 1, end };
      else {
        const quote = /^["']/.test(line.slice(value)) ? 1 : 0;
        regions.push({ start: at + value + quote, end: end - quote });
      }
    }
    at = end + 1;
  }
  return block ? [...regions, block] : regions;
}

function quotedValues(text: string): readonly Region[] {
  return [...text.matchAll(/"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:\\[\s\S]|[^"\\\n])*)"|'([^'\n]*)'/g)].map(
    (match) => {
      const quote = /^(?:"""|''')/.test(match[0]) ? 3 : 1;
      return { start: match.index + quote, end: match.index + match[0].length - quote };
    },
  );
}
