/** How this project reads its environment, so that remedies are written in its own words. */
import type { Settings } from '../../facts/settings.js';
import type { Remedy } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { alsoAtBuild, builtWithout } from './image-build.js';
import { looksLikeProduction } from './module-names.js';

type Style = 'decouple' | 'django-environ' | 'environs' | 'os';

/** What a setting takes from its variable. */
export type Wanted = 'text' | 'optional' | 'boolean' | 'list';

/** A remedy that takes a setting from an environment variable, in the way the project's settings already do it. */
export function takeFromEnvironment(
  facts: { readonly project: Project; readonly settings: Settings },
  what: {
    readonly setting: string;
    readonly variable?: string;
    readonly wanted: Wanted;
    readonly summary: string;
    /** The assignment to write it in place of, where later lines only add to that one. */
    readonly at?: Location | undefined;
  },
): Remedy {
  const { project, settings } = facts;
  const path = what.at?.path ?? homeOf(settings, what.setting) ?? '';
  const whole = project.file(path)?.text ?? '';
  const { at, origin } = { ...settings.get(what.setting), ...(what.at ? { at: what.at } : {}) };
  // The line takes the place of the one that is there, where what follows is not yet known.
  const own = origin === 'assigned' && at.path === path ? whole.slice(0, at.span.start) : whole;
  const variable = what.variable ?? what.setting;
  const line = origin === 'assigned' && at.path === path ? whole.slice(at.span.start, at.span.end) : '';
  const parts = what.wanted === 'list' ? separatorIn(line, variable) : undefined;
  const { style, ...call } =
    parts === undefined ? callIn(facts, own, variable, what.wanted) : splitCall(facts, own, variable, parts);
  const demands = what.wanted === 'text' || (what.wanted === 'list' && style !== 'os');
  const missing = call.imports.filter((line) => !hasImport(own, line));
  const lines = [...missing, ...(missing.length > 0 ? [''] : []), `${what.setting} = ${call.expression}`];
  const late = style === 'os' && own !== whole ? dotenvBelow(own, whole) : '';
  const summary = `${what.summary}${late}${demands ? alsoAtBuild(project, variable) : ''}`;
  const remedy: Remedy = { summary, code: lines.join('\n'), language: 'python', path };
  return what.at ? { ...remedy, place: 'instead', at: what.at } : remedy;
}

/** What a line splits the text of a variable at, where that is no comma: values that are given are written so. */
function separatorIn(line: string, variable: string): string | undefined {
  const [, quote, separator = ' '] = /\.split\(\s*(?:(['"])([^'"\\]{1,2})\1)?\s*\)/.exec(line) ?? [undefined, '', ','];
  if (!new RegExp(`['"]${variable}['"]`).test(line) || separator === ',') return undefined;
  return quote === undefined ? ' ' : separator;
}

function splitCall(facts: Parameters<typeof callIn>[0], own: string, variable: string, separator: string) {
  const { style, expression, imports } = callIn(facts, own, variable, 'optional');
  const split =
    separator.trim() === ''
      ? `${expression}.split()`
      : `[item for item in ${expression}.split('${separator}') if item]`;
  return { style, expression: split, imports };
}

/** What a file writes for the text of a variable, in the way the project's settings read theirs, and the imports it lacks for that. */
export function textOfVariable(
  facts: { readonly project: Project; readonly settings: Settings },
  at: Location,
  variable: string,
): { readonly expression: string; readonly imports: readonly string[] } {
  const own = (facts.project.file(at.path)?.text ?? '').slice(0, at.span.start);
  const { expression, imports } = callIn(facts, own, variable, 'text');
  return { expression, imports: imports.filter((line) => !hasImport(own, line)) };
}

/**
 * What the end of the file that settings are added to reads a variable with: an empty text is enough where development loads it too, or
 * the build of an image that is not given it.
 */
export function textAtEnd(
  facts: { readonly project: Project; readonly settings: Settings },
  variable: string,
): { readonly expression: string; readonly imports: readonly string[] } {
  const path = homeOf(facts.settings) ?? '';
  const own = facts.project.file(path)?.text ?? '';
  const alone =
    looksLikeProduction(path.replace(/\.py$/, '').replaceAll('/', '.')) &&
    builtWithout(facts.project, variable) === undefined;
  const { expression, imports } = callIn(facts, own, variable, alone ? 'text' : 'optional');
  return { expression, imports: imports.filter((line) => !hasImport(own, line)) };
}

/** The call that a file would make, whose text is `own` up to the place where it stands. */
function callIn(
  { project, settings }: { readonly project: Project; readonly settings: Settings },
  own: string,
  variable: string,
  wanted: Wanted,
) {
  const texts = settings.files.map((file) => project.file(file)?.text ?? '');
  const used = styleOf(texts);
  const name = callNameOf(used, own, texts);
  // A reader that is made further down, or in a file that this one does not take names from, is not there.
  const lacks = (used === 'django-environ' || used === 'environs') && !name.imported;
  const style = lacks ? 'os' : used;
  return { style, ...callFor(style, name, variable, wanted) };
}

/** Where the file that development has its variables in is read further down. */
function dotenvBelow(own: string, whole: string): string {
  const call = /^[ \t]*(?:dotenv\.)?load_dotenv\s*\(/m;
  const found = call.test(own) ? null : call.exec(whole);
  if (!found) return '';
  const line = whole.slice(0, found.index).split('\n').length;
  return ` Move \`load_dotenv()\` of line ${line} above it: before that, nothing of \`.env\` is there.`;
}

const makesEnv = /^(\w+)\s*=\s*(?:\w+\.)?(?:Fileaware)?Env\(/m;

function styleOf(texts: readonly string[]): Style {
  const any = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  if (any(/^\s*from decouple import .*\bconfig\b/m)) return 'decouple';
  if (any(/^\w+\s*=\s*environ\.(Fileaware)?Env\(/m)) return 'django-environ';
  if (any(/^\s*from environs import/m) && any(/^\w+\s*=\s*(environs\.)?(Fileaware)?Env\(/m)) return 'environs';
  return 'os';
}

/** The name the settings file calls its reader by: `env`, unless the project named it otherwise. */
function callNameOf(style: Style, own: string, texts: readonly string[]): { name: string; imported: boolean } {
  if (style === 'decouple') return { name: 'config', imported: /from decouple import .*\bconfig\b/.test(own) };
  const name = texts.map((text) => makesEnv.exec(text)?.[1]).find((found) => found !== undefined) ?? 'env';
  const taken = new RegExp(`^from [\\w.]+ import (?:\\*|.*\\b${name}\\b)`, 'm');
  return { name, imported: makesEnv.test(own) || taken.test(own) };
}

function callFor(
  style: Style,
  call: { readonly name: string; readonly imported: boolean },
  variable: string,
  wanted: Wanted,
): { readonly expression: string; readonly imports: readonly string[] } {
  switch (style) {
    case 'decouple': {
      const names = wanted === 'list' ? 'Csv, config' : 'config';
      const imports = call.imported && wanted !== 'list' ? [] : [`from decouple import ${names}`];
      if (wanted === 'boolean') return { expression: `config('${variable}', default=False, cast=bool)`, imports };
      if (wanted === 'list') return { expression: `config('${variable}', cast=Csv())`, imports };
      return { expression: `config('${variable}'${wanted === 'optional' ? ", default=''" : ''})`, imports };
    }
    case 'django-environ':
    case 'environs': {
      const { name } = call;
      if (wanted === 'boolean') return { expression: `${name}.bool('${variable}', default=False)`, imports: [] };
      if (wanted === 'list') return { expression: `${name}.list('${variable}')`, imports: [] };
      return { expression: `${name}.str('${variable}'${wanted === 'optional' ? ", default=''" : ''})`, imports: [] };
    }
    case 'os': {
      const imports = ['import os'];
      if (wanted === 'boolean') return { expression: `os.environ.get('${variable}', '') == 'True'`, imports };
      if (wanted === 'list') {
        return { expression: `[item for item in os.environ.get('${variable}', '').split(',') if item]`, imports };
      }
      if (wanted === 'optional') return { expression: `os.environ.get('${variable}', '')`, imports };
      return { expression: `os.environ['${variable}']`, imports };
    }
  }
}

/** A remedy that writes one line into the settings production loads. */
export function writeInSettings(settings: Settings, summary: string, code: string): Remedy {
  const whole = /\bos\.environ\b/.test(code) && !/^import os$/m.test(code) ? `import os\n\n${code}` : code;
  return { summary, code: whole, language: 'python', ...inHome(settings, /^(\w+) = /m.exec(code)?.[1]) };
}

/** The file in which a setting belongs: where nothing is made for production alone, the one that has it already. */
export function homeOf(settings: Settings, name?: string): string | undefined {
  const { home, path } = settings;
  const setting = name === undefined || home === undefined ? undefined : settings.get(name);
  const shared = home !== undefined && !looksLikeProduction(home.replace(/\.py$/, '').replaceAll('/', '.'));
  return setting?.origin === 'assigned' && shared ? setting.at.path : (home ?? path);
}

/** The part of a remedy that says so. */
export function inHome(settings: Settings, name?: string): { readonly path?: string } {
  const path = homeOf(settings, name);
  return path === undefined ? {} : { path };
}

/** Whether a file imports all the names of an import line already, in whatever order it names them. */
export function hasImport(text: string, line: string): boolean {
  const [, module, names] = /^from (\S+) import (.+)$/.exec(line) ?? [];
  if (module === undefined || names === undefined) return new RegExp(`^${line}\\s*(#.*)?$`, 'm').test(text);
  const found = new Set(
    [...text.matchAll(/^from (\S+) import ([\w, ]+)/gm)].flatMap(([, from, list]) =>
      from === module ? (list ?? '').split(/[\s,]+/) : [],
    ),
  );
  return names.split(', ').every((name) => found.has(name));
}
