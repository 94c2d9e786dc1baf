/**
 * Proves three promises on what is built: every package but the cli loads in a browser, no audit waits for zod, and what is
 * published can explain every rule.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/** The prose of each rule lies beside the command, where an installation without these sources reads it. */
async function bringsItsPages(workspace) {
  const { catalogue } = await import(pathToFileURL(join(workspace, 'dist', 'index.js')).href);
  const missing = catalogue().filter(({ rule }) => !existsSync(join(workspace, 'dist', 'pages', `${rule.id}.md`)));
  if (missing.length > 0) throw new Error(`it has no page of ${missing.map(({ rule }) => rule.id).join(', ')}`);
}

async function main() {
  const failures = [];
  for (const workspace of workspaces()) {
    const promises = basename(workspace) === 'cli' ? [startsWithoutZod, bringsItsPages] : [loadsInBrowser];
    for (const holds of promises)
      await holds(workspace).catch((error) => failures.push(`packages/${basename(workspace)}: ${error.message}`));
  }
  for (const failure of failures) console.log(failure);
  return failures.length === 0 ? 0 : 1;
}

process.exitCode = await main();
