/** Where a project reads environment files, and which ones: as far as the call says it. */
import { type Location, lineSpan, type Project } from '../../source.js';
import { isEnvironmentFile } from './environment-files.js';

/** A place that reads environment files. */
export interface EnvironmentReader {
  readonly name: string;
  readonly at: Location;
  /** The paths, any of which it may read. */
  readonly paths: readonly string[];
}

/** A line that reads such files. To import a package that could is not to read one; decouple reads at its first call. */
const readers: readonly (readonly [name: string, line: RegExp])[] = [
  ['python-decouple', /^\s*(?:from decouple import|import decouple\b)/],
  ['python-dotenv', /^[^#]*\b(?:load_dotenv|read_dotenv|dotenv_values)\s*\(/],
  ['`read_env`', /^[^#]*\.read_env\s*\(/],
];

/** The first line of the settings, or of a module that starts Django, that reads environment files. */
export function readerOf(project: Project, files: readonly string[]): EnvironmentReader | undefined {
  const starts = project.paths.filter((path) => /(^|\/)(manage|\w*[wa]sgi|celery)\.py$/.test(path));
  for (const path of new Set([...files, ...starts])) {
    const file = project.file(path);
    if (!file) continue;
    const lines = file.text.split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const [name] = readers.find(([, pattern]) => line.length < 1000 && pattern.test(line)) ?? [];
      if (name === undefined || (name === 'python-decouple' && !callsDecouple(file.text))) continue;
      const read = name === 'python-decouple' ? '' : argumentOf(lines.slice(index, index + 10).join('\n'));
      const paths = pathsRead(path, file.text, line, read);
      if (paths.length > 0) return { name, at: file.at(lineSpan(file.text, index + 1)), paths };
    }
  }
  return undefined;
}

/** The files that a call may read: of an argument that names none, nothing is known. */
function pathsRead(path: string, text: string, line: string, argument: string): readonly string[] {
  const directories = path.split('/').slice(0, -1);
  const above = [...directories.keys(), directories.length].map((depth) => directories.slice(0, depth));
  const under = (name: string) => above.map((parts) => [...parts, name].join('/'));
  // django-environ and django-dotenv without a path read the one beside the file, the others look in any directory above.
  if (argument === '' || /^(?:\w+\.)?find_dotenv\s*\(\s*\)$/.test(argument)) {
    const beside =
      /\bread_dotenv\s*\(\s*\)/.test(line) ||
      (/\.read_env\s*\(/.test(line) && /^\s*(?:import environ\b|from environ import)/m.test(text));
    return beside ? under('.env').slice(-1) : under('.env');
  }
  const parts = literalsOf(/^[A-Za-z_]\w*$/.test(argument) ? assignedTo(text, argument) : argument);
  const last = parts.at(-1);
  if (last === undefined || !isEnvironmentFile(last)) return [];
  // Where on a server the repository lies, its files do not say: any end of a full path may be the one inside.
  if (parts.length === 1 && /^[/~]/.test(last)) {
    const whole = last.split('/').filter((part) => part !== '');
    return whole.map((_, index) => whole.slice(index).join('/')).reverse();
  }
  const names = [last, parts.join('/')].map((name) => name.replace(/^(?:\.?\/)+/, ''));
  return [...new Set(names.flatMap(under))];
}

/** The first argument of the call, or the one that is named as a path; empty where the call takes the default. */
function argumentOf(text: string): string {
  const start = /\b(?:load_dotenv|read_dotenv|dotenv_values|read_env)\s*\(/.exec(text);
  if (!start) return '';
  const found: string[] = [''];
  let depth = 0;
  let quote = '';
  for (const character of text.slice(start.index + start[0].length)) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (depth < 0) break;
    if (character === ',' && depth === 0 && quote === '') found.push('');
    else found.push(`${found.pop() ?? ''}${character}`);
  }
  const words = found.map((word) => word.trim());
  const named = words.find((word) => /^(?:env_file|dotenv_path|dotenv|path|stream)\s*=[^=]/.test(word));
  if (named !== undefined) return named.replace(/^\w+\s*=\s*/, '');
  const [first = ''] = words;
  return /^\w+\s*=[^=]/.test(first) || first === 'None' ? '' : first;
}

/** What a name is set to, where one line of the file does it. */
function assignedTo(text: string, name: string): string {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.length < 1000);
  const values = lines.flatMap((line) => {
    const [, left, right] = /^\s*(\w+)\s*=(?!=)(.*)$/.exec(line) ?? [];
    return left === name && right !== undefined ? [right] : [];
  });
  return values.length === 1 ? (values[0] ?? '') : '';
}

/** The strings of an expression; none where one of them is put together. */
function literalsOf(expression: string): readonly string[] {
  const strings = [...expression.matchAll(/(?<!\w)([A-Za-z]{0,2})(["'])([^"'\n]*)\2/g)];
  if (strings.some(([, prefix = '', , body = '']) => /f/i.test(prefix) || /[{}%]/.test(body))) return [];
  return strings.map(([, , , body = '']) => body);
}

/** Whether a file calls what it imports from decouple. */
function callsDecouple(text: string): boolean {
  const [, imported = 'decouple.config'] = /^\s*from decouple import[ \t]*\(?([^)\r\n#]*)/m.exec(text) ?? [];
  const names = imported.split(',').map(
    (one) =>
      one
        .trim()
        .split(/\s+as\s+/)
        .at(-1) ?? '',
  );
  return names.some((name) => name !== '' && text.includes(`${name}(`));
}
