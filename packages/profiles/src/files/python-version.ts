/** `.python-version` and `runtime.txt` at the root, as Heroku's Python build pack reads them. */
import { defineFact, type Location, lineSpan, type Project, project } from '@django-golive/core';

/** What keeps such a file from naming a version. */
export type VersionFault = 'prefix' | 'quotes' | 'format' | 'several' | 'none' | 'encoding';

/** One file that asks for a Python. */
export interface PythonVersionFile {
  readonly path: '.python-version' | 'runtime.txt';
  readonly at: Location;
  /** `3.13` or `3.13.2`; `undefined` where the build pack would refuse the file. */
  readonly version: string | undefined;
  readonly fault: VersionFault | undefined;
  /** What stands there, for a message. */
  readonly written: string;
}

/** The files of the root that ask for a Python, and what looks like one under a wrong name. */
export interface PythonVersionFiles {
  readonly dotfile: PythonVersionFile | undefined;
  readonly runtime: PythonVersionFile | undefined;
  readonly misspelt: Location | undefined;
  /** The file that counts: runtime.txt is read before .python-version. */
  readonly inForce: PythonVersionFile | undefined;
}

// From heroku-buildpack-python v351, lib/python_version.sh.
const misspellings = new Set([
  ' .python-version',
  '. python-version',
  '.python_version.txt',
  '.python_version',
  '.python-version ',
  ',python-version',
  '.python-version.',
  '.python-version.py',
  '.python-version.rtf',
  '.python-version.txt',
  '.python-version.TXT',
  '.Python-version',
  '.python.version',
  '.pythonversion',
  "'.python-version'",
  'python_version.txt',
  'python_version',
  'python-version.',
  'python-version.txt',
  'python-version',
]);
const number = '(?:0|[1-9]\\d*)';
const version = `${number}\\.${number}(?:\\.${number})?`;

/** The Python version files of the root. */
export const pythonVersionFiles = defineFact({
  id: 'python-version-files',
  needs: { project },
  derive({ project }): PythonVersionFiles {
    const dotfile = readVersionFile(project, '.python-version');
    const runtime = readVersionFile(project, 'runtime.txt');
    const wrong = project.paths.find((path) => misspellings.has(path));
    const file = wrong === undefined ? undefined : project.file(wrong);
    return { dotfile, runtime, misspelt: file?.at(lineSpan(file.text, 1)), inForce: runtime ?? dotfile };
  },
});

function readVersionFile(project: Project, path: PythonVersionFile['path']): PythonVersionFile | undefined {
  const file = project.file(path);
  if (!file) return undefined;
  const found = [...file.text.matchAll(/[^\r\n]+/g)]
    .map((match) => ({
      text: match[0].replace(/^[ \t]+|[ \t]+$/g, ''),
      start: match.index + (match[0].length - match[0].replace(/^[ \t]+/, '').length),
    }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
  const [first] = found;
  const at = first
    ? file.at({ start: first.start, end: first.start + first.text.length })
    : file.at(lineSpan(file.text, 1));
  const base = { path, at, written: printable(first?.text ?? '') };
  if (!first) return { ...base, version: undefined, fault: 'none' };
  const wanted = new RegExp(path === 'runtime.txt' ? `^python-(${version})$` : `^(${version})$`);
  const bad = found.find(({ text }) => !wanted.test(text));
  if (bad) return { ...base, version: undefined, fault: faultOf(path, bad.text), written: printable(bad.text) };
  if (found.length > 1) return { ...base, version: undefined, fault: 'several' };
  return { ...base, version: wanted.exec(first.text)?.[1], fault: undefined };
}

function faultOf(path: PythonVersionFile['path'], text: string): VersionFault {
  if (/[\uFEFF\uFFFD\0]/.test(text)) return 'encoding';
  if (/^["'].*["']$/.test(text)) return 'quotes';
  if (path === '.python-version' && /^python-?\d/.test(text)) return 'prefix';
  return 'format';
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}
