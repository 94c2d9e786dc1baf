import { projectOf, shownLine } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { secretTextOf } from '../src/files/secret-text.js';
import { lineAt } from '../src/files/shown-line.js';

describe('a line that is shown', () => {
  test.each([
    ['ENV SECRET_KEY abc.def(1)', 'SECRET_KEY'],
    ['ENV A=1 SECRET_KEY=abc.def(1)', 'SECRET_KEY'],
    ['SetEnv SECRET_KEY abc.def(1)', 'SECRET_KEY'],
    ['SECRET_KEY: "abc.def(1)"', 'SECRET_KEY'],
    ['- SECRET_KEY=abc.def(1)', ''],
    ['- SECRET_KEY=${X:-abc.def(1)}', ''],
    ['ENV DB_PASSWORD=abc.def(1) OTHER=2', 'OTHER'],
    ['DATABASE_URL=postgres://shop:abc.def(1)@db/shop', 'DATABASE_URL'],
  ])('holds no secret: %s', (line, name) => {
    expect(shownLine(line, name)).not.toContain('def');
  });

  test('keeps what is none', () => {
    expect(shownLine('SECRET_KEY: ${SECRET_KEY:?needed}')).toBe('SECRET_KEY: ${SECRET_KEY:?needed}');
    expect(shownLine('- "5432:5432"')).toBe('- "5432:5432"');
  });

  test('is the whole line around a place', () => {
    const project = projectOf({ a: 'one\n  two three\nfour' });
    const at = project.file('a')?.at({ start: 10, end: 15 });
    expect(at && lineAt(project, at, 'x')).toMatchObject({ current: 'two three', subject: 'a:x' });
  });
});

test.each([
  ['SECRET_KEY', 'b7k2mq9x', 'secret'],
  ['POSTGRES_PASSWORD', 'postgres', 'secret'],
  ['DATABASE_URL', 'postgres://shop:hunter77@db/shop', 'secret'],
  ['SECRET_KEY', 'dummy', 'placeholder'],
  ['SECRET_KEY', 'change-me-please', 'placeholder'],
  ['SECRET_KEY', 'your-secret-key-here', 'placeholder'],
  ['SECRET_KEY', '', 'none'],
  ['SECRET_KEY', '${SECRET_KEY}', 'none'],
  ['SECRET_KEY_FILE', '/run/secrets/key', 'none'],
  ['PASSWORD_MIN_LENGTH', '12', 'none'],
  ['TOKEN_URL', 'https://x.test/token', 'none'],
  ['DEBUG', 'True', 'none'],
])('%s=%s is %s', (name, value, kind) => {
  expect(secretTextOf(name, value)).toBe(kind);
});
