/** Changesets open with the packages that they raise: without that, a release would pass one over or fail on it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../command.mjs';

const folder = join(root, '.changeset');
const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
const opening = /^---\n\n?(?:'(?:@django-golive\/[\w-]+|django-golive)': (?:patch|minor|major)\n)+---\n/;

test('every changeset names its packages', () => {
  expect(files.filter((name) => !opening.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
});
