/** The command `npm run fuzz:unknowns`: tries on random programs that what is said without knowing the environment holds in every one. */
import { parseArgs } from 'node:util';
import { type Program, showProgram } from '../fuzz/program.js';
import { createRandom } from '../fuzz/random.js';
import { shrink } from '../fuzz/shrink.js';
import { startWatchdog } from '../fuzz/watchdog.js';
import { contradictionsOf } from './contradictions.js';
import { randomProgram } from './programs.js';

const usage = `npm run fuzz:unknowns -- [--count N] [--seed S] [--only I] [--most N] [--no-shrink]

  --count  programs to try (1000)
  --seed   the same seed gives the same programs; the tests try those of the seed 0 (1)
  --only   only the program of that number
  --most   stop after so many programs of which something wrong is said (10)
`;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    most: { type: 'string', default: '10' },
    'no-shrink': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const watchdog = startWatchdog();
  const found = (program: Program): readonly string[] => {
    watchdog.begin(() => showProgram(program));
    try {
      return contradictionsOf(program);
    } catch (error) {
      return [`golive throws: ${error instanceof Error ? error.stack : String(error)}`];
    } finally {
      watchdog.end();
    }
  };
  const [first, count] = options.only === undefined ? [0, Number(options.count)] : [Number(options.only), 1];
  let wrong = 0;
  let tried = 0;
  for (let index = first; index < first + count && wrong < Number(options.most); index += 1) {
    tried += 1;
    const program = randomProgram(createRandom(`${options.seed}:${index}`));
    if (found(program).length === 0) continue;
    wrong += 1;
    const sort = sortOf(found(program));
    const small = options['no-shrink'] ? program : await shrink(program, async (one) => sortOf(found(one)) === sort);
    process.stdout.write(`\n=== ${options.seed}:${index}\n${showProgram(small)}--- ${found(small).join('\n--- ')}\n`);
  }
  watchdog.stop();
  process.stdout.write(
    `\n${tried} programs with the seed ${options.seed}, ${wrong} of which something wrong is said\n`,
  );
  return wrong > 0 ? 1 : 0;
}

/** Whether something wrong is said of the start or of a value, so that a smaller program shows the same. */
function sortOf([first]: readonly string[]): string | undefined {
  return first === undefined
    ? undefined
    : (/golive throws|it is said that it|is said to be|foreseen/.exec(first)?.[0] ?? '');
}

process.exitCode = await main();
