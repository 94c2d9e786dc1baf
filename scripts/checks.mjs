/** The list of what `npm test` checks, in order; each check counts as one, the tests count one by one. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, run, tool } from './command.mjs';
import { countTests } from './count-tests.mjs';
import { build, workspaces } from './prepare.mjs';

const outcome = (ok, output) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, output });

/** A check that holds when a tool ends with exit code 0. */
function ends(name, program, ...args) {
  return {
    name,
    async check() {
      const { code, output } = await run(tool(program), args);
      return outcome(code === 0, output);
    },
  };
}

/** A check that holds when a tool ends well for every package. */
function endsForEach(name, program, argsFor) {
  return {
    name,
    async check() {
      const results = [];
      for (const path of workspaces()) {
        const workspace = relative(root, path);
        results.push({ workspace, ...(await run(tool(program), argsFor(workspace))) });
      }
      const wrong = results.filter(({ code }) => code !== 0);
      return outcome(wrong.length === 0, wrong.map(({ workspace, output }) => `${workspace}\n${output}`).join('\n'));
    },
  };
}

const built = {
  name: 'build',
  async check() {
    const failure = await build();
    return outcome(failure === undefined, failure ?? '');
  },
};

/** A check that holds when a script of ours ends well. */
function script(name, ...args) {
  return {
    name,
    async check() {
      const { code, output } = await run(process.execPath, args);
      return outcome(code === 0, output);
    },
  };
}

const tests = {
  name: 'tests and coverage',
  async check() {
    const scratch = mkdtempSync(join(tmpdir(), 'golive-test-'));
    const file = join(scratch, 'results.json');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const { code, output } = await run(tool('vitest'), ['run', '--coverage', ...reporters]);
    const counted = read(file, code);
    rmSync(scratch, { recursive: true, force: true });
    return { ...counted, output };
  },
};

function read(file, code) {
  try {
    return countTests(JSON.parse(readFileSync(file, 'utf8')), code);
  } catch {
    // No report: vitest itself did not come to an end.
    return { passed: 0, failed: 1 };
  }
}

/** Every check; the build comes early because generated files and package shapes are read from it. */
export const checks = [
  ends('format and lint', 'biome', 'check', '.'),
  ends('versions agree between packages', 'sherif'),
  ends('types', 'tsc', '--noEmit'),
  ends('arrows between packages', 'depcruise', '--config', '.dependency-cruiser.mjs', 'packages'),
  built,
  script('generated files are up to date', 'scripts/generate.mjs', '--check'),
  tests,
  endsForEach('package manifests', 'publint', (workspace) => ['run', workspace, '--strict']),
  endsForEach('published types', 'attw', (workspace) => ['--pack', workspace, '--profile', 'esm-only']),
  script('libraries load in a browser, audits do not wait for zod, every rule can be explained', 'scripts/bundles.mjs'),
  ends('size budgets', 'size-limit'),
  ends('nothing unused', 'knip'),
];
