/** Starts other programs for the scripts: one way to find a tool, one way to keep what it printed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** No tool reports home, and none colours what is kept as text. */
const quiet = { TURBO_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1', FORCE_COLOR: undefined };

const windows = process.platform === 'win32';

/** The path of a program that a development dependency installed. */
export const tool = (name) => join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name);

/**
 * Runs a program to its end and gives its exit code with what it printed.
 * `echo` also shows the output while it comes.
 */
export function run(program, args, { cwd = root, env = {}, echo = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...quiet, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
    });
    const printed = [];
    const keep = (chunk) => {
      printed.push(chunk);
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${program}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(printed).toString() }));
  });
}
