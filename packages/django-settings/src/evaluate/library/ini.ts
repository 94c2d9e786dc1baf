/** INI files as `configparser` reads them: strict, options in lower case, values over several lines, `%(name)s` references. */
import { PythonError } from './plain.js';
import { BLANK, fileLines, reprText, strip, stripEnd } from './python-text.js';

/** Sections and the defaults, values still with their references. `null` is an option without a value. */
export interface IniFile {
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  readonly defaults: ReadonlyMap<string, string | null>;
}

/** How a parser was made. */
export interface IniOptions {
  readonly interpolation: 'basic' | 'none';
  readonly allowNoValue: boolean;
}

type Section = Map<string, string[] | null>;

/** Read one more file into what is there. Raises configparser's errors; `name` is what they call the file. */
export function readIni(text: string, name: string, options: IniOptions, before?: IniFile): IniFile {
  const sections = new Map<string, Section>();
  for (const [title, values] of before?.sections ?? []) sections.set(title, reopened(values));
  const defaults = before ? reopened(before.defaults) : new Map<string, string[] | null>();
  const added = new Set<string>();
  const errors: [number, string][] = [];
  let section: Section | undefined;
  let title = '';
  let option: string | undefined;
  let indent = 0;

  const lines = fileLines(text);
  for (const [index, line] of lines.entries()) {
    const stripped = strip(line);
    const comment = stripped.startsWith('#') || stripped.startsWith(';');
    if (comment || stripped === '') {
      const values = section && option !== undefined ? section.get(option) : undefined;
      if (!comment && values) values.push('');
      continue;
    }
    const here = line.search(new RegExp(`[^${BLANK}]`, 'u'));
    if (section && option !== undefined && here > indent) {
      const values = section.get(option);
      if (!values) throw new PythonError('AttributeError', "'NoneType' object has no attribute 'append'");
      values.push(stripped);
      continue;
    }
    indent = here;
    const header = /^\[(.+)\]/u.exec(stripped)?.[1];
    if (header !== undefined) {
      [title, option] = [header, undefined];
      if (header === 'DEFAULT') section = defaults;
      else {
        if (added.has(`[${header}`)) {
          const message = `While reading from ${reprText(name)} [line ${pad(index + 1)}]: section ${reprText(header)} already exists`;
          throw new PythonError('configparser.DuplicateSectionError', message);
        }
        added.add(`[${header}`);
        section = sections.get(header) ?? new Map();
        sections.set(header, section);
      }
      continue;
    }
    if (!section) {
      const message = `File contains no section headers.\nfile: ${reprText(name)}, line: ${index + 1}\n${reprText(raw(line, index, lines.length, text))}`;
      throw new PythonError('configparser.MissingSectionHeaderError', message);
    }
    const split = splitOption(stripped, options.allowNoValue);
    if (!split || split.name === '') {
      errors.push([index + 1, raw(line, index, lines.length, text)]);
      if (!split) continue;
    }
    option = split.name.toLowerCase();
    if (added.has(`${title}]${option}`)) {
      const message = `While reading from ${reprText(name)} [line ${pad(index + 1)}]: option ${reprText(option)} in section ${reprText(title)} already exists`;
      throw new PythonError('configparser.DuplicateOptionError', message);
    }
    added.add(`${title}]${option}`);
    section.set(option, split.value === null ? null : [split.value]);
  }
  if (errors.length > 0) {
    const where = errors.map(([line, source]) => `\n\t[line ${pad(line)}]: ${reprText(source)}`).join('');
    throw new PythonError('configparser.ParsingError', `Source contains parsing errors: ${reprText(name)}${where}`);
  }
  return { sections: new Map([...sections].map(([key, values]) => [key, joined(values)])), defaults: joined(defaults) };
}

/** An option's value with its references followed; `undefined` where neither the section nor the defaults have it. */
export function iniValue(
  file: IniFile,
  section: string,
  option: string,
  interpolation: IniOptions['interpolation'],
): string | null | undefined {
  const values = new Map([...file.defaults, ...(file.sections.get(section) ?? [])]);
  const value = values.get(option.toLowerCase());
  if (value === undefined || value === null || interpolation === 'none') return value;
  return interpolate(value, values, option.toLowerCase(), section, 1);
}

const MAX_REFERENCES = 10;

function interpolate(
  text: string,
  values: ReadonlyMap<string, string | null>,
  option: string,
  section: string,
  depth: number,
): string {
  if (depth > MAX_REFERENCES) {
    throw new PythonError(
      'configparser.InterpolationDepthError',
      `Recursion limit exceeded in value substitution: option ${reprText(option)} in section ${reprText(section)} contains an interpolation key which cannot be substituted in ${MAX_REFERENCES} steps. Raw value: ${reprText(text)}`,
    );
  }
  let out = '';
  let rest = text;
  for (;;) {
    const percent = rest.indexOf('%');
    if (percent < 0) return out + rest;
    out += rest.slice(0, percent);
    rest = rest.slice(percent);
    if (rest.startsWith('%%')) {
      out += '%';
      rest = rest.slice(2);
      continue;
    }
    const reference = /^%\(([^)]+)\)s/u.exec(rest);
    if (!reference?.[1]) {
      const problem = rest.startsWith('%(')
        ? `bad interpolation variable reference ${reprText(rest)}`
        : `'%' must be followed by '%' or '(', found: ${reprText(rest)}`;
      throw new PythonError('configparser.InterpolationSyntaxError', problem);
    }
    const found = values.get(reference[1].toLowerCase());
    if (found === undefined || found === null) {
      throw new PythonError(
        'configparser.InterpolationMissingOptionError',
        `Bad value substitution: option ${reprText(option)} in section ${reprText(section)} contains an interpolation key ${reprText(reference[1].toLowerCase())} which is not a valid option name. Raw value: ${reprText(text)}`,
      );
    }
    out += found.includes('%') ? interpolate(found, values, option, section, depth + 1) : found;
    rest = rest.slice(reference[0].length);
  }
}

function splitOption(line: string, allowNoValue: boolean): { name: string; value: string | null } | undefined {
  const at = line.search(/[=:]/u);
  if (at < 0) return allowNoValue ? { name: stripEnd(line), value: null } : undefined;
  return { name: stripEnd(line.slice(0, at)), value: strip(line.slice(at + 1)) };
}

function reopened(values: ReadonlyMap<string, string | null>): Section {
  return new Map([...values].map(([option, value]) => [option, value === null ? null : [value]]));
}

function joined(values: Section): Map<string, string | null> {
  return new Map([...values].map(([option, value]) => [option, value === null ? null : stripEnd(value.join('\n'))]));
}

function raw(line: string, index: number, count: number, text: string): string {
  return index < count - 1 || text.endsWith('\n') ? `${line}\n` : line;
}

function pad(line: number): string {
  return String(line).padStart(2, ' ');
}
