/** Runs the differential fuzzer on the sources as they are: `npm run fuzz -- --count N --seed S`. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './command.mjs';

const place = mkdtempSync(join(tmpdir(), 'golive-fuzz-bundle-'));
const outfile = join(place, 'fuzz.mjs');
const cases = JSON.stringify(join(root, 'conformance', 'case.ts'));

await build({
  entryPoints: [join(root, 'conformance', 'fuzz', 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  sourcemap: 'inline',
  logLevel: 'error',
  alias: { '@django-golive/core': join(root, 'packages', 'core', 'src', 'index.ts') },
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  plugins: [
    {
      // The cases lie beside their reader, not beside the bundle.
      name: 'cases',
      setup({ onLoad }) {
        onLoad({ filter: /conformance\/case\.ts$/ }, async ({ path }) => {
          const { readFile } = await import('node:fs/promises');
          const text = await readFile(path, 'utf8');
          return { contents: text.replaceAll('import.meta.url', `'file://' + ${cases}`), loader: 'ts' };
        });
      },
    },
  ],
});

const script = join(root, 'conformance', 'fuzz', 'run.py');
const args = ['--enable-source-maps', outfile, '--script', script, ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code) => {
  rmSync(place, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
