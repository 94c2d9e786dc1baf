/** What targets of a Makefile run. */
import { substitute } from './build-variables.js';

/** The lines that make runs for some targets, in the words of a shell. */
export interface MakefileText {
  /** The file with blanks in place of all else: every offset stays. */
  readonly text: string;
  readonly variables: ReadonlyMap<string, string>;
  /** Make itself asks something between the lines: not all of them run. */
  readonly asks: boolean;
}

/** Reads what is made, with what it needs. `given` are the assignments of the command line; without targets, the first one is made. */
export function makefileText(written: string, targets: readonly string[], given: readonly string[]): MakefileText {
  const rules: { readonly names: readonly string[]; readonly needs: readonly string[]; lines: [number, string][] }[] =
    [];
  const variables = new Map<string, string>();
  let asks = false;
  for (const { index, 0: line } of inShell(written).matchAll(/(?:[^\\\n]|\\[\s\S])+/g)) {
    const [, name, value = ''] = /^([\w.-]+)\s*[:?+]{0,2}=\s*([^#\n]*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const [, names, needs = ''] = /^([\w./ ${}-]+?)\s*::?(?!=)\s*([^#;=|]*)/.exec(line) ?? [];
    if (line.startsWith('\t'))
      rules.at(-1)?.lines.push([index, line.replace(/^[\t@+ -]+/, (mark) => ' '.repeat(mark.length))]);
    else if (name !== undefined) variables.set(name, value);
    else if (names !== undefined) rules.push({ names: wordsOf(names), needs: wordsOf(needs), lines: [] });
    else if (/^\s*(?:ifn?eq|ifn?def|else)\b/.test(line)) rules.at(-1)?.lines.push([index, '']);
  }
  for (const word of given) variables.set(word.replace(/=.*$/s, ''), word.replace(/^[^=]*=/, ''));
  // What one holds may stand further down than what is made of it.
  for (const [name, value] of [...variables, ...variables]) variables.set(name, substitute(value, variables));
  const first = rules.flatMap(({ names }) => names).find((name) => !name.startsWith('.'));
  const reached = new Set(targets.length > 0 ? targets : first === undefined ? [] : [first]);
  for (const target of reached)
    for (const { needs } of rules.filter(({ names }) => names.includes(target)))
      for (const need of needs) reached.add(need);
  const kept = rules.filter(({ names }) => names.some((name) => reached.has(name))).flatMap(({ lines }) => lines);
  let text = '';
  for (const [index, line] of kept) {
    if (line === '') asks = true;
    text += written.slice(text.length, index).replace(/[^\n]/g, ' ') + line;
  }
  return { text, variables, asks };
}

/** Make's variables as a shell writes them, at the same places. */
function inShell(text: string): string {
  return text.replace(/\$\$/g, ' $').replace(/\$\(([\w.-]+)\)/g, '${$1}');
}

function wordsOf(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
