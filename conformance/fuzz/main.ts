/** The command `npm run fuzz`: runs random programs in CPython and in golive's evaluator, and shows where they differ. */
import { parseArgs } from 'node:util';
import type { Startup } from '@django-golive/core';
import { compare, type Difference, holdsUnknown } from './compare.js';
import { caseCorpus, corpusOf } from './corpus.js';
import { type Oracle, startOracle, type Truth } from './cpython.js';
import { generateProgram } from './generate.js';
import { evaluateProgram } from './golive.js';
import { grammar } from './grammar.js';
import { mutateProgram } from './mutate.js';
import { type Program, showProgram, showsEscapes } from './program.js';
import { createRandom } from './random.js';
import { shrink } from './shrink.js';
import { createTally } from './tally.js';
import { startWatchdog } from './watchdog.js';

const usage = `npm run fuzz -- [--count N] [--from I] [--seed S] [--mode generate|mutate|both] [--hidden] [--doubtful] [--only I] [--most N] [--python FILE] [--no-shrink]

  --count   programs to run (1000)
  --from    the number of the first one (0)
  --seed    the same seed gives the same programs (1)
  --mode    made from a grammar, made from the recorded cases, or by turns (both)
  --hidden  do not tell golive the values of the environment: what it still says must be true all the same
  --doubtful  count what differs after something unknown as well: CPython may have raised an error there
  --only    only the program of that number
  --most    stop after so many differences (10)
  --python  the CPython to compare with (python3)
`;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string', default: 'both' },
    hidden: { type: 'boolean', default: false },
    only: { type: 'string' },
    most: { type: 'string', default: '10' },
    python: { type: 'string', default: 'python3' },
    'no-shrink': { type: 'boolean', default: false },
    script: { type: 'string', default: '' },
    doubtful: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Programs under way at a time: so many that one which CPython takes long for holds up nothing. */
const ahead = 256;

type Outcome =
  | { readonly kind: 'crash'; readonly text: string }
  | { readonly kind: 'difference'; readonly differences: readonly Difference[] };

async function main(): Promise<number> {
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const start = (hashSeed: number) => startOracle(options.python, options.script, hashSeed);
  const oracles = await Promise.all([0, 7, 42].map(start));
  const [oracle] = oracles as [Oracle, ...Oracle[]];
  const runners = [oracle, await start(0)] as const;
  const cases = options.mode === 'generate' ? corpusOf(new Map()) : caseCorpus();
  const watchdog = startWatchdog();
  const tally = createTally();
  const most = Number(options.most);
  /** Small programs that were shown, without their numbers. */
  const printed = new Set<string>();

  function programOf(index: number): Program {
    const random = createRandom(`${options.seed}:${index}`);
    const mutated = options.mode === 'mutate' || (options.mode === 'both' && index % 2 === 1);
    return mutated ? mutateProgram(cases, random, grammar) : generateProgram(random, grammar);
  }

  async function outcomeOf(
    program: Program,
    { root, python, ask }: Oracle,
    counted = false,
  ): Promise<Outcome | undefined> {
    const asked = ask(program, { fresh: !counted });
    const hidden = new Set(options.hidden ? Object.keys(program.env) : []);
    watchdog.begin(() => showProgram(program));
    const answer = evaluateProgram(program, { root, python, hidden });
    watchdog.end();
    const truth = await asked;
    if ('crash' in answer) return { kind: 'crash', text: answer.crash };
    if ('skip' in truth) {
      if (counted) tally.skip(truth.skip);
      return undefined;
    }
    if (isForeignImport(truth) && !says(answer.startup, 'ModuleNotFoundError')) {
      if (counted) tally.skip('a package that golive takes to be installed is not');
      return undefined;
    }
    const comparison = compare(truth, answer);
    if (comparison.differences.length > 0 && showsEscapes(program)) {
      if (counted) tally.skip('a text shows an expression with an escape, which CPython writes out before 3.13.1');
      return undefined;
    }
    if (counted) tally.add(comparison, 'error' in truth);
    // What every module has, such as its loader, may stay unknown: no program looks at it.
    const own = [...answer.names].filter(([name]) => !name.startsWith('__'));
    const doubtful = answer.doubtful || own.some(([, { value }]) => holdsUnknown(value));
    if (comparison.differences.length > 0 && doubtful && !options.doubtful) {
      if (counted) tally.doubt();
      return undefined;
    }
    return comparison.differences.length > 0 ? { kind: 'difference', differences: comparison.differences } : undefined;
  }

  async function report(index: number, program: Program, outcome: Outcome): Promise<void> {
    const again = await outcomeOf(program, oracle);
    if (!again) {
      tally.skip('CPython answered otherwise when asked again');
      return;
    }
    tally.fail(outcome.kind);
    const small = options['no-shrink']
      ? program
      : await shrink(program, async (one) => sameSort(await outcomeOf(one, oracle), again));
    const text = showProgram(small);
    const alike = text.replaceAll(/\w+/g, (word) => word.replaceAll(/\d+/g, '0'));
    if (printed.has(alike)) {
      process.stdout.write(`\n=== once more in ${options.seed}:${index}\n`);
      return;
    }
    printed.add(alike);
    const shown = (await outcomeOf(small, oracle)) ?? again;
    const others = await Promise.all(oracles.slice(1).map((other) => outcomeOf(small, other)));
    const answers = new Set(
      [shown, ...others].map((one) =>
        one?.kind === 'difference'
          ? JSON.stringify(one.differences.map(({ cpython }) => cpython)).replace(/golive-fuzz-\w+/g, '')
          : '',
      ),
    );
    const varies = answers.size > 1 ? ' (CPython itself varies with its hash seed)' : '';
    process.stdout.write(`\n=== ${shown.kind} in ${options.seed}:${index}${varies}\n${text}${describe(shown)}`);
  }

  const [first, count] =
    options.only === undefined ? [Number(options.from), Number(options.count)] : [Number(options.only), 1];
  const queue: { readonly index: number; readonly program: Program; readonly outcome: Promise<Outcome | undefined> }[] =
    [];
  for (let index = first; index < first + count || queue.length > 0; index += 1) {
    if (index < first + count) {
      const program = programOf(index);
      queue.push({ index, program, outcome: outcomeOf(program, runners[index % 2 === 0 ? 0 : 1], true) });
    }
    if (queue.length < ahead && index < first + count) {
      // CPython's answers come in between.
      await new Promise(setImmediate);
      continue;
    }
    const next = queue.shift();
    if (!next) break;
    const outcome = await next.outcome;
    if (outcome) await report(next.index, next.program, outcome);
    tally.progress(next.index - first + 1, count);
    if (tally.failures() >= most) break;
  }
  for (const one of new Set([...oracles, ...runners])) one.stop();
  watchdog.stop();
  process.stdout.write(
    `${tally.summary()}\nseed ${options.seed}, mode ${options.mode}${options.hidden ? ', environment hidden' : ''}, CPython ${oracle.python.join('.')}\n`,
  );
  return tally.failures() > 0 ? 1 : 0;
}

const says = (startup: Startup, type: string) => startup.ok === false && startup.error.type === type;

/** Whether CPython stopped, at once or while it handled that, at a package that no project module could be. */
function isForeignImport(truth: Truth): boolean {
  const absent = 'error' in truth ? truth.error.absent : null;
  return absent !== null && !/^No module named '(config|lib)\b/.test(absent);
}

/** Whether a smaller program still fails in the way of the first: at its start, or in a value. */
function sameSort(one: Outcome | undefined, first: Outcome): boolean {
  if (one?.kind === 'crash' || first.kind === 'crash') return one?.kind === first.kind;
  const [now, before] = [one?.differences[0], first.differences[0]];
  if (!now || !before) return false;
  if (now.what !== 'start-up' || before.what !== 'start-up')
    return now.what !== 'start-up' && before.what !== 'start-up';
  return now.cpython.split(':')[0] === before.cpython.split(':')[0];
}

function describe(outcome: Outcome): string {
  if (outcome.kind === 'crash') return `golive throws: ${outcome.text}\n`;
  return outcome.differences
    .map(
      ({ what, golive, cpython }) =>
        `--- ${what}\n golive:  ${golive.slice(0, 1500)}\n CPython: ${cpython.slice(0, 1500)}\n`,
    )
    .join('');
}

process.exitCode = await main();
