/** Processes that examine inputs within a time and a memory that the inputs cannot pass unseen. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Task } from './worker.js';

/** What is allowed to one input. */
export interface Guard {
  /** Milliseconds of the processor; more is a defect. */
  readonly processor: number;
  /** Milliseconds on the wall until the process is ended. */
  readonly wall: number;
  /** Megabytes of the heap. */
  readonly memory: number;
}

/** An answer, and whether it came too late: then its problem says so, unless there is a worse one. */
export type Examined = Answer & { readonly slow: boolean };

/** A process that is started anew when an input has ended it. */
export interface Examiner {
  ask(task: Task): Promise<Examined>;
  close(): void;
}

/** An examiner over the program that is running, which calls `work` when its first argument is `worker`. */
export function createExaminer(guard: Guard): Examiner {
  let child: ChildProcess | undefined;
  const start = (): ChildProcess =>
    fork(process.argv[1] ?? '', ['worker'], {
      execArgv: [`--max-old-space-size=${guard.memory}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  return {
    ask(task) {
      child ??= start();
      const current = child;
      return new Promise((resolve) => {
        let said = '';
        const settle = (answer: Examined, goesOn: boolean) => {
          clearTimeout(timer);
          current.removeAllListeners();
          // What a process says after it was given up.
          current.on('error', () => undefined);
          current.stderr?.removeAllListeners();
          if (!goesOn) {
            current.kill('SIGKILL');
            child = undefined;
          }
          resolve(answer);
        };
        const lost = (problem: string) => settle({ steps: 0, took: 0, problem, kinds: [], slow: false }, false);
        const timer = setTimeout(() => lost(`it did not end within ${guard.wall} ms`), guard.wall);
        current.stderr?.on('data', (chunk) => {
          said = `${said}${chunk}`.slice(-4000);
        });
        current.on('message', (answer: Answer) => {
          const slow = answer.took > guard.processor;
          const late = slow ? `it took ${answer.took.toFixed(0)} ms of the processor` : undefined;
          settle({ ...answer, slow, problem: answer.problem ?? late }, true);
        });
        current.on('exit', (code, signal) => {
          const memory = /heap out of memory|Allocation failed/.test(said) ? 'of memory ' : '';
          lost(
            `the process ended ${memory}(${signal ?? code}) ${said.split('\n').filter(Boolean).slice(-3).join(' ')}`,
          );
        });
        current.on('error', (error) => lost(`the process could not be asked: ${error.message}`));
        current.send(task, (error) => {
          if (error) lost(`the process could not be asked: ${error.message}`);
        });
      });
    },
    close() {
      child?.kill('SIGKILL');
    },
  };
}
