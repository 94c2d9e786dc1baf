/** What rests on an address that code has read: what is compared with others, what is counted, or nothing that is seen. */
import { type Location, lineSpan, type Project } from '../../source.js';

/** A use of the address, the weightier the lower. */
export interface AddressUse {
  readonly rank: 0 | 1 | 2;
  readonly at?: Location;
}

/** Another one opens a door, or shuts one. */
const compared = (name: string) =>
  new RegExp(`\\b${name}\\b\\s*(?:not\\s+in\\b|in\\b|==|!=)|(?:==|!=)\\s*${name}\\b|\\b${name}\\s+in\\s`);
/** Requests are counted by it. */
const counted = /\bcache\b|limit|throttl|block|attempt|\bban/i;

/** The weightiest use, in some files, of the address that is read at a place: by way of the function that reads it. */
export function useOfAddress(
  project: Project,
  files: readonly { readonly path: string }[],
  read: Location,
  middleware: readonly string[] = [],
): AddressUse {
  const before = project.file(read.path)?.text.slice(0, read.span.start) ?? '';
  const name = [...before.matchAll(/^[ \t]*(?:async[ \t]+)?def[ \t]+(\w+)/gm)].at(-1)?.[1];
  let best: AddressUse = { rank: 2 };
  for (const { path } of name === undefined ? [] : files) {
    const file = project.file(path);
    if (!file?.text.includes(`${name}(`)) continue;
    const given = [...file.text.matchAll(new RegExp(`\\b(\\w+)\\s*=\\s*(?:\\w+\\.)*${name}\\(`, 'g'))];
    const names = new Set(given.flatMap(([, one]) => one ?? []));
    const idle = idleLines(file.text, middleware);
    for (const [index, line] of file.text.split(/\r\n|\r|\n/).entries()) {
      if (idle.has(index + 1) || line.length > 4000 || /^\s*#|\bfor\s+\w+\s+in\b/.test(line)) continue;
      const rank = [...names].some((one) => compared(one).test(line))
        ? 0
        : counted.test(line) && [...names].some((one) => new RegExp(`\\b${one}\\b`).test(line))
          ? 1
          : 2;
      if (rank < best.rank) best = { rank, at: file.at(lineSpan(file.text, index + 1)) };
    }
  }
  return best;
}

/** The lines of classes of middleware that the settings do not name. */
function idleLines(text: string, middleware: readonly string[]): ReadonlySet<number> {
  const idle = new Set<number>();
  if (middleware.length === 0) return idle;
  let within = false;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^[^\s#)\]}]/.test(line)) {
      const [, name, bases = ''] = /^class\s+(\w+)\s*(?:\(([^)]*)\))?\s*:/.exec(line) ?? [];
      within =
        name !== undefined &&
        /Middleware/.test(`${name} ${bases}`) &&
        !middleware.some((entry) => entry.endsWith(`.${name}`)) &&
        // Another class may be made of it.
        !new RegExp(`^class\\s+\\w+\\s*\\([^)]*\\b${name}\\b`, 'm').test(text);
    }
    if (within) idle.add(index + 1);
  }
  return idle;
}
