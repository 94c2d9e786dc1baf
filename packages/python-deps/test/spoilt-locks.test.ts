/**
 * Each line of a lock file is spoilt in turn. What the line does not belong to stays as it was; what hangs on a lost arrow may be
 * for production or not, and is never told to be kept out of it; whatever changes, a notice says why.
 */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';
import { advisorySource } from '../src/advisories.js';
import { LOCKS, type SpoiltLock } from './locks-to-spoil.js';

interface Row {
  readonly version: string | undefined;
  readonly kind: string;
  readonly applies: boolean | undefined;
}

const none = advisorySource({ from: '', asOf: '', count: 0 }, () => []);

/** Ways in which an editor, a merge or a broken disk spoils a line; `undefined` where the line has nothing to spoil in that way. */
const WAYS: Readonly<Record<string, (line: string) => string | undefined>> = {
  deleted: () => undefined,
  'cut in half': (line) => line.slice(0, Math.ceil(line.length / 2)),
  'without its first quote': (line) => line.replace(/["']/, ''),
  'without its last quote': (line) => line.replace(/["'](?=[^"']*$)/, ''),
  'with a merge mark': (line) => `<<<<<<< ${line}`,
};

function read(lock: SpoiltLock, text: string): { rows: ReadonlyMap<string, Row>; notices: number } {
  const files = projectOf({ ...lock.beside, [lock.path]: text });
  const found = dependenciesOf(files, { target: 'docker', processes: [] }, '2026-11-20', none);
  const ofLock = found.all.filter(({ at, lockedAt }) => (lockedAt ?? at).path === lock.path);
  return {
    rows: new Map(ofLock.map(({ name, version, kind, applies }) => [name, { version, kind, applies }])),
    notices: found.problems.filter(({ at }) => at.path === lock.path).length,
  };
}

/** The package in whose lines a line stands, and whether it belongs to an arrow. */
function placeOf(
  lock: SpoiltLock,
  lines: readonly string[],
  at: number,
): { owner: string | undefined; arrow: boolean } {
  const above = lines.slice(0, at + 1);
  const begin = above.findLastIndex((line) => lock.begins.test(line));
  const own = lines.slice(begin, begin + 3).join('\n');
  const owner = begin < 0 ? undefined : lock.named.exec(own)?.[1]?.toLowerCase();
  const list = above.findLastIndex((line) => /^\S/.test(line) && !/^\]/.test(line));
  const header = above.findLast((line) => /^\[/.test(line)) ?? '';
  const arrow = lock.arrows.test(lines[list] ?? '') || lock.arrows.test(header) || lock.arrows.test(lines[at] ?? '');
  return { owner, arrow };
}

describe.each(LOCKS.map((lock) => [lock.title, lock] as const))('%s', (_, lock) => {
  const lines = lock.text.split('\n');
  const whole = read(lock, lock.text);

  test('is read as it stands', () => {
    expect(whole.notices).toBe(0);
    expect(Object.fromEntries([...whole.rows].map(([name, row]) => [name, `${row.version} ${row.kind}`]))).toEqual(
      lock.expected,
    );
  });

  test.each(Object.entries(WAYS))('a line %s', (_, spoil) => {
    for (const [at, line] of lines.entries()) {
      const spoilt = spoil(line);
      if (spoilt === line || line === '') continue;
      const text = lines.toSpliced(at, 1, ...(spoilt === undefined ? [] : [spoilt])).join('\n');
      const { rows, notices } = read(lock, text);
      const { owner, arrow } = placeOf(lock, lines, at);
      const where = `line ${at + 1}, ${line}`;
      // That a whole line was never there, nobody can tell of one that is not always there.
      const traceless = spoilt === undefined && /^\s*"?markers?"?(?: =|:)/.test(line);
      let changed = false;
      for (const [name, before] of whole.rows) {
        const after = rows.get(name);
        if (JSON.stringify(after) !== JSON.stringify(before) || after?.applies !== before.applies) changed = true;
        if (name === owner) continue;
        expect([where, name, after?.version]).toEqual([where, name, before.version]);
        if (after?.kind === before.kind && after.applies === before.applies) continue;
        // It hangs on an arrow that was lost.
        expect([where, name, arrow]).toEqual([where, name, true]);
        expect([where, name, after?.kind, after?.applies]).toEqual([where, name, 'runtime', undefined]);
      }
      for (const name of rows.keys())
        expect([where, name, whole.rows.has(name) || name === lock.own]).toEqual([where, name, true]);
      if (changed && !traceless) expect([where, notices > 0]).toEqual([where, true]);
    }
  });

  test('cut off anywhere, it is read as far as it goes', () => {
    for (let length = 0; length < lock.text.length; length += 37)
      expect(() => read(lock, lock.text.slice(0, length))).not.toThrow();
  });
});
