/** Runs a TypeScript program of this repository against the sources, without a build: `node scripts/run-source.mjs FILE …`. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './command.mjs';

/** A bundle lies elsewhere; programs that look for files beside themselves must find them all the same. */
const placed = {
  name: 'placed',
  setup(build) {
    build.onLoad({ filter: /[\\/](conformance|scripts|cli)[\\/].*\.(ts|mjs)$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

/** Bundles a program; gives the path of what can be run. */
export async function bundleOf(entry) {
  const name = relative(root, entry)
    .replace(/\.\w+$/, '')
    .replaceAll(/[\\/]/g, '-');
  const outfile = join(root, 'node_modules', '.cache', 'golive', `${name}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: [placed],
    absWorkingDir: root,
    // A package in the old format asks for Node's own modules with `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [entry, ...args] = process.argv.slice(2);
  const program = await bundleOf(resolve(entry));
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
}
