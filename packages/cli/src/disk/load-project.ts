/** A project from disk: a bounded listing that follows no link out of it, with texts read on first use. */
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { createProject, type Project, type Skipped } from '@django-golive/core';
import { decode, isUtf16 } from './decode.js';
import { readTracked } from './git-index.js';

/** What bounds a listing, so that any directory can be audited. */
export interface Limits {
  /** Files in all. */
  readonly files: number;
  /** Bytes of one file; a larger one is listed and not read. A lock file may be ten times as large, a database five times. */
  readonly bytes: number;
  /** Directories inside one another. */
  readonly depth: number;
}

/** Generous for any Django repository. */
export const defaultLimits: Limits = { files: 100_000, bytes: 2_000_000, depth: 40 };

/** Lock files name every file of every package with its hashes, and are read fast all the same. */
const LOCK = /(?:^|\/)(?:(?:uv|poetry|pdm|Pipfile)\.lock|pylock(?:\.[\w-]+)?\.toml)$/;

/** Databases, whose first pages tell of the tables, while what these hold may lie in the last. */
const DATABASE = /\.(?:sqlite3?|db3?)$/i;

/** Directories that never hold the project's own source. */
const skippedDirectories = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'bower_components',
  '__pycache__',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.eggs',
  'site-packages',
  '.idea',
  '.turbo',
  '.cache',
  '__pypackages__',
]);

/** Files that platforms, Docker, git and shells read byte by byte. pip knows a byte order mark, and so do editors. */
const utf8Only =
  /(^|\/)(Procfile|runtime\.txt|\.python-version|[\w.-]*Dockerfile[\w.-]*|\.(docker|git)ignore|[^/]+\.(toml|sh|service))$/i;

/** List a directory as a project. Never throws for what is inside; throws when the directory itself cannot be read. */
export function loadProject(directory: string, limits: Limits = defaultLimits): Project {
  // The whole path is asked for first, so that an error names what the person typed and not the part that is missing.
  if (!statSync(resolve(directory)).isDirectory()) throw new NotADirectoryError(directory);
  const root = realpathSync(resolve(directory));
  readdirSync(root);
  const skipped: Skipped[] = [];
  const paths = [...walk(root, limits, skipped)];
  const tracked = readTracked(root);
  return createProject({
    name: basename(root) || 'project',
    paths,
    skipped,
    read: (path) => readText(root, path, limits, skipped),
    tracked: (path) => tracked?.has(path),
  });
}

/** The path names a file, not a directory. */
export class NotADirectoryError extends Error {
  override readonly name = 'NotADirectoryError';
}

function* walk(root: string, limits: Limits, skipped: Skipped[]): Generator<string> {
  const pending: { readonly directory: string; readonly depth: number }[] = [{ directory: root, depth: 0 }];
  let count = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    const entries = entriesOf(next.directory);
    if (entries === undefined) {
      skipped.push({ path: pathOf(root, next.directory), why: 'the directory cannot be read' });
      continue;
    }
    // A project may lie in the very directory of its environment.
    const isProject = next.depth === 0 || entries.some((entry) => entry.name === 'manage.py' && entry.isFile());
    const marks = isProject ? [] : environmentMarks(next.directory, entries);
    if (marks.length > 0) {
      count += marks.length;
      yield* marks.map((mark) => pathOf(root, join(next.directory, mark)));
      continue;
    }
    for (const entry of entries) {
      const full = join(next.directory, entry.name);
      const path = pathOf(root, full);
      if (entry.isDirectory()) {
        if (skippedDirectories.has(entry.name)) continue;
        if (isProject && isEnvironmentPart(full, entry.name)) continue;
        if (next.depth + 1 > limits.depth)
          skipped.push({ path, why: `it lies more than ${limits.depth} directories deep` });
        else pending.push({ directory: full, depth: next.depth + 1 });
        continue;
      }
      if (entry.isSymbolicLink()) {
        const why = whyNotFollowed(root, full);
        if (why) {
          if (why !== 'directory') skipped.push({ path, why });
          continue;
        }
      } else if (!entry.isFile()) continue;
      count += 1;
      if (count > limits.files) {
        skipped.push({
          path: pathOf(root, next.directory) || '.',
          why: `the repository has more than ${limits.files} files; the rest was left out`,
        });
        return;
      }
      yield path;
    }
  }
}

/**
 * What marks a directory as a virtual environment: its file, or the script of those that were made before there was one.
 * The marks are listed, the packages are not.
 */
function environmentMarks(directory: string, entries: readonly Dirent[]): readonly string[] {
  if (entries.some((entry) => entry.name === 'pyvenv.cfg' && entry.isFile())) return ['pyvenv.cfg'];
  if (!entries.some((entry) => /^lib$/i.test(entry.name))) return [];
  return ['bin', 'Scripts'].flatMap((name) => {
    const scripts = entries.some((entry) => entry.name === name && entry.isDirectory())
      ? (entriesOf(join(directory, name)) ?? [])
      : [];
    const has = (pattern: RegExp): boolean => scripts.some((script) => pattern.test(script.name));
    return has(/^activate$/) && has(/^(python[\d.]*|pip|activate_this\.py)(\.exe)?$/) ? [`${name}/activate`] : [];
  });
}

/** Whether a directory beside manage.py holds the packages or the scripts of an environment. */
function isEnvironmentPart(directory: string, name: string): boolean {
  const part = /^lib(?:64)?$/i.test(name)
    ? /^(?:python\d[\d.]*|site-packages)$/
    : /^(?:bin|Scripts)$/.test(name)
      ? /^(?:activate|activate_this\.py)$/
      : undefined;
  return part !== undefined && (entriesOf(directory) ?? []).some((entry) => part.test(entry.name));
}

function entriesOf(directory: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return undefined;
  }
}

/** A link is a file of the project only when it ends at a regular file inside it. */
function whyNotFollowed(root: string, full: string): string | undefined {
  try {
    const target = realpathSync(full);
    if (target !== root && !target.startsWith(root + sep)) return 'it is a link that leads out of the repository';
    return lstatSync(target).isFile() ? undefined : 'directory';
  } catch {
    return 'it is a link that leads nowhere';
  }
}

function readText(root: string, path: string, limits: Limits, skipped: Skipped[]): string {
  try {
    const full = join(root, path);
    const { size } = statSync(full);
    const most = limits.bytes * (LOCK.test(path) ? 10 : DATABASE.test(path) ? 5 : 1);
    if (size > most) {
      skipped.push({ path, why: `it is larger than ${most / 1_000_000} MB` });
      return '';
    }
    const bytes = readFileSync(full);
    if (utf8Only.test(path) && isUtf16(bytes)) {
      skipped.push({ path, why: 'it is in UTF-16, which the programs that read it do not know; save it as UTF-8' });
      return '';
    }
    return decode(path, bytes);
  } catch {
    skipped.push({ path, why: 'the file cannot be read' });
    return '';
  }
}

const pathOf = (root: string, full: string): string => relative(root, full).split(sep).join('/');
