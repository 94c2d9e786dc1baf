/** Programs that no test runs must at least find what they import. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../command.mjs';
import { bundleOf } from '../run-source.mjs';

// Those that are bundled with the sources; the others run as they are.
const benchmarks = readdirSync(join(root, 'scripts', 'bench'))
  .map((name) => join('scripts', 'bench', name))
  .filter((path) => readFileSync(join(root, path), 'utf8').includes('../../packages/'));
const commands = ['conformance/fuzz/main.ts', 'conformance/fuzz/hostile/main.ts', 'conformance/unknowns/main.ts'];

test.each([...benchmarks, ...commands])('%s finds what it imports', async (program) => {
  await expect(bundleOf(join(root, program))).resolves.toContain(
    program
      .split('/')
      .at(-1)
      .replace(/\.\w+$/, ''),
  );
});
