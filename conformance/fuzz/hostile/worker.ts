/** One process that examines inputs, one after the other, as it is told. */
import { corpus } from './corpus.js';
import { examine } from './examine.js';
import { createGenerator } from './generate.js';
import type { HostileInput } from './input.js';

/** What a worker is told: the number of an input, or the input itself. */
export type Task = { readonly seed: string; readonly index: number } | { readonly input: HostileInput };

/** What it answers. */
export interface Answer {
  readonly steps: number;
  /** Milliseconds of the processor, so that other programs do not count. */
  readonly took: number;
  readonly problem: string | undefined;
  /** The kinds of what was examined. */
  readonly kinds: readonly string[];
}

/** Every so many inputs the whole audit is made as well. */
const thoroughEvery = 50;

/** Answer until the process is ended. */
export function work(): void {
  const generate = createGenerator(corpus());
  process.on('message', (task: Task) => {
    const input = 'input' in task ? task.input : generate(task.seed, task.index);
    const thorough = 'input' in task || task.index % thoroughEvery === 0;
    const before = process.cpuUsage();
    const { steps, problem } = examine(input, thorough);
    const { user, system } = process.cpuUsage(before);
    const answer: Answer = { steps, took: (user + system) / 1000, problem, kinds: input.kinds };
    process.send?.(answer);
  });
}
