/** The Pythons on which workflows run the tests, each with its place. */
import { type Location, lineSpan, type Project } from '../../source.js';
import { readableCiFiles, runsDjango } from './ci-files.js';

/** One that a workflow names. */
export interface CiPython {
  /** As YAML reads it: `3.8`. */
  readonly series: string;
  /** As written, where YAML reads another number: `3.10` without quotes is 3.1. */
  readonly number?: string;
  readonly at: Location;
  /** The line of the key: entries of one list have the same. */
  readonly list: number;
}

/** A key of a step, of the matrix, or the version's own image. */
const key = /^(\s*)(?:-\s+)?(python[-_]?versions?|python)\s*:\s*(.*)$/i;
const item = /^(\s*)-\s+(['"]?3\.\d+(?:\.\d+|\.x)?['"]?)\s*(?:#.*)?$/;

/** Those of the workflows that run this site's tests. What a matrix joins or takes away again is not worked out. */
export function ciPythons(project: Project): readonly CiPython[] {
  return readableCiFiles(project)
    .filter((path) => /^\.(github|gitea|forgejo)\//.test(path) && runsDjango(project, path))
    .flatMap((path) => {
      const text = project.file(path)?.text ?? '';
      // Jobs of a matrix may each have their Django, and tox and nox make their own.
      return /^\s*(exclude|include)\s*:|django[-_]?version|^\s*-?\s*django\s*:|\b(tox|nox|conda)\b/im.test(text)
        ? []
        : namedIn(project, path, text);
    });
}

function namedIn(project: Project, path: string, text: string): readonly CiPython[] {
  const file = project.file(path);
  const found: CiPython[] = [];
  let inside: number | undefined;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const [, , , value = ''] = key.exec(line) ?? [];
    const listed = inside === undefined ? null : item.exec(line);
    const list = listed && inside !== undefined ? inside : index;
    inside = key.test(line) && value.trim() === '' ? index : listed ? inside : undefined;
    const span = file && lineSpan(file.text, index + 1);
    if (!file || !span || /\$\{\{/.test(value)) continue;
    for (const token of (listed?.[2] ?? value.replace(/#.*$/, '')).matchAll(/(['"]?)\b3\.\d+(?:\.(?:\d+|x))?\b\1/g)) {
      const written = token[0].replace(/['"]/g, '');
      const start = span.start + line.indexOf(token[0]);
      const at = file.at({ start, end: start + token[0].length });
      const quoted = token[0] !== written;
      const series = written.split('.').slice(0, 2).join('.');
      found.push(
        !quoted && /^3\.\d0$/.test(written)
          ? { series: written.slice(0, 3), number: written, at, list }
          : { series, at, list },
      );
    }
  }
  return found;
}
