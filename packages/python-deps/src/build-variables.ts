/** What the variables of a Dockerfile hold while it is built. */
import type { Project } from '@django-golive/core';
import { purposeOf } from './dependency-groups.js';
import { shellRegions } from './shell-texts.js';

/** The values that `ARG` and `ENV` lines give to names. */
export function defaultsOf(text: string): ReadonlyMap<string, string> {
  const pattern = /^\s*(?:ARG|ENV)\s+(\w+)(?:=|\s+)["']?([^\s"']+)/gim;
  return new Map([...text.matchAll(pattern)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** Answers what `ARG`, `ENV` and the shell's own lines have given to names before an offset, the last of each. */
export function valuesIn(text: string): (offset: number) => ReadonlyMap<string, string> {
  const given = [...text.matchAll(GIVEN)].map(({ index, 0: line, 1: word, 2: rest = '' }) => ({
    index,
    pairs:
      word === undefined
        ? assignments(line.replace(/^[;&|]+/, '').trim(), false)
        : assignments(rest, /^env$/i.test(word)),
  }));
  return (offset) => {
    const values = new Map<string, string>();
    for (const { index, pairs } of given) {
      if (index >= offset) break;
      for (const [name, value] of pairs) if (value !== undefined) values.set(name, substitute(value, values));
    }
    return values;
  };
}

const GIVEN =
  /^[^\S\n]*(ARG|ENV)[^\S\n]+([^\n]*)$|(?:^|[;&|]|\b(?:RUN|export|local|readonly))[^\S\n]*\w+=(?:"[^"\n]*"|'[^'\n]*'|[^\s;&|"']*)(?=[^\S\n]*(?:$|[;&|]))/gim;

/** Answers what a word is in each turn of the loop around an offset: `for f in a.txt b.txt; do pip install -r $f`. */
export function turnsIn(text: string): (word: string, offset: number) => readonly string[] {
  const loops = [...text.matchAll(/\bfor\s+(\w+)\s+in\s([^;\n]+)[;\n]\s*do\b/g)];
  return (word, offset) => {
    const [, name = ''] = /\$\{?(\w+)/.exec(word) ?? [];
    const [, , over] = loops.findLast((loop) => loop.index < offset && loop[1] === name) ?? [];
    if (over === undefined) return [word];
    const words = [...over.matchAll(/"[^"]*"|'[^']*'|\S+/g)];
    return words.map(([each]) => substitute(word, new Map([[name, unquoted(each)]])));
  };
}

/** The text with `$NAME`, `${NAME}` and `${NAME:-default}` put in where they are known. */
export function substitute(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g,
    (whole, braced?: string, fallback?: string, bare?: string) => {
      return values.get(braced ?? bare ?? '') ?? fallback ?? whole;
    },
  );
}

/**
 * The variables whose value every command of the Dockerfile sees: one value for each name, which no script assigns anew, and
 * nothing that builds the image gives another one.
 */
export function settledVariables(
  project: Project,
  path: string,
  text: string,
  chosen: readonly string[],
): ReadonlyMap<string, string> {
  const given = new Map<string, Set<string | undefined>>();
  const known = new Map<string, string>();
  let stages = 0;
  for (const [, word = '', rest = ''] of text.matchAll(/^[^\S\n]*(FROM|ARG|ENV)[^\S\n]+([^\n]*)$/gim)) {
    if (/^from$/i.test(word)) stages += 1;
    else
      for (const [name, written] of assignments(rest, /^env$/i.test(word))) {
        // Before the first stage, a value is only for those that ask for it again.
        const value = written === undefined ? known.get(name) : substitute(written, known);
        if (value !== undefined) known.set(name, value);
        if (stages > 0) given.set(name, (given.get(name) ?? new Set()).add(value));
      }
  }
  const scripts = shellRegions(path, text).map(({ start, end }) => text.slice(start, end));
  const assigned = new Set(
    scripts.flatMap((script) =>
      [...script.matchAll(/(?:^|[\s;&|("'])(\w+)=|\b(?:for|read|select)\s+(\w+)/g)].map(
        (match) => match[1] ?? match[2],
      ),
    ),
  );
  const builders = buildersOf(project);
  const settled = [...given].flatMap(([name, values]) => {
    const [composed, other] = isArgument(text, name) ? new Set(composeArguments(project, chosen, name)) : [];
    const [value] = composed !== undefined && other === undefined ? [composed] : values;
    if (
      (values.size !== 1 && composed === undefined) ||
      value === undefined ||
      value.includes('$') ||
      assigned.has(name)
    )
      return [];
    if (composed !== undefined && other === undefined) return [[name, value] as const];
    return givenBy(project, builders, name).some((given) => given !== value) ? [] : [[name, value] as const];
  });
  return new Map(settled);
}

/** Whether a name is an argument of the image, and nothing that it sets itself. */
export function isArgument(text: string, name: string): boolean {
  return (
    new RegExp(`^[^\\S\\n]*ARG[^\\S\\n]+(?:[^\\n]*\\s)?${name}\\b`, 'im').test(text) &&
    !new RegExp(`^[^\\S\\n]*ENV[^\\S\\n]+(?:[^\\n]*\\s)?${name}[=\\s]`, 'im').test(text)
  );
}

function assignments(rest: string, isEnvironment: boolean): readonly (readonly [string, string | undefined])[] {
  const pairs = [...rest.matchAll(/(?:^|\s)(\w+)(?:=("[^"]*"|'[^']*'|\S*))?(?=\s|$)/g)];
  const bare = /^(\w+)\s+([^=\s].*)$/.exec(rest);
  if (isEnvironment && bare) return [[bare[1] ?? '', unquoted(bare[2] ?? '')]];
  return pairs.map(([, name = '', value]) => [name, value === undefined ? undefined : unquoted(value)] as const);
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** The values that what builds the project's images gives to a name: what Compose starts, of which `chosen` is the files, before all others. */
export function givenByBuilders(
  project: Project,
  name: string,
  chosen: readonly string[],
): { readonly values: readonly string[]; readonly byCompose: boolean } {
  const isKnown = (value: string) => !/^$|\$/.test(value);
  const composed = [...new Set(composeArguments(project, chosen, name))].filter(isKnown);
  if (composed.length > 0) return { values: composed, byCompose: true };
  return { values: [...new Set(givenBy(project, buildersOf(project), name))].filter(isKnown), byCompose: false };
}

/** What `build.args` of files of Compose give to a name, in either of its forms. */
function composeArguments(project: Project, files: readonly string[], name: string): readonly string[] {
  const pattern = new RegExp(`^\\s*(?:-\\s*)?["']?${name}(?:["']?\\s*:\\s*|=)["']?([^\\s"'#]*)`, 'gm');
  return files.flatMap((path) => {
    if (!/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/i.test(path)) return [];
    const blocks = (project.file(path)?.text ?? '').matchAll(
      /^([^\S\n]*)args:[^\S\n]*\n((?:\1[^\S\n]+[^\n]*\n?|\1-[^\n]*\n?|[^\S\n]*\n)*)/gm,
    );
    return [...blocks].flatMap(([, , block = '']) => [...block.matchAll(pattern)].map((match) => match[1] ?? ''));
  });
}

/** The files that start builds of the project for what is not development. */
export function buildersOf(project: Project): readonly string[] {
  return project.paths.filter(
    (each) =>
      /\.(?:ya?ml|sh|toml|json|env)$|(?:^|\/)(?:Makefile|\.env)$/.test(each) &&
      each.split('/').length <= 4 &&
      !each.split('/').some((part) => purposeOf(part.replace(/build/i, '')) === 'dev'),
  );
}

function givenBy(project: Project, builders: readonly string[], name: string): readonly string[] {
  const pattern = new RegExp(`(?<![\\w$])${name}["']?\\s*[=:]\\s*["']?([^\\s"',]*)`, 'g');
  return builders.flatMap((each) => {
    const text = project.file(each)?.text ?? '';
    return text.includes(name) ? [...text.matchAll(pattern)].map((match) => match[1] ?? '') : [];
  });
}
