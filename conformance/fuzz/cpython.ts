/** Asks a real CPython what becomes of programs. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Program } from './program.js';

/** A value as `run.py` writes it: what JSON has as it is, everything else a list that begins with its type. */
export type Recorded = null | boolean | string | readonly [type: string, ...content: readonly unknown[]];

/** What became of a program in CPython. */
export type Truth =
  | { readonly names: readonly (readonly [name: string, value: Recorded])[] }
  | {
      readonly error: {
        readonly type: string;
        readonly message: string;
        readonly path: string | null;
        readonly line: number | null;
        /** The words of a module that was not found, from which the error came. */
        readonly absent: string | null;
      };
    }
  | { readonly skip: string };

/** A running CPython. */
export interface Oracle {
  /** Where the programs lie when they run. */
  readonly root: string;
  readonly python: readonly [major: number, minor: number];
  /** `fresh`: in an interpreter that has run nothing else. */
  ask(program: Program, how?: { readonly fresh: boolean }): Promise<Truth>;
  stop(): void;
}

/** Start `python`; `hashSeed` decides the order of its sets. */
export async function startOracle(python: string, script: string, hashSeed: number): Promise<Oracle> {
  const root = mkdtempSync(join(tmpdir(), 'golive-fuzz-'));
  const child = spawn(python, ['-S', '-s', script, root], {
    env: { PATH: process.env.PATH, PYTHONHASHSEED: String(hashSeed), LANG: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: ((line: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  const answer = () => new Promise<string>((resolve) => waiting.push(resolve));
  const hello = JSON.parse(await answer()) as { python: [number, number] };
  child.on('close', () => {
    for (const resolve of waiting.splice(0)) resolve('{"skip": "CPython ended"}');
  });
  return {
    root,
    python: hello.python,
    async ask(program, { fresh } = { fresh: false }) {
      const line = answer();
      child.stdin.write(`${JSON.stringify({ ...program, fresh })}\n`);
      return JSON.parse(await line) as Truth;
    },
    stop() {
      child.kill();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
