/** Markers, judged for Linux and the Python versions that are possible. */
import { evaluateMarker } from '@django-golive/python-deps';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const on = (...pythons: string[]) => ({ pythons, extras: [] });

test.each([
  ["python_version < '3.8'", false],
  ["python_version >= '3.10' and sys_platform == 'linux'", true],
  ["sys_platform == 'win32'", false],
  ["os_name == 'nt' or python_full_version >= '3.12.1'", true],
  ["(python_version > '3.9' or os_name == 'nt') and platform_python_implementation == 'CPython'", true],
  ["python_version in '3.11,3.12'", true],
  ["'linux' in sys_platform", true],
  ["python_version == '3.*'", true],
  ["platform_system == 'linux'", false],
  ["extra == 'dev'", false],
])('%s is %s on Python 3.12.4', (marker, expected) => {
  expect(evaluateMarker(marker, on('3.12.4'))).toBe(expected);
});

test('what all possible Pythons agree on is known, and nothing else', () => {
  expect(evaluateMarker("python_version < '3.8'", on('3.10', '3.11'))).toBe(false);
  expect(evaluateMarker("python_version < '3.11'", on('3.10', '3.11'))).toBeUndefined();
});

test('a release line does not decide what depends on its patch', () => {
  expect(evaluateMarker("python_full_version >= '3.12.4'", on('3.12'))).toBeUndefined();
  expect(evaluateMarker("python_full_version >= '3.12'", on('3.12'))).toBe(true);
});

test('the machine is not known, but an alternative can decide without it', () => {
  expect(evaluateMarker("platform_machine == 'x86_64'", on('3.12'))).toBeUndefined();
  expect(evaluateMarker("platform_machine == 'x86_64' and sys_platform == 'win32'", on('3.12'))).toBe(false);
  expect(evaluateMarker("platform_machine == 'x86_64' or sys_platform == 'linux'", on('3.12'))).toBe(true);
});

test('an extra that the install asks for is there', () => {
  expect(evaluateMarker("extra == 'S3_storage'", { pythons: ['3.12'], extras: ['s3-storage'] })).toBe(true);
});

test('text that is no marker is unknown, and none throws', () => {
  expect(evaluateMarker('python_version', on('3.12'))).toBeUndefined();
  expect(evaluateMarker("(python_version < '3'", on('3.12'))).toBeUndefined();
  expect(evaluateMarker('('.repeat(100_000), on('3.12'))).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => [true, false, undefined].includes(evaluateMarker(text, on('3.12')))));
});
