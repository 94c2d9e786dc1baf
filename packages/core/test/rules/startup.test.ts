/** The rule about settings that do not load, on errors given by hand. */
import { describe, expect, test } from 'vitest';
import { cannotStart } from '../../src/rules/startup/cannot-start.js';
import { lineSpan, projectOf } from '../../src/source.js';
import { settingsOf, verdicts } from './given.js';

const path = 'config/settings.py';
const stops = (text: string, line: number, type: string, message: string, files: Record<string, string> = {}) => {
  const project = projectOf({ [path]: text, ...files });
  const file = project.file(path);
  if (!file) throw new Error('The file is not there.');
  const startup = { ok: false, error: { type, message, at: file.at(lineSpan(text, line)), trail: [] } } as const;
  const [found] = verdicts(cannotStart, { project, settings: settingsOf({}, { startup }) }) ?? [];
  return found;
};

describe('settings that stop', () => {
  test('show the line, the conditions around it, and where the name is assigned too late', () => {
    const text = "DEBUG = False\nif not DEBUG:\n    APPS.insert(1, 'a')\n\nAPPS = []\n";
    const found = stops(text, 3, 'NameError', "name 'APPS' is not defined");
    expect(found?.about.current).toBe("APPS.insert(1, 'a')");
    expect(found?.about.trail?.map(({ at }) => at.start.line)).toEqual([2]);
    expect(found?.remedy?.summary).toBe(
      '`APPS` is assigned in line 5, after its use in line 3: move the use below the assignment.',
    );
  });

  test('by a name that was forgotten are told where it comes from, as far as that is known', () => {
    const told = (text: string, name: string, files?: Record<string, string>) =>
      stops(text, 1, 'NameError', `name '${name}' is not defined`, files)?.remedy;
    expect(told('A = os.environ', 'os')?.code).toBe('import os');
    expect(told('DEBUG = false', 'false')?.summary).toBe('Write `False`, as Python does, for `false`.');
    expect(told('A = BASE_DIR', 'BASE_DIR', { 'config/base.py': 'BASE_DIR = 1\n' })?.summary).toBe(
      'Import `BASE_DIR` from `config/base.py`, which defines it, before line 1.',
    );
    expect(told('A = odd', 'odd')?.summary).toBe('Define or import `odd` before line 1.');
  });

  test('for a reason that names no way out say only what happened', () => {
    const found = stops("SECRET_KEY = key('9fKq2LmX7vTz4RbW8sYd1HcN')", 1, 'ValueError', 'no');
    expect(found?.remedy).toBeUndefined();
    expect(found?.about.current).not.toContain('9fKq');
    const inside = stops("SECRET_KEY = key(\n    '9fKq2LmX7vTz4RbW8sYd1HcN',\n)", 2, 'ValueError', 'no');
    expect(inside?.about.current).not.toContain('9fKq');
  });
});

test('what no variable mends is no sign that the settings stop without one', () => {
  const at = projectOf({ [path]: 'KEY = 1\n' })
    .file(path)
    ?.at(lineSpan('KEY = 1\n', 1));
  if (!at) throw new Error('The file is not there.');
  const environment = [{ name: 'KEY', required: true, sensitive: true, reads: [at] }];
  const strengths = (type: string) =>
    verdicts(cannotStart, {
      settings: settingsOf({}, { startup: { ok: true }, environment }),
      unset: settingsOf({}, { startup: { ok: false, error: { type, message: '', at, trail: [] } } }),
    })?.map(({ message }) => message);
  expect(strengths('KeyError')).toEqual(['fails-safe']);
  expect(strengths('ModuleNotFoundError')).toEqual([]);
});
