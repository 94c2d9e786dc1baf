/** Writes every file that is made from another one, or with `--check` says which ones no longer match. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './command.mjs';

/*
 * Each module of scripts/generate/ is a generator. It exports
 *   name     what it makes, for people;
 *   files()  a Map, or a promise of one, from a path relative to the repository to the text that belongs there;
 *   owns     optional: a folder whose every file it makes, so that one it no longer makes is reported.
 * Generators read the built packages (import '@django-golive/core'), so `npm run build` comes first.
 */
async function generators() {
  const names = readdirSync(join(root, 'scripts', 'generate')).filter((name) => name.endsWith('.mjs'));
  return Promise.all(names.sort().map((name) => import(new URL(`./generate/${name}`, import.meta.url).href)));
}

function strays(owns, wanted) {
  if (owns === undefined || !existsSync(join(root, owns))) return [];
  return readdirSync(join(root, owns), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter((path) => !wanted.has(path));
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);

async function main(checking) {
  let wrong = 0;
  for (const { name, files, owns } of await generators()) {
    const wanted = await files();
    const stale = [...wanted].filter(([path, text]) => read(path) !== text);
    const stray = strays(owns, wanted);
    if (!checking) for (const [path, text] of stale) write(path, text);
    const states = [
      ...stale.map(([path]) => `${checking ? 'stale' : 'wrote'}  ${path}`),
      ...stray.map((p) => `stray  ${p}`),
    ];
    console.log(`${name}: ${wanted.size} files${states.length === 0 ? ', all up to date' : ''}`);
    for (const state of states) console.log(`  ${state}`);
    wrong += (checking ? stale.length : 0) + stray.length;
  }
  if (checking && wrong > 0) console.log('Run `npm run build && npm run generate` and commit what it writes.');
  return wrong === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.includes('--check'));
