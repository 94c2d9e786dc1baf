/** Tries the parts of the fuzzer that need no Python: what it makes can be repeated and read, and failures get small. */
import { describe, expect, test } from 'vitest';
import { parse } from '../../packages/django-settings/src/syntax/parse.js';
import { compare } from './compare.js';
import { caseCorpus, corpusOf } from './corpus.js';
import { generateProgram } from './generate.js';
import { evaluateProgram } from './golive.js';
import { grammar } from './grammar.js';
import { mutateProgram } from './mutate.js';
import { type Program, showProgram } from './program.js';
import { createRandom } from './random.js';
import { shrink } from './shrink.js';

const seeds = Array.from({ length: 60 }, (_, index) => `test:${index}`);
const settings = (text: string): Program => ({ files: { 'config/settings.py': text }, env: {} });

describe('the generator', () => {
  test('gives the same program for the same seed', () => {
    for (const seed of seeds.slice(0, 20))
      expect(generateProgram(createRandom(seed), grammar)).toEqual(generateProgram(createRandom(seed), grammar));
    expect(generateProgram(createRandom('a'), grammar)).not.toEqual(generateProgram(createRandom('b'), grammar));
  });

  test('makes Python', () => {
    const texts = seeds.flatMap((seed) => Object.values(generateProgram(createRandom(seed), grammar).files));
    const refused = texts.filter((text) => parse(text).errors.length > 0);
    expect(refused.length / texts.length).toBeLessThan(0.1);
  });
});

describe('the mutator', () => {
  test('gives the same program for the same seed, and mostly another one than the case', () => {
    const cases = caseCorpus();
    expect(cases.size).toBeGreaterThan(100);
    const made = seeds.map((seed) => mutateProgram(cases, createRandom(seed), grammar));
    expect(made).toEqual(seeds.map((seed) => mutateProgram(cases, createRandom(seed), grammar)));
    // A program that was not changed is the case itself.
    const unchanged = seeds.map((seed) => cases.pick(createRandom(seed)));
    expect(made.filter((one, index) => one !== unchanged[index]).length).toBeGreaterThan(45);
  });

  test('chooses the same program after others were added, but where these take their share', () => {
    const named = (count: number) =>
      new Map(Array.from({ length: count }, (_, index) => [`case ${index}`, { files: {}, env: { N: `${index}` } }]));
    const picks = (count: number) =>
      Array.from({ length: 1000 }, (_, seed) => corpusOf(named(count)).pick(createRandom(`${seed}`)).env.N);
    const [before, after] = [picks(50), picks(55)];
    const changed = before.filter((one, index) => one !== after[index]);
    expect(changed.length).toBeGreaterThan(40);
    expect(changed.length).toBeLessThan(150);
    expect(new Set(before).size).toBe(50);
  });
});

describe('the shrinker', () => {
  test('leaves what the failure needs', async () => {
    const text = [
      'import os',
      'DEBUG = os.environ.get("DEBUG") == "1"',
      'if DEBUG:',
      '    HOSTS = ["*"]',
      'else:',
      '    HOSTS = sorted([name.lower() for name in "A,B".split(",")] + ["example.org"])',
      'NAME = "shop"',
    ].join('\n');
    const small = await shrink(
      { files: { 'config/settings.py': text, 'config/base.py': 'A = 1\n' }, env: { DEBUG: '1' } },
      async ({ files }) => files['config/settings.py']?.includes('sorted(') ?? false,
    );
    expect(showProgram(small).trim()).toBe('x = sorted()');
  });
});

describe('the comparison', () => {
  const surroundings = { root: '/project', python: [3, 13], hidden: new Set<string>() } as const;
  const differences = (text: string, names: Parameters<typeof compare>[0]) => {
    const answer = evaluateProgram(settings(text), surroundings);
    if ('crash' in answer) throw new Error(answer.crash);
    return compare(names, answer).differences.map(({ what }) => what);
  };

  test('tells values of different types apart', () => {
    expect(
      differences('A = 1\nB = 1.0\nC = [1]\nD = -0.0\n', {
        names: [
          ['A', true],
          ['B', ['int', '0x1']],
          ['C', ['tuple', [['int', '0x1']]]],
          ['D', ['float', '0.0']],
        ],
      }),
    ).toEqual(['A', 'B', 'C', 'D']);
    expect(
      differences('A = 1\nB = float("nan")\n', {
        names: [
          ['A', ['int', '0x1']],
          ['B', ['float', 'nan']],
        ],
      }),
    ).toEqual([]);
  });

  test('wants the same names and the same end', () => {
    expect(differences('A = 1\n', { names: [['B', null]] })).toEqual(['B', 'A']);
    expect(differences('A = B\n', { names: [] })).toEqual(['start-up']);
  });
});
