/** What of a start script runs, as far as the words and variables that it gets tell. */
import { answerOf } from '../files/shell-test.js';
import type { StartedProgram } from './start-programs.js';

/** What a script gets. */
interface Given {
  readonly script: string;
  /** Whether the script itself may not run. */
  readonly conditional: boolean;
  /** `undefined` where whoever starts it says them. */
  readonly words: readonly string[] | undefined;
  /** `undefined` where a value is not known, `null` where nothing gives the variable. */
  readonly valueOf: (name: string) => string | undefined | null;
}

/** Its programs without those that never run; what certainly runs is under no condition any more. */
export function takenOf(
  programs: readonly StartedProgram[],
  given: Given,
): { readonly runs: readonly StartedProgram[]; readonly never: readonly StartedProgram[] } {
  const values = new Map<string, string | undefined | null>();
  const valueOf = (name: string): string | undefined | null => {
    if (!values.has(name)) values.set(name, valueIn(given, name));
    return values.get(name);
  };
  const runs: StartedProgram[] = [];
  const never: StartedProgram[] = [];
  for (const program of programs) {
    const { conditional, branches, exec } = program.invocation;
    if (!conditional || branches.length === 0) {
      runs.push(program);
      continue;
    }
    const asked = new Set<string>();
    const answer = (missing: string | undefined): boolean | undefined => {
      const answers = branches.map(({ test, holds }, index) => {
        // A function has words of its own.
        const inner = branches.slice(0, index).some((one) => one.test === undefined);
        if (test === undefined || test.length > 1000 || inner) return undefined;
        const found = answerOf(test, (name) => {
          asked.add(name);
          const value = valueOf(name);
          return value === null ? missing : value;
        });
        return found === undefined ? undefined : found === holds;
      });
      if (answers.includes(false)) return false;
      return answers.includes(undefined) ? undefined : true;
    };
    const sure = answer(undefined);
    const alone = sure ?? answer('');
    if (sure === false) never.push(program);
    else
      runs.push({
        ...program,
        ...([...asked].some(isWord) ? { byWords: true } : {}),
        ...(sure === undefined && alone !== undefined
          ? {
              ungiven: {
                runs: alone,
                variables: [...asked].filter((name) => !isWord(name) && valueOf(name) === null),
              },
            }
          : {}),
        invocation: { ...program.invocation, conditional: sure === undefined || given.conditional },
      });
    // It takes the shell's place.
    if (sure && exec) break;
  }
  return { runs, never };
}

const isWord = (name: string): boolean => /^(\d+|[*@#])$/.test(name);

function valueIn({ script, words, valueOf }: Given, name: string): string | undefined | null {
  if (isWord(name)) {
    if (/\bshift\b|\bset\s+--/.test(script)) return undefined;
    if (!words) return null;
    const value =
      name === '#' ? `${words.length}` : /\d/.test(name) ? (words[Number(name) - 1] ?? '') : words.join(' ');
    return value.includes('$') ? undefined : value;
  }
  // What the script sets itself, or reads from elsewhere.
  const own = new RegExp(`\\b${name}(:?=)|\\bread\\s[^\\n]{0,80}\\b${name}\\b|\\beval\\b|^\\s*(\\.|source)\\s`, 'm');
  return own.test(script.replace(/^\s*#.*/gm, '')) ? undefined : valueOf(name);
}
