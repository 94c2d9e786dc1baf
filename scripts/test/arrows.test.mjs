/** Proves that each arrow between packages is really guarded: a tree that breaks all of them is caught in each place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';
import { root, run, tool } from '../command.mjs';

/** A file of the tree, what it imports, and the rule that must say no. */
const forbidden = [
  ['packages/core/src/a.ts', '../../reporters/src/index.js', 'core-knows-no-adapter'],
  ['packages/core/src/b.ts', './c.js', 'no-cycles'],
  ['packages/core/src/c.ts', './b.js', 'no-cycles'],
  ['packages/core/src/d.ts', 'node:fs', 'only-cli-touches-node'],
  ['packages/core/src/e.ts', 'zod', 'zod-stays-in-schemas'],
  ['packages/core/src/f.ts', './schema.js', 'core-loads-no-schema'],
  ['packages/core/src/g.ts', '../test/a.js', 'sources-need-no-tests'],
  ['packages/core/src/h.ts', './nowhere.js', 'imports-resolve'],
  ['packages/core/src/i.ts', 'undeclared', 'imports-are-declared'],
  ['packages/django-settings/src/a.ts', '../../python-deps/src/index.js', 'readers-know-only-core'],
  ['packages/python-deps/src/a.ts', '../../profiles/src/index.js', 'readers-know-only-core'],
  ['packages/reporters/src/a.ts', '../../django-settings/src/index.js', 'reporters-know-only-core'],
  ['packages/reporters/src/b.ts', 'picocolors', 'only-cli-colours'],
  ['packages/profiles/src/a.ts', '../../django-settings/src/index.js', 'profiles-know-readers-only-by-type'],
  ['packages/profiles/src/b.ts', '../../cli/src/index.js', 'profiles-know-no-adapter-above'],
  ['packages/cli/src/a.ts', '../../core/src/a.js', 'packages-meet-at-their-entry'],
  ['packages/django-settings/src/b.ts', 'py-ast', 'py-ast-behind-one-file-in-each'],
  ['packages/django-settings/src/c.ts', 'py-ast', 'py-ast-behind-one-file-in-each'],
  ['packages/django-settings/src/d.ts', 'yaml', 'yaml-behind-one-file-in-djangosettings'],
  ['packages/django-settings/src/e.ts', 'yaml', 'yaml-behind-one-file-in-djangosettings'],
  ['packages/profiles/src/c.ts', 'yaml', 'yaml-behind-one-file-in-profiles'],
  ['packages/profiles/src/d.ts', 'yaml', 'yaml-behind-one-file-in-profiles'],
  ['packages/profiles/src/e.ts', 'dockerfile-ast', 'dockerfile-ast-behind-one-file-in-each'],
  ['packages/profiles/src/f.ts', 'dockerfile-ast', 'dockerfile-ast-behind-one-file-in-each'],
  ['packages/profiles/src/h.ts', 'toml-eslint-parser', 'toml-eslint-parser-behind-one-file-in-profiles'],
  ['packages/profiles/src/i.ts', 'toml-eslint-parser', 'toml-eslint-parser-behind-one-file-in-profiles'],
  ['packages/python-deps/src/b.ts', '@iarna/toml', 'iarna-toml-behind-one-file-in-pythondeps'],
  ['packages/python-deps/src/c.ts', '@iarna/toml', 'iarna-toml-behind-one-file-in-pythondeps'],
  ['packages/django-settings/src/f.ts', '@iarna/toml', 'iarna-toml-behind-one-file-in-djangosettings'],
  ['packages/django-settings/src/g.ts', '@iarna/toml', 'iarna-toml-behind-one-file-in-djangosettings'],
  ['packages/python-deps/src/d.ts', 'toml-eslint-parser', 'toml-eslint-parser-behind-one-file-in-pythondeps'],
  ['packages/python-deps/src/e.ts', 'toml-eslint-parser', 'toml-eslint-parser-behind-one-file-in-pythondeps'],
  ['packages/python-deps/src/h.ts', 'ae-cvss-calculator', 'ae-cvss-calculator-behind-one-file-in-each'],
  ['packages/python-deps/src/i.ts', 'ae-cvss-calculator', 'ae-cvss-calculator-behind-one-file-in-each'],
];

const packages = ['core', 'django-settings', 'python-deps', 'profiles', 'reporters', 'cli'];

const allowed = [
  ['packages/core/src/schema.ts', "import { z } from 'zod'; export const schema = z;"],
  ['packages/core/src/lazy.ts', "export const load = () => import('./schema.js');"],
  ['packages/cli/src/files.ts', "import { readFileSync } from 'node:fs'; export const read = readFileSync;"],
  [
    'packages/profiles/src/g.ts',
    "import type { it } from '../../django-settings/src/index.js'; export type It = typeof it;",
  ],
  ['packages/reporters/src/c.ts', "import { it } from '../../core/src/index.js'; export const its = it;"],
  ['packages/core/test/a.ts', 'export const it = 1;'],
];

const libraries = [...new Set(forbidden.map(([, target]) => target).filter((target) => /^[^.]/.test(target)))].filter(
  (target) => !target.startsWith('node:'),
);

let tree;
let violations;

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'golive-arrows-'));
  const write = (path, text) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  for (const [path, target] of forbidden) write(path, `import * as it from '${target}'; export const its = it;`);
  for (const [path, text] of allowed) write(path, text);
  for (const library of libraries) {
    write(`node_modules/${library}/package.json`, JSON.stringify({ name: library, main: 'index.js' }));
    write(`node_modules/${library}/index.js`, '');
  }
  const dependencies = Object.fromEntries(libraries.filter((it) => it !== 'undeclared').map((it) => [it, '1.0.0']));
  for (const name of packages) {
    write(`packages/${name}/package.json`, JSON.stringify({ name, dependencies }));
    write(`packages/${name}/src/index.ts`, 'export const it = 1;');
  }
  write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'NodeNext', moduleResolution: 'NodeNext' } }));
  const args = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'packages'];
  const { output } = await run(tool('depcruise'), args, { cwd: tree });
  violations = JSON.parse(output).summary.violations;
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Whether a rule was broken by a file: as the importer, or as one of a circle that is reported once. */
const saysNo = (path, rule) =>
  violations.some(
    ({ from, cycle = [], rule: { name } }) => name === rule && [from, ...cycle.map((step) => step.name)].includes(path),
  );

describe('a forbidden import is reported', () => {
  test.each(forbidden)('%s must not import %s: %s', (path, target, rule) => {
    const oneFile = rule.includes('behind-one-file');
    const found = oneFile
      ? violations.some(({ from, rule: { name } }) => name === rule && from.includes(`/${target}/`))
      : saysNo(path, rule);
    expect(found, violations.map(({ from, to, rule: { name } }) => `${name}: ${from} → ${to}`).join('\n')).toBe(true);
  });
});

test('an allowed import is not reported', () => {
  const paths = allowed.map(([path]) => path);
  expect(violations.filter(({ from }) => paths.includes(from))).toEqual([]);
});

test('every arrow has a forbidden import that proves it, and says why it is there', () => {
  const proved = new Set(forbidden.map(([, , rule]) => rule));
  expect(configuration.forbidden.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([]);
  for (const { comment } of configuration.forbidden) expect(comment.length).toBeGreaterThan(30);
});
