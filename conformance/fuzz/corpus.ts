/** The recorded cases as programs to choose from, in such a way that a new case changes few of the choices. */
import { inStandardLibrary } from '../../packages/django-settings/src/evaluate/stdlib.js';
import { type Case, caseNames, readCase } from '../case.js';
import { type Program, settingsPath } from './program.js';
import { hash, type Random } from './random.js';

/** Programs to choose from. */
export interface Corpus {
  readonly size: number;
  pick(random: Random): Program;
}

/**
 * Programs by name. A choice draws one number and takes the program whose name goes best with it, so that a program which
 * is added takes over its share and leaves all other choices as they were: a number of a seed goes on meaning the same
 * program after the defect that it found has become a case.
 */
export function corpusOf(programs: ReadonlyMap<string, Program>): Corpus {
  const entries = [...programs].map(([name, program]) => ({ key: hash(name), program }));
  return {
    size: entries.length,
    pick(random) {
      const draw = random.below(0x8000_0000);
      let best: { readonly score: number; readonly program: Program } | undefined;
      for (const { key, program } of entries) {
        const score = mixed(key ^ draw);
        if (!best || score > best.score) best = { score, program };
      }
      if (!best) throw new RangeError('Nothing to choose from');
      return best.program;
    },
  };
}

/** All cases that can be changed. */
export function caseCorpus(): Corpus {
  return corpusOf(
    new Map(
      caseNames().flatMap((name) => {
        const program = caseProgram(name);
        return program ? [[name, program] as const] : [];
      }),
    ),
  );
}

/** MurmurHash3's last step: every bit of the result hangs on every bit of the number. */
function mixed(number: number): number {
  let value = number;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The cases as programs; those that need packages, or are of another layout, are left out. */
function caseProgram(name: string): Program | undefined {
  const one: Case = readCase(name);
  const { options, paths, read } = one;
  const plain =
    !options.declared?.length && (options.settings ?? 'config.settings') === 'config.settings' && !options.directory;
  if (!plain || !paths.includes(settingsPath)) return undefined;
  const files = Object.fromEntries(paths.map((path) => [path, read(path)]));
  const texts = Object.values(files);
  if (texts.some((text) => text.includes('\ufffd') || importsPackage(text, paths))) return undefined;
  return { files, env: options.env ?? {} };
}

/** Whether a text imports what is neither of the standard library nor among the files. */
function importsPackage(text: string, paths: readonly string[]): boolean {
  const names = [...text.matchAll(/^\s*(?:from|import) ([A-Za-z_]\w*)/gm)].map(([, name = '']) => name);
  return names.some(
    (name) =>
      inStandardLibrary(name, undefined) === false &&
      !paths.some((path) => path === `${name}.py` || path.startsWith(`${name}/`)),
  );
}
