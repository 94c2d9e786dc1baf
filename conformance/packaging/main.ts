/** The command `npm run fuzz:packaging`: asks Python's `packaging` and golive the same random questions and shows where they differ. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createRandom } from '../fuzz/random.js';
import { questionOf } from './generate.js';
import { agrees, answer } from './golive.js';

const usage = `npm run fuzz:packaging -- [--count N] [--seed S] [--most N] [--python FILE] [--packaging DIR]

  --count      questions to ask (10000)
  --seed       the same seed asks the same questions (1)
  --most       show so many differences (20)
  --python     the Python to ask (python3)
  --packaging  a directory that holds the package \`packaging\`, where that of the Python is not meant
`;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '20' },
    python: { type: 'string', default: 'python3' },
    packaging: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const script = join(process.cwd(), 'conformance', 'packaging', 'answer.py');
  const child = spawn(options.python, [script, ...(options.packaging === undefined ? [] : [options.packaging])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const reply = async () => JSON.parse((await lines.next()).value ?? 'null') as unknown;
  const { packaging } = (await reply()) as { packaging: string };
  const kinds = new Map<string, number>();
  let differences = 0;
  let errors = 0;
  const count = Number(options.count);
  /** Questions asked at once: neither side waits long for the other. */
  const batch = 500;
  for (let from = 0; from < count; from += batch) {
    const questions = Array.from({ length: Math.min(batch, count - from) }, (_, index) =>
      questionOf(createRandom(`${options.seed}:${from + index}`)),
    );
    child.stdin.write(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
    for (const question of questions) {
      const truth = await reply();
      const said = answer(question);
      kinds.set(question[0], (kinds.get(question[0]) ?? 0) + 1);
      if (truth === 'error') errors += 1;
      if (agrees(said, truth)) continue;
      differences += 1;
      if (differences > Number(options.most)) continue;
      process.stdout.write(
        `${JSON.stringify(question)}\n  packaging: ${JSON.stringify(truth)}\n  golive:    ${JSON.stringify(said)}\n`,
      );
    }
  }
  child.stdin.end();
  const asked = [...kinds].map(([kind, number]) => `${number} ${kind}`).join(', ');
  process.stdout.write(
    `${count} questions (${asked}; packaging gave up on ${errors}), ${differences} differences, seed ${options.seed}, packaging ${packaging}\n`,
  );
  return differences > 0 ? 1 : 0;
}

process.exitCode = await main();
