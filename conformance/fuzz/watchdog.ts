/** Ends the run with the program that is under way when golive does not come back from it. */
import { Worker } from 'node:worker_threads';

/** Longer than any evaluation within its budget takes, in milliseconds. */
const longest = 60_000;

/** Watches over one evaluation at a time. */
export interface Watchdog {
  begin(program: () => string): void;
  end(): void;
  stop(): void;
}

const code = `
const { workerData, parentPort } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const state = new Int32Array(workerData.state);
let program = '';
let seen = 0;
let since = Date.now();
parentPort.on('message', (text) => { program = text; });
setInterval(() => {
  const now = Atomics.load(state, 0);
  if (now !== seen) { seen = now; since = Date.now(); }
  if (Atomics.load(state, 1) === 1 && Date.now() - since > workerData.longest) {
    writeSync(1, 'golive did not come back from:\\n' + program);
    process.kill(process.pid, 'SIGKILL');
  }
}, 1000);
`;

export function startWatchdog(): Watchdog {
  const state = new SharedArrayBuffer(8);
  const numbers = new Int32Array(state);
  const worker = new Worker(code, { eval: true, workerData: { state, longest } });
  worker.unref();
  return {
    begin(program) {
      worker.postMessage(program());
      Atomics.add(numbers, 0, 1);
      Atomics.store(numbers, 1, 1);
    },
    end() {
      Atomics.store(numbers, 1, 0);
    },
    stop: () => void worker.terminate(),
  };
}
