/** What a target of a Makefile runs. */
import type { SourceFile } from '@django-golive/core';
import { type Invocation, invocationsOfLine } from './invocation.js';

/** What `make` is asked for. */
interface Asked {
  /** The Makefile, beside what starts make. */
  readonly paths: readonly string[];
  readonly targets: readonly string[];
}

/** What words of make ask for; `undefined` where they name no target, or an option that is not read. */
export function askedOfMake({ program, args }: Invocation): Asked | undefined {
  if (!/^g?make$/.test(program)) return undefined;
  const targets: string[] = [];
  let [directory, name]: [string, string | undefined] = ['', undefined];
  for (let index = 0; index < args.length; index += 1) {
    const text = args[index]?.text ?? '';
    if (text === '-C' || text === '-f') {
      index += 1;
      const value = args[index]?.text ?? '';
      if (text === '-C') directory = `${value}/`;
      else name = value;
    } else if (/^[\w.-]+$/.test(text) && !text.startsWith('-')) targets.push(text);
    else if (!/^-[sik]+$|^\w+=/.test(text)) return undefined;
  }
  const names = name === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [name];
  return targets.length === 0 ? undefined : { paths: names.map((one) => `${directory}${one}`), targets };
}

/** The programs that targets start, each after those of what it needs; what was made already is not made again. */
export function invocationsOfTargets(file: SourceFile, targets: readonly string[], made: Set<string>): Invocation[] {
  const rules = rulesOf(file.text);
  const make = (target: string): Invocation[] => {
    const key = `${file.path}:${target}`;
    if (made.has(key)) return [];
    made.add(key);
    return rules
      .filter(({ name }) => name === target)
      .flatMap(({ needs, recipe }) => [
        ...needs.flatMap(make),
        ...recipe.flatMap(({ text, start }) => invocationsOfLine(text, start)),
      ]);
  };
  return targets.flatMap(make);
}

interface Rule {
  readonly name: string;
  readonly needs: readonly string[];
  readonly recipe: { readonly text: string; readonly start: number }[];
}

function rulesOf(text: string): readonly Rule[] {
  const rules: Rule[] = [];
  let current: readonly Rule[] = [];
  for (const match of text.matchAll(/(?:[^\\\r\n]|\\\r?\n|\\.)+/g)) {
    const [line] = match;
    if (line.startsWith('\t')) {
      const start = match.index + (/^\t[@+ -]*/.exec(line)?.[0].length ?? 0);
      const recipe = { text: inShell(text.slice(start, match.index + line.length)), start };
      for (const rule of current) rule.recipe.push(recipe);
      continue;
    }
    const [, names, needs = ''] = /^([\w./ -]+)::?(?![:=])([^#;=|]*)/.exec(line) ?? [];
    if (names === undefined) continue;
    const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);
    current = words(names).map((name) => ({ name, needs: words(needs), recipe: [] }));
    rules.push(...current);
  }
  return rules;
}

/** Make's own variables in the words of a shell, at the same places: what they hold comes from the environment or is not known. */
function inShell(text: string): string {
  return text.replace(/\$\$/g, ' $').replace(/\$\(([\w.-]+)\)/g, (_, name: string) => `\${${name}}`);
}
