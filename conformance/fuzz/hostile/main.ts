/** `npm run fuzz:hostile -- --count N --seed S`: inputs that wish golive ill, and whether it bears each of them. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { corpus } from './corpus.js';
import { createGenerator } from './generate.js';
import type { HostileInput } from './input.js';
import { createExaminer, type Examiner, type Guard } from './pool.js';
import { shrink } from './shrink.js';
import { createSummary } from './summary.js';
import { type Answer, type Task, work } from './worker.js';

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
      // More for a machine that is busy with other things: what they take away counts as time of the processor.
      milliseconds: { type: 'string', default: '2000' },
    },
  });
  const [count, first] = [Number(values.count), Number(values.from)];
  const guard: Guard = { processor: Number(values.milliseconds), wall: 60 * Number(values.milliseconds), memory: 512 };
  const generate = createGenerator(corpus());
  const summary = createSummary(values.seed);
  // Whoever ends a long run wants to know what it has come to.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.log(summary.lines());
      process.exit(1);
    });
  let next = first;
  const run = async (): Promise<void> => {
    const examiner = createExaminer(guard);
    for (let index = next++; index < first + count; index = next++) {
      const answer = await examine(examiner, { seed: values.seed, index });
      summary.add(index, answer);
      if (answer.problem !== undefined) {
        const { made } = generate(values.seed, index);
        console.log(`#${index} (${made}): ${answer.problem.split('\n').slice(0, 6).join('\n    ')}`);
      }
      if (summary.done % 1000 === 0) console.log(`${summary.done} done, ${summary.problems.length} with a defect`);
    }
    examiner.close();
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, run));

  for (const { index, problem } of summary.problems.slice(0, Math.min(Number(values.shrink), mostShown))) {
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
  console.log(summary.lines());
  return summary.problems.length === 0 ? 0 : 1;
}

/** One that is slow is asked again: on a machine that is busy with other things each takes longer now and then. */
async function examine(examiner: Examiner, task: Task): Promise<Answer> {
  const first = await examiner.ask(task);
  if (!first.slow) return first;
  const second = await examiner.ask(task);
  return second.took < first.took ? second : first;
}

/** Two defects are of one kind when they say the same but for the numbers. */
function kindOf(problem: string): string {
  return (problem.split('\n')[0] ?? '').replace(/\d+/g, 'N').slice(0, 80);
}

if (process.argv[2] === 'worker') work();
else process.exitCode = await main();
