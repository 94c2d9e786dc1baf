/** Lets a fresh clone run golive at once: `npm start -- PATH` installs and builds what is missing, then audits PATH. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from './command.mjs';
import { build, install, isBuilt, whyInstall } from './prepare.mjs';

const demonstration = join(root, 'examples', 'point-of-sale');

// Everything said here goes to stderr: stdout holds golive's output and nothing else.
async function step(text, work) {
  process.stderr.write(`golive: ${text} …\n`);
  const failure = await work();
  if (failure === undefined) return true;
  process.stderr.write(failure);
  process.stderr.write(`golive: ${text} failed.\n`);
  return false;
}

async function prepare() {
  if (whyInstall() && !(await step('installing dependencies, once', install))) return false;
  return isBuilt() || step('building', build);
}

function golive(args) {
  const child = spawn(process.execPath, [join(root, 'packages', 'cli', 'bin', 'golive.js'), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

const args = process.argv.slice(2);
process.exitCode = (await prepare()) ? await golive(args.length > 0 ? args : [demonstration]) : 2;
