/** Large lock and requirements files: the work grows with the file and no faster, which is counted, not timed. */
import { createSourceFile, projectOf } from '@django-golive/core';
import { beforeEach, expect, test, vi } from 'vitest';

/** Characters that were given to the TOML parser, and markers that were taken apart. */
const work = vi.hoisted(() => ({ toml: 0, markers: 0 }));

vi.mock('@iarna/toml/parse-string.js', async (original) => {
  const { default: parse } = await original<{ default: (text: string) => unknown }>();
  return {
    default: (text: string) => {
      work.toml += text.length;
      return parse(text);
    },
  };
});

vi.mock('../src/marker-syntax.js', async (original) => {
  const { parseMarker } = await original<typeof import('../src/marker-syntax.js')>();
  return {
    parseMarker: (text: string) => {
      work.markers += 1;
      return parseMarker(text);
    },
  };
});

// Another file's test may have loaded them already, with the parsers as they are.
vi.resetModules();
const { readTomlLock } = await import('../src/toml-locks.js');
const { dependenciesOf } = await import('@django-golive/python-deps');

beforeEach(() => {
  work.toml = 0;
  work.markers = 0;
});

const wheel = `    { url = "https://files.example.com/${'a'.repeat(60)}.whl", hash = "sha256:${'b'.repeat(64)}", size = 123 },\n`;
const lockOf = (count: number) =>
  `version = 1\n\n${Array.from(
    { length: count },
    (_, at) =>
      `[[package]]\nname = "pkg-${at}"\nversion = "1.${at}"\nsource = { registry = "https://pypi.org/simple" }\ndependencies = [\n    { name = "pkg-${at + 1}", marker = "sys_platform == 'linux'" },\n]\nsdist = { url = "https://files.example.com/x.tar.gz" }\nwheels = [\n${wheel.repeat(8)}]\n`,
  ).join('\n')}`;
const read = (text: string) =>
  readTomlLock(
    createSourceFile('uv.lock', () => text),
    'uv-lock',
  );

test('a lock file is parsed once, without the files of its packages', () => {
  expect(read(lockOf(1000)).locked).toHaveLength(1000);
  const thousand = work.toml;
  expect(thousand).toBeLessThan(lockOf(1000).length / 4);
  work.toml = 0;
  expect(read(lockOf(2000)).locked).toHaveLength(2000);
  expect(work.toml).toBeLessThan(thousand * 2.1);
});

test('a broken line of a lock file costs that line, and a second look at its package alone', () => {
  read(lockOf(1000));
  const whole = work.toml;
  work.toml = 0;
  const broken = lockOf(1000).replace('version = "1.500"', '<<<<<<< HEAD\nversion = "1.500"');
  const { locked, problems } = read(broken);
  expect(locked).toHaveLength(1000);
  expect(locked?.[500]).toMatchObject({ name: 'pkg-500', version: '1.500' });
  expect(locked?.[501]?.at.start.line).toBe((locked?.[500]?.at.start.line ?? 0) + 20);
  expect(problems.map(({ at }) => broken.slice(at.span.start, at.span.end))).toEqual(['<<<<<<< HEAD']);
  expect(work.toml - whole).toBeLessThan(2000);
});

test('of five thousand requirements each marker is read with its line, and judged once however often it stands there', () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `pkg-${at}==1.${at} ; python_version >= "3.${at % 4}"`);
  lines[2500] = '???';
  const { all, problems } = dependenciesOf(
    projectOf({ 'requirements.txt': lines.join('\n') }),
    { target: 'docker', processes: [] },
    '2026-11-20',
  );
  expect(all).toHaveLength(4999);
  expect(problems.map(({ at }) => at.start.line)).toEqual([2501]);
  expect(work.markers).toBeLessThan(5050);
});
