/** Assignments that another environment would put in force, told from those of classes that production does not load. */
import { expect, test } from 'vitest';
import { hasOtherBranch } from '../../src/rules/structure/conditional-assignment.js';
import { projectOf } from '../../src/source.js';
import { settingsOf } from './given.js';

const other = (text: string): boolean => {
  const project = projectOf({ 'config/settings.py': text });
  const settings = { ...settingsOf({ EMAIL_BACKEND: 'console' }), files: ['config/settings.py'] };
  return hasOtherBranch(project, settings, settings.get('EMAIL_BACKEND'));
};

test('a block under a condition is another branch', () => {
  expect(other("import os\n\nif 'SMTP' in os.environ:\n    EMAIL_BACKEND = 'smtp'\n")).toBe(true);
  expect(other("class Base:\n    X = 1\n    if X:\n        EMAIL_BACKEND = 'smtp'\n")).toBe(true);
});

test('the body of a class is none, whatever stands between', () => {
  expect(other("class Dev(Base):\n    # mail\n    APPS = [\n        'a',\n    ]\n\n    EMAIL_BACKEND = 'smtp'\n")).toBe(
    false,
  );
});
