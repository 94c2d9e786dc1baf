/** Checks when a clone counts as ready: too eager costs a minute at every start, too lazy runs yesterday's code. */
import { expect, test } from 'vitest';
import { difference } from '../prepare.mjs';

const zod = { version: '4.0.0', integrity: 'sha512-a' };

test('nothing is installed again when every locked package is there', () => {
  expect(difference({ '': {}, 'node_modules/zod': zod }, { 'node_modules/zod': zod })).toBeUndefined();
});

test('a missing package asks for an installation', () => {
  expect(difference({ 'node_modules/zod': zod }, {})).toBe('node_modules/zod is not installed');
});

test('another version or another content asks for an installation', () => {
  const locked = { 'node_modules/zod': zod };
  expect(difference(locked, { 'node_modules/zod': { ...zod, version: '4.0.1' } })).toContain('differs');
  expect(difference(locked, { 'node_modules/zod': { ...zod, integrity: 'sha512-b' } })).toContain('differs');
});

test('a package for another platform is not waited for', () => {
  expect(difference({ 'node_modules/@esbuild/win32-x64': { ...zod, optional: true } }, {})).toBeUndefined();
});
