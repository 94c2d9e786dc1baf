/** Where the site takes the path of an uploaded file, which a storage elsewhere has not, and where it writes to it. */
import type { Source } from '../../facts/sources.js';
import { type Location, lineSpan, type Project } from '../../source.js';

/** A line that takes such a path. */
export interface PathUse {
  readonly at: Location;
  readonly writes: boolean;
}

const writing =
  /\.(?:save|write\w*|tofile|to_\w+)\([^)]*\.path\b|\bopen\([^)]*\.path\b[^)]*['"][wax+]b?\+?['"]|\b(?:copy\w*|move|rename|replace)\([^)]*,[^)]*\.path\b/;

/** The lines that take the path of one of some fields. */
export function pathUses(project: Project, files: readonly Source[], fields: readonly string[]): readonly PathUse[] {
  if (fields.length === 0) return [];
  const taking = new RegExp(`\\.(?:${fields.join('|')})\\.path\\b`);
  return files.flatMap(({ path }) => {
    const file = project.file(path);
    if (!file || !taking.test(file.text)) return [];
    return file.text
      .split(/\r\n|\r|\n/)
      .flatMap((line, index) =>
        line.length < 4000 && !/^\s*#/.test(line) && taking.test(line)
          ? [{ at: file.at(lineSpan(file.text, index + 1)), writes: writing.test(line) }]
          : [],
      );
  });
}

/** What has to be done at these lines, as sentences; empty where there are none. */
export function withoutPaths(uses: readonly PathUse[]): string {
  const reads = uses.filter(({ writes }) => !writes);
  const writes = uses.filter(({ writes }) => writes);
  const read = reads.length > 0 ? `${placesOf(reads)} ${has(reads)} to open such a file with \`.open()\` before` : '';
  const write =
    writes.length > 0
      ? `${placesOf(writes)} ${has(writes)} to write into memory (\`BytesIO\`), and to hand that to the field's \`.save()\``
      : '';
  const both = [read, write].filter((part) => part !== '').join('; ');
  return both === '' ? '' : ` A storage elsewhere has no \`.path\`: ${both}.`;
}

const has = (uses: readonly PathUse[]): string => (uses.length === 1 ? 'has' : 'have');

/** `a.py`, lines 3 and 9, of at most three files. */
function placesOf(uses: readonly PathUse[]): string {
  const paths = [...new Set(uses.map(({ at }) => at.path))];
  const shown = paths.slice(0, 3).map((path) => {
    const lines = uses.filter(({ at }) => at.path === path).map(({ at }) => `${at.start.line}`);
    const [first = '', ...others] = lines.slice(0, 6);
    const last = others.pop();
    const more = lines.length > 6 ? ` and ${lines.length - 6} more` : '';
    const numbers = more === '' && last !== undefined ? ` and ${last}` : last === undefined ? '' : `, ${last}`;
    return `\`${path}\`, line${lines.length === 1 ? '' : 's'} ${[first, ...others].join(', ')}${numbers}${more}`;
  });
  const rest = paths.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? `, and ${rest} more file${rest === 1 ? '' : 's'}` : ','}`;
}
