/** Holds the promise that entry points named in one place are known in all: manifests, sources, aliases. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../command.mjs';
import { workspaces } from '../prepare.mjs';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

const { paths } = json(join(root, 'tsconfig.base.json')).compilerOptions;

const entries = workspaces().flatMap((workspace) => {
  const { name, exports } = json(join(workspace, 'package.json'));
  return Object.entries(exports)
    .filter(([, target]) => target.types !== undefined)
    .map(([entry]) => ({
      specifier: name + entry.slice(1),
      source: `./packages/${basename(workspace)}/src/${entry === '.' ? 'index' : entry.slice(2)}.ts`,
    }));
});

describe('an entry point that a package exports', () => {
  test.each(entries)('$specifier is read from its source in development', ({ specifier, source }) => {
    expect(paths[specifier]).toEqual([source]);
    expect(existsSync(join(root, source)), source).toBe(true);
  });
});

test('no alias points at an entry point that no package exports', () => {
  expect(Object.keys(paths).sort()).toEqual(entries.map(({ specifier }) => specifier).sort());
});
