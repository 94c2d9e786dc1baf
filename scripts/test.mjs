/** Runs everything that must hold before a change is merged, and says in its last line whether it does. */
import { checks } from './checks.mjs';
import { install, whyInstall } from './prepare.mjs';

async function installed() {
  const reason = whyInstall();
  if (reason === undefined) return true;
  console.log(`Installing dependencies (${reason}) …`);
  const failure = await install();
  if (failure !== undefined) console.log(failure);
  return failure === undefined;
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const indent = (text) => text.trimEnd().replaceAll(/^/gm, '    ');

async function report({ name, check }) {
  const start = performance.now();
  process.stdout.write(`${name} … `);
  const { passed, failed, output } = await check();
  const counted = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : '';
  console.log(`${failed === 0 ? 'passed' : 'FAILED'}${counted} in ${seconds(start)}`);
  if (failed > 0) console.log(indent(output));
  return { passed, failed };
}

async function main() {
  const start = performance.now();
  if (!(await installed())) {
    console.log('0 passed, 1 failed');
    return 1;
  }
  let passed = 0;
  let failed = 0;
  // One failing check stops nothing: a person mends all of them after one run.
  for (const check of checks) {
    const result = await report(check);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`\nDone in ${seconds(start)}.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
