/** Writes every file that is made from another one, or with `--check` says which ones no longer match. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './command.mjs';

/*
 * Each module of scripts/generate/ is a generator. It exports
 *   name     what it makes, for people;
 *   files()  a Map, or a promise of one, from a path relative to the repository to the text that belongs there;
 *   owns     optional: a folder in which nothing else may lie, so that a file it no longer makes goes away.
 * Generators read the built packages (import '@django-golive/core'), so `npm run build` comes first.
 */
const folder = new URL('./generate/', import.meta.url);

const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What lies in a generator's folder though it does not make it. */
function strays(owns, wanted) {
  if (owns === undefined || !existsSync(join(root, owns))) return [];
  return readdirSync(join(root, owns), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter((path) => !wanted.has(path));
}

/** Runs one generator; gives the paths that were, or with `checking` are, not what they should be. */
async function generate(file, checking) {
  const { name, files, owns } = await import(new URL(file, folder).href);
  const wanted = await files();
  const stale = [...wanted.keys()].filter((path) => read(path) !== wanted.get(path));
  const stray = strays(owns, wanted);
  if (!checking) {
    for (const path of stale) write(path, wanted.get(path));
    for (const path of stray) rmSync(join(root, path));
  }
  console.log(`${name}: ${wanted.size} files${stale.length + stray.length === 0 ? ', all up to date' : ''}`);
  for (const path of stale) console.log(`  ${checking ? 'stale' : 'wrote'}  ${path}`);
  for (const path of stray) console.log(`  ${checking ? 'stray' : 'removed'}  ${path}`);
  return [...stale, ...stray];
}

async function main(checking) {
  let failed = false;
  for (const file of readdirSync(folder).filter((path) => path.endsWith('.mjs'))) {
    try {
      const changed = await generate(file, checking);
      failed ||= checking && changed.length > 0;
    } catch (error) {
      console.log(`${file}: ${error.message}`);
      failed = true;
    }
  }
  if (failed) console.log('Run `npm run build && npm run generate` and commit what it writes.');
  return failed ? 1 : 0;
}

process.exitCode = await main(process.argv.includes('--check'));
