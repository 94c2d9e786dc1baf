/** Proves two promises on what is built: every package but the cli loads in a browser, and no audit waits for zod. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { root } from './command.mjs';
import { workspaces } from './prepare.mjs';

const options = {
  bundle: true,
  write: false,
  metafile: true,
  logLevel: 'silent',
  absWorkingDir: root,
  outdir: 'out',
  // Without this, the paths of tsconfig.json would lead to the sources instead of what is published.
  tsconfigRaw: {},
};

/** What a page has that the language itself has not, as far as a library may use it. */
const page = () => createContext({ TextDecoder, TextEncoder, URL, URLSearchParams });

async function loadsInBrowser(workspace) {
  const { name } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'));
  const stdin = { contents: `export * from '${name}';`, resolveDir: workspace };
  const { outputFiles } = await build({ ...options, stdin, platform: 'browser', format: 'iife', globalName: 'it' });
  const size = new Script(`${outputFiles[0].text}\nObject.keys(it).length`).runInContext(page());
  if (size === 0) throw new Error('it exports nothing');
}

/** The files that are loaded before the first statement of an entry point runs. */
function loadedAtOnce(metafile) {
  const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint !== undefined);
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path) || metafile.outputs[path] === undefined) return;
    seen.add(path);
    const { imports } = metafile.outputs[path];
    for (const { path: next, kind } of imports) if (kind === 'import-statement') visit(next);
  };
  visit(entry);
  return [...seen].flatMap((path) => Object.keys(metafile.outputs[path].inputs));
}

async function startsWithoutZod(workspace) {
  const entryPoints = [join(workspace, 'dist', 'main.js')];
  const { metafile } = await build({ ...options, entryPoints, platform: 'node', format: 'esm', splitting: true });
  const heavy = loadedAtOnce(metafile).filter((path) => path.includes('node_modules/zod/'));
  if (heavy.length > 0) throw new Error(`it loads ${heavy.length} files of zod before it does anything`);
}

async function main() {
  const failures = [];
  for (const workspace of workspaces()) {
    const holds = basename(workspace) === 'cli' ? startsWithoutZod : loadsInBrowser;
    await holds(workspace).catch((error) => failures.push(`packages/${basename(workspace)}: ${error.message}`));
  }
  for (const failure of failures) console.log(failure);
  return failures.length === 0 ? 0 : 1;
}

process.exitCode = await main();
