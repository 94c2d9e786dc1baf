import { projectOf } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { invocationsOfLine } from '../src/files/invocation.js';
import { askedOfMake, invocationsOfTargets } from '../src/files/makefile.js';

function programs(text: string, ...targets: string[]) {
  const file = projectOf({ Makefile: text }).file('Makefile');
  if (!file) throw new Error('no Makefile');
  return invocationsOfTargets(file, targets, new Set()).map(({ word, args }) =>
    [word, ...args].map((one) => one.text).join(' '),
  );
}

const asked = (line: string) => invocationsOfLine(line).map(askedOfMake)[0];

describe('a Makefile', () => {
  test('runs what a target needs before its own recipe, and each once', () => {
    const text =
      'PORT := 8000\na b: base\n\t@one $(PORT)\n\nbase: deep\n\t-two && \\\n\t  three\ndeep: base # loop\n\tfour $$HOME\n';
    expect(programs(text, 'a', 'b')).toEqual(['four $HOME', 'two', 'three', 'one ${PORT}', 'one ${PORT}']);
    expect(programs(text, 'PORT', 'none')).toEqual([]);
  });

  test('is asked for targets by words; an option that is not read leaves it open', () => {
    expect(asked('make -s run PORT=1')).toEqual({ paths: ['GNUmakefile', 'makefile', 'Makefile'], targets: ['run'] });
    expect(asked('make -C srv -f a.mk run stop')).toEqual({ paths: ['srv/a.mk'], targets: ['run', 'stop'] });
    expect(asked('make')).toBeUndefined();
    expect(asked('make -j4 run')).toBeUndefined();
    expect(asked('cmake run')).toBeUndefined();
  });

  test('ends, whatever is in it', () => {
    const wide = Array.from(
      { length: 40 },
      (_, i) => `t${i}: ${Array.from({ length: 40 }, (_, k) => `t${k}`).join(' ')}\n\trun\n`,
    );
    expect(programs(wide.join(''), 't0')).toHaveLength(40);
    expect(programs(`a${' '.repeat(100_000)}x\n`, 'a')).toEqual([]);
  });
});
