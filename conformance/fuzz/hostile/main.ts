/** `npm run fuzz:hostile -- --count N --seed S`: inputs that wish golive ill, and whether it bears each of them. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { corpus } from './corpus.js';
import { createGenerator } from './generate.js';
import type { HostileInput } from './input.js';
import { createExaminer, type Guard } from './pool.js';
import { shrink } from './shrink.js';
import { work } from './worker.js';

const guard: Guard = { processor: 2000, wall: 120_000, memory: 512 };
const mostShown = 20;

const show = ({ files, settings, variables, django }: HostileInput): string =>
  [
    `settings ${settings ?? 'found'}, Django ${django}, variables ${JSON.stringify(variables)}`,
    ...Object.entries(files).map(([path, text]) => `--- ${path} (${text.length})\n${text.slice(0, 1500)}`),
  ].join('\n');

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      jobs: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)) },
      shrink: { type: 'string', default: '0' },
    },
  });
  const [count, first] = [Number(values.count), Number(values.from)];
  const begun = performance.now();
  const generate = createGenerator(corpus());
  let next = first;
  let done = 0;
  let [mostSteps, mostTime, total] = [0, 0, 0];
  const problems: { readonly index: number; readonly problem: string }[] = [];
  const run = async (): Promise<void> => {
    const examiner = createExaminer(guard);
    for (let index = next++; index < first + count; index = next++) {
      const { steps, took, problem } = await examiner.ask({ seed: values.seed, index });
      mostSteps = Math.max(mostSteps, steps);
      mostTime = Math.max(mostTime, took);
      total += took;
      done += 1;
      if (problem !== undefined) {
        problems.push({ index, problem });
        const { made } = generate(values.seed, index);
        console.log(`#${index} (${made}): ${problem.split('\n').slice(0, 6).join('\n    ')}`);
      }
      if (done % 1000 === 0) console.log(`${done} done, ${problems.length} with a defect`);
    }
    examiner.close();
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, run));

  for (const { index, problem } of problems.slice(0, Math.min(Number(values.shrink), mostShown))) {
    const examiner = createExaminer({ ...guard, wall: 10_000 });
    const kind = kindOf(problem);
    const small = await shrink(
      generate(values.seed, index),
      async (input) => kindOf((await examiner.ask({ input })).problem ?? '') === kind,
      400,
    );
    examiner.close();
    console.log(`\n#${index}: ${problem.split('\n')[0]}\n${show(small)}`);
  }
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${done} inputs of seed ${values.seed} in ${seconds.toFixed(0)} s, ${(total / done).toFixed(1)} ms of the processor each: ` +
      `at most ${mostSteps.toFixed(0)} steps and ${mostTime.toFixed(0)} ms; ${problems.length} with a defect`,
  );
  return problems.length === 0 ? 0 : 1;
}

/** Two defects are of one kind when they say the same but for the numbers. */
function kindOf(problem: string): string {
  return (problem.split('\n')[0] ?? '').replace(/\d+/g, 'N').slice(0, 80);
}

if (process.argv[2] === 'worker') work();
else process.exitCode = await main();
