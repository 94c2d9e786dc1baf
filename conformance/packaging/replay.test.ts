/** Versions, specifiers, markers and requirements are what Python's `packaging` has them be, as recorded. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agrees, answer, type Question, type Variables } from './golive.js';

type Short = Exclude<Question, readonly ['marker', ...unknown[]]> | readonly ['marker', string, readonly string[]];

const recorded: {
  readonly packaging: string;
  readonly variables: Variables;
  readonly answers: readonly (readonly [Short, unknown])[];
} = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8'));

test.each(['version', 'order', 'meets', 'marker', 'requirement'])('%s: golive answers as packaging does', (kind) => {
  const asked = recorded.answers.filter(([question]) => question[0] === kind);
  expect(asked.length).toBeGreaterThan(50);
  const wrong = asked.flatMap(([question, truth]) => {
    const said = answer(question[0] === 'marker' ? ['marker', question[1], recorded.variables, question[2]] : question);
    return agrees(said, truth) ? [] : [{ question, packaging: truth, golive: said }];
  });
  expect(wrong).toEqual([]);
});
