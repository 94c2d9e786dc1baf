/** Remedies that change one part of a setting: the very text in the source where it is found, a line of its own elsewhere. */
import type { Setting, Settings } from '../../facts/settings.js';
import type { Remedy } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { inHome, textOfVariable } from './environment-style.js';

type Facts = { readonly project: Project; readonly settings: Settings };

/** Give an entry of a setting that is a dict another value. `keys` lead to it, as `['default', 'NAME']` does in `DATABASES`. */
export function writeEntry(
  { project, settings }: Facts,
  setting: Setting,
  keys: readonly string[],
  summary: string,
  value: string,
): Remedy {
  const key = keys.at(-1) ?? '';
  const at = entryIn(project, setting.at, key);
  const [, variable] = /^os\.environ\['(\w+)'\]$/.exec(value) ?? [];
  const own = at && variable !== undefined ? textOfVariable({ project, settings }, at, variable) : undefined;
  const needed = own
    ? own.imports.map((line) => `${line}\n\n`).join('')
    : /\bos\.environ\b/.test(value)
      ? 'import os\n\n'
      : '';
  if (at)
    return {
      summary,
      code: `${needed}'${key}': ${own?.expression ?? value},`,
      language: 'python',
      path: at.path,
      place: 'instead',
      at,
    };
  const [last, ...outer] = [...keys].reverse();
  const item = [...outer.reverse().map((name) => `['${name}']`), `['${last}']`].join('');
  const code = `${needed}${setting.name}${item} = ${value}`;
  return { summary, code, language: 'python', ...inHome(settings, setting.name) };
}

/** Entries as a list to be added to a setting: a tuple takes none. */
export function listed({ value }: Setting, entries: readonly string[]): string {
  const texts = entries.map((entry) => `'${entry}'`).join(', ');
  return value.kind === 'tuple' ? `(${texts},)` : `[${texts}]`;
}

/** The one entry of that key within a statement, with the comma behind it; `undefined` for none, and for several. */
function entryIn(project: Project, statement: Location, key: string): Location | undefined {
  const file = project.file(statement.path);
  const text = file?.text.slice(statement.span.start, statement.span.end) ?? '';
  const found = [...text.matchAll(new RegExp(`(['"])${key}\\1\\s*:`, 'g'))];
  const [only] = found;
  if (!file || !only || found.length > 1) return undefined;
  const end = valueEnd(text, only.index + only[0].length);
  if (end === undefined) return undefined;
  const comma = text[end] === ',' ? 1 : 0;
  return file.at({ start: statement.span.start + only.index, end: statement.span.start + end + comma });
}

/** Where a value of Python source ends that begins at an offset: at the comma or the bracket that is not its own. */
function valueEnd(text: string, start: number): number | undefined {
  const tokens = /'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|#.*|[([{]|[)\]}]|,/g;
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const [sign] = token;
    if (/^[([{]$/.test(sign)) depth += 1;
    else if (depth === 0 && /^[)\]},]$/.test(sign)) return text.slice(0, token.index).trimEnd().length;
    else if (/^[)\]}]$/.test(sign)) depth -= 1;
  }
  return undefined;
}

/** The one literal of that text within a statement; `undefined` for none, and for several. */
export function literalIn(project: Project, statement: Location, text: string): Location | undefined {
  const file = project.file(statement.path);
  const source = file?.text.slice(statement.span.start, statement.span.end) ?? '';
  const starts = [`'${text}'`, `"${text}"`].flatMap((quoted) => {
    const first = source.indexOf(quoted);
    return first < 0 ? [] : first === source.lastIndexOf(quoted) ? [first] : [first, first];
  });
  const [start] = starts;
  if (!file || start === undefined || starts.length > 1) return undefined;
  const from = statement.span.start + start;
  return file.at({ start: from, end: from + text.length + 2 });
}

/** Write an expression in place of a text that a statement spells out. */
export function writeInstead(project: Project, statement: Location, text: string, code: string): Partial<Remedy> {
  const at = literalIn(project, statement, text);
  const source = project.file(statement.path)?.text.slice(statement.span.start, at?.span.start) ?? '';
  // Where it is all that is assigned, the whole line can be read, and copied, without its place.
  if (at && at.span.end === statement.span.end && /^\s*\w+\s*=\s*$/.test(source))
    return { code: `${source.trim()} ${code}`, language: 'python', path: statement.path, place: 'instead' };
  return { code, language: 'python', path: statement.path, ...(at ? { place: 'instead', at } : {}) };
}
