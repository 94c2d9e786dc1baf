/** Shows what another tool gets from golive for a project that lies on no disk. */
import { describe, expect, test } from 'vitest';
import { guestbook } from './guestbook.js';
import { readiness } from './readiness.js';

const today = '2026-11-20';

describe('golive inside another tool', () => {
  test('says where debug mode is on', () => {
    const { verdict, problems } = readiness('guestbook', guestbook, today);
    expect(verdict).toBe('not-ready');
    expect(problems).toContainEqual({
      severity: 'critical',
      where: 'guestbook/settings.py:4',
      message: '`DEBUG` is True in `guestbook.settings`.',
    });
  });

  test('sees in the next keystroke that the problem is gone', () => {
    const settings = guestbook['guestbook/settings.py']?.replace('DEBUG = True', 'DEBUG = False') ?? '';
    const before = readiness('guestbook', guestbook, today);
    const after = readiness('guestbook', { ...guestbook, 'guestbook/settings.py': settings }, today);
    expect(after.problems.some(({ message }) => message.startsWith('`DEBUG` is'))).toBe(false);
    expect(after.total).toBeGreaterThan(before.total ?? 10);
  });

  test('gives the same answer each time, as plain data', () => {
    const once = readiness('guestbook', guestbook, today);
    expect(JSON.parse(JSON.stringify(once))).toEqual(readiness('guestbook', guestbook, today));
  });
});
