import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFactReader, declareFact, defineFact, FactError, given, projectOf, provide } from '../src/index.js';

test('every offset has the line and column an editor shows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\t', ' ')).map((parts) => parts.join('')),
      fc.nat(),
      (text, pick) => {
        const offset = pick % (text.length + 1);
        const file = projectOf({ f: text }).file('f');
        const location = file?.at({ start: offset, end: offset });
        const before = text.slice(0, offset).split(/\r\n|\n|\r(?!\n)/);
        if (text[offset - 1] === '\r' && text[offset] === '\n') return;
        expect(location?.start).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
        expect(text.slice(location?.span.start, location?.span.end)).toBe('');
      },
    ),
  );
});

test('a span outside the text is clamped to it', () => {
  const location = projectOf({ f: 'ab\ncd' }).file('f')?.at({ start: -3, end: 99 });
  expect(location).toMatchObject({
    span: { start: 0, end: 5 },
    start: { line: 1, column: 1 },
    end: { line: 2, column: 3 },
  });
});

test('directories are those that hold files', () => {
  const project = projectOf({ 'a/b/c.py': '', 'd.py': '' });
  expect(['', 'a', 'a/b', 'd.py', 'b'].map((path) => project.isDirectory(path))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(project.paths).toEqual(['a/b/c.py', 'd.py']);
});

test('a fact is derived at most once, and only when asked for', () => {
  let count = 0;
  const one = defineFact({ id: 'one', needs: {}, derive: () => (count += 1) });
  const two = defineFact({ id: 'two', needs: { one }, derive: ({ one }) => one + one });
  const lazy = defineFact({ id: 'lazy', needs: { two }, derive: () => 0 });
  const read = createFactReader([]);
  expect(read(lazy)).toBe(0);
  expect(count).toBe(0);
  expect([read(two), read(two), count]).toEqual([2, 2, 1]);
});

test('the last provider wins, a missing one is named, and a circle is told', () => {
  const a = declareFact<number>('a');
  const b = declareFact<number>('b');
  expect(createFactReader([given(a, 1), given(a, 2)])(a)).toBe(2);
  expect(() => createFactReader([])(a)).toThrow(new FactError('No provider for the fact "a".'));
  const read = createFactReader([provide(a, { b }, ({ b }) => b), provide(b, { a }, ({ a }) => a)]);
  expect(() => read(a)).toThrow(FactError);
});
