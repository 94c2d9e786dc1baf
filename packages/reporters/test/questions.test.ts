import type { Report, ReportQuestion } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { markdown, terminal } from '../src/index.js';
import { sample } from './sample.js';

const cause = 'the environment variable `SITE` is not given';
const [asked] = sample.questions as readonly [ReportQuestion];
const about = (name: string): ReportQuestion => ({
  ...asked,
  rule: `demo/${name}`,
  text: `\`${name}\` is unknown (${cause}). Is it right?`,
  cause,
});
const reportOf = (...questions: readonly ReportQuestion[]): Report => ({ ...sample, questions });

describe('questions that hang on one cause', () => {
  const three = reportOf(about('A'), asked, about('B'), about('C'));

  test('stand together below it, which is said once', () => {
    expect(markdown(three)).toContain(
      [
        '- The environment variable `SITE` is not given. On that hang 3 questions:',
        '  - `A` is unknown. Is it right? (`config/my settings.py:3`, `demo/A`)',
        '  - `B` is unknown. Is it right? (`config/my settings.py:3`, `demo/B`)',
        '  - `C` is unknown. Is it right? (`config/my settings.py:3`, `demo/C`)',
        '- Is `SECRET_KEY` right? (`config/my settings.py:3`, `demo/asks`)',
      ].join('\n'),
    );
    const text = terminal(three, { columns: 100 });
    expect(text).toContain('  ? The environment variable `SITE` is not given. On that hang 3 questions:\n    ? `A` is');
    expect(text.match(/SITE/g)).toHaveLength(1);
    expect(text).toContain('To be answered by a person (4)');
  });

  test('stand alone where they are few', () => {
    const text = markdown(reportOf(about('A'), about('B')));
    expect(text).toContain(`- \`A\` is unknown (${cause}). Is it right? (`);
    expect(text).not.toContain('On that hang');
  });
});
