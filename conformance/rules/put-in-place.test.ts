/** The code of remedies, put in place in the pages' own bad examples: it must make the problem go away. */

import { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.js';
import { filesOf, surroundingsOf } from './example.js';
import { readPage } from './page.js';

/** Lines that can stand at the end of a settings file as they are. */
const settingsCode = /^(?:(?:import|from)\s|[A-Z][A-Z0-9_]*(?:\[[^\]]+\])*\s*\+?=|\s|[)\]}]|#|$)/;

/** Where the code shows a part of something and the rest is the reader's, or belongs elsewhere: why it is not tried. */
const elsewhere: Readonly<Record<string, string>> = {
  'settings/deprecated-setting': 'the old settings have to go as well',
};

/** The code at the end of a file, with what it needs at the beginning. */
function withCode(text: string, code: string): string {
  const needsOs = /\bos\./.test(code) && !/^import os\b/m.test(`${text}\n${code}`);
  return `${needsOs ? 'import os\n' : ''}${text.replace(/\n*$/, '\n')}${code}\n`;
}

const cases = catalogue().flatMap(({ rule, target, page }) =>
  readPage(page ?? '')
    .examples.filter(({ section }) => section === 'Bad')
    .map((example) => ({ rule, target, example, name: `${rule.id}, line ${example.line}` })),
);

describe('the code of a remedy, put in place, mends the problem', () => {
  const tried: string[] = [];
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { rule, target, example }) => {
    const files = filesOf(example);
    const how = surroundingsOf(example, target);
    for (const finding of examine(rule, files, how).findings) {
      const { code, language, path } = finding.remedy ?? {};
      if (code === undefined || language !== 'python' || path === undefined || !(path in files)) continue;
      if (!/settings/.test(path) || code.includes('…') || !code.split('\n').every((line) => settingsCode.test(line)))
        continue;
      if (rule.id in elsewhere) continue;
      tried.push(rule.id);
      const after = examine(rule, { ...files, [path]: withCode(files[path] ?? '', code) }, how);
      const left = after.findings.filter(({ message }) => message === finding.message).map(({ message }) => message);
      expect(left, code).toEqual([]);
      expect(after.report.startup, code).not.toMatchObject({ ok: false });
    }
  });

  test('most rules whose remedy has settings in it are tried', () => {
    expect(new Set(tried).size).toBeGreaterThan(60);
  });
});
