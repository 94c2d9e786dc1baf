/** What is described stays short whatever the value holds: a value can hold another many times, and that one others. */
import { expect, test } from 'vitest';
import { describeValue, type Value } from '../src/index.js';

test('a value that would be written without end is looked at as far as there is room for', () => {
  let looks = 0;
  const leaf: Value = {
    kind: 'str',
    get value() {
      looks += 1;
      return 'x';
    },
  };
  let value: Value = leaf;
  for (let level = 0; level < 8; level += 1)
    value = { kind: 'list', items: Array.from({ length: 20 }, (): Value => value) };
  expect(describeValue('X', value)).toMatch(/^\[{8}'x', 'x', .*…$/);
  expect(looks).toBeLessThan(200);
});

test.each([1, 2, 3, 7, 8, 9, 20, 119, 120, 121])('what there is room for is written whole: %i', (limit) => {
  const value: Value = {
    kind: 'dict',
    entries: [
      [
        { kind: 'str', value: 'a' },
        { kind: 'list', items: [{ kind: 'int', value: 1n }, { kind: 'none' }] },
      ],
      [
        { kind: 'int', value: 2n },
        { kind: 'tuple', items: [{ kind: 'str', value: 'b' }] },
      ],
      [
        { kind: 'str', value: 'c' },
        {
          kind: 'choice',
          options: [
            { kind: 'int', value: 1n },
            { kind: 'bool', value: true },
          ],
        },
      ],
    ],
  };
  const whole = "{'a': [1, None], 2: ('b',), 'c': 1 or True}";
  const shown = describeValue('X', value, limit);
  expect(shown).toBe(whole.length > limit ? `${whole.slice(0, limit - 1)}…` : whole);
});
