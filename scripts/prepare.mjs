/** Makes a fresh clone ready by itself: dependencies as locked, packages as built, and nothing done twice. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run, tool } from './command.mjs';

const stamp = join(root, 'node_modules', '.cache', 'golive', 'built');

/** Why the dependencies must be installed, or nothing when they are those of the lock file. */
export function whyInstall() {
  // npm writes down here what it installed.
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return 'no dependencies are installed';
  return difference(readPackages(join(root, 'package-lock.json')), readPackages(hidden));
}

/** The first package that is locked but not installed as such; takes the `packages` of both lock files. */
export function difference(locked, installed) {
  for (const [path, entry] of Object.entries(locked)) {
    // What is optional may belong to another platform; what is outside node_modules is ours.
    if (!path.startsWith('node_modules/') || entry.optional || entry.peer) continue;
    const there = installed[path];
    if (there === undefined) return `${path} is not installed`;
    if (there.version !== entry.version || there.integrity !== entry.integrity) return `${path} differs`;
  }
  return undefined;
}

/** Installs the locked dependencies; gives what npm printed when that failed. */
export async function install() {
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  const { code, output } = await run(program, [...first, ...args]);
  return code === 0 ? undefined : output;
}

/** Whether the built packages are those of the sources. */
export function isBuilt() {
  const complete = workspaces().every((path) => existsSync(join(path, 'dist', 'index.js')));
  return complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources();
}

/** Builds every package; gives what the tools printed when that failed. */
export async function build() {
  const hash = hashOfSources();
  const { code, output } = await run(tool('turbo'), ['run', 'build', '--output-logs=errors-only']);
  if (code !== 0) return output;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return undefined;
}

/** The absolute path of each package. */
export function workspaces() {
  const packages = join(root, 'packages');
  return readdirSync(packages)
    .map((name) => join(packages, name))
    .filter((path) => existsSync(join(path, 'package.json')));
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

function hashOfSources() {
  const hash = createHash('sha256');
  const roots = ['package-lock.json', 'tsconfig.base.json', 'turbo.json'].map((name) => join(root, name));
  for (const path of [...roots, ...workspaces().flatMap(sourcesOf)]) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function sourcesOf(workspace) {
  const own = ['package.json', 'tsup.config.ts', 'tsconfig.build.json'].map((name) => join(workspace, name));
  return [...own, ...filesUnder(join(workspace, 'src'))].filter((path) => existsSync(path));
}

function filesUnder(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
