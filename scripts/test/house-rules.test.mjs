/** Checks what the linter cannot: how each source file begins, how long it may be, and that no clock hides in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../command.mjs';
import { workspaces } from '../prepare.mjs';

const longest = 300;

const sources = workspaces()
  .filter((workspace) => existsSync(join(workspace, 'src')))
  .flatMap((workspace) =>
    readdirSync(join(workspace, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') })),
  );

// Tables of facts are as long as the facts are many.
const isData = (path) => path.includes('/data/');
const isCli = (path) => path.startsWith('packages/cli/');
const broken = (holds) => sources.filter((source) => !holds(source)).map(({ path }) => path);

describe('every source file', () => {
  test('opens with a sentence on why it exists', () => {
    expect(broken(({ text }) => /^\/\*\*\s*\S/.test(text))).toEqual([]);
  });

  test(`has at most ${longest} lines`, () => {
    expect(broken(({ path, text }) => isData(path) || text.split('\n').length - 1 <= longest)).toEqual([]);
  });

  test('is named for its one idea', () => {
    const vague = ['utils.ts', 'util.ts', 'helpers.ts', 'helper.ts', 'common.ts', 'types.ts', 'misc.ts'];
    expect(broken(({ path }) => !vague.includes(basename(path)))).toEqual([]);
  });

  test('exports only what is its own, but for the entry points of its package', () => {
    const isEntry = (path) => /^packages\/[^/]+\/src\/(index|schema|testing)\.ts$/.test(path);
    const passesOn = /^export (type )?(\*|\{[^}]*\}) from /m;
    expect(broken(({ path, text }) => isEntry(path) || !passesOn.test(text))).toEqual([]);
  });

  test('outside the cli takes time and chance as values', () => {
    const hidden = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bsetTimeout\(|\bfetch\(/;
    expect(broken(({ path, text }) => isCli(path) || isData(path) || !hidden.test(text))).toEqual([]);
  });

  test('keeps no state between calls and builds no tree of classes', () => {
    const stateful = /^(export )?(let|var) |\bclass \w+ extends (?!\w*Error\b)/m;
    expect(broken(({ text }) => !stateful.test(text))).toEqual([]);
  });

  test('leaves nothing to be done later', () => {
    expect(broken(({ text }) => !/\/\/\s*(TODO|FIXME|XXX)|@ts-(ignore|nocheck)/.test(text))).toEqual([]);
  });
});
