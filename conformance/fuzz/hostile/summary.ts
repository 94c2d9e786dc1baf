/** What a run has come to so far: how many inputs of which kinds, and the worst of them. */
import type { Answer } from './worker.js';

interface Worst {
  readonly index: number;
  readonly value: number;
}

export interface Summary {
  add(index: number, answer: Answer): void;
  readonly done: number;
  readonly problems: readonly { readonly index: number; readonly problem: string }[];
  lines(): string;
}

export function createSummary(seed: string): Summary {
  const begun = performance.now();
  const kinds = new Map<string, { count: number; took: number; slowest: number }>();
  const problems: { index: number; problem: string }[] = [];
  let [done, total] = [0, 0];
  let [steps, slowest]: Worst[] = [
    { index: -1, value: 0 },
    { index: -1, value: 0 },
  ];
  const worse = (worst: Worst | undefined, index: number, value: number): Worst =>
    worst && worst.value >= value ? worst : { index, value };
  return {
    add(index, answer) {
      done += 1;
      total += answer.took;
      steps = worse(steps, index, answer.steps);
      slowest = worse(slowest, index, answer.took);
      for (const kind of answer.kinds) {
        const { count, took, slowest: most } = kinds.get(kind) ?? { count: 0, took: 0, slowest: 0 };
        kinds.set(kind, { count: count + 1, took: took + answer.took, slowest: Math.max(most, answer.took) });
      }
      if (answer.problem !== undefined) problems.push({ index, problem: answer.problem });
    },
    get done() {
      return done;
    },
    problems,
    lines() {
      const seconds = (performance.now() - begun) / 1000;
      return [
        ...[...kinds]
          .sort(([, a], [, b]) => b.count - a.count)
          .map(
            ([kind, { count, took, slowest: most }]) =>
              `${String(count).padStart(8)} ${kind}: ${(took / count).toFixed(1)} ms each, at most ${most.toFixed(0)} ms`,
          ),
        `${done} inputs of seed ${seed} in ${seconds.toFixed(0)} s, ${(total / Math.max(1, done)).toFixed(1)} ms of the processor each: ` +
          `at most ${steps?.value.toFixed(0)} steps (#${steps?.index}) and ${slowest?.value.toFixed(0)} ms (#${slowest?.index}); ${problems.length} with a defect`,
      ].join('\n');
    },
  };
}
