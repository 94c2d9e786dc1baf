/** What works is said of what is there, and of nothing else. */
import { examine } from 'django-golive/testing';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const outcomeOf = (id: string, files: Readonly<Record<string, string>>) => {
  const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return examine(rule, files, { operator: { settings: 'config.settings' } }).outcome;
};

test('a directory of static files that is not there is praised by nobody, whoever asks for its files', () => {
  const files = {
    'requirements.txt': 'Django==5.2.8\n',
    'config/settings.py':
      "from pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\nINSTALLED_APPS = ['django.contrib.staticfiles']\nSTATICFILES_DIRS = [BASE_DIR / 'static']\n",
  };
  expect(outcomeOf('static/dir-missing', files)).toBe('notApplicable');
  expect(outcomeOf('static/dir-missing', { ...files, 'static/site.css': '' })).toBe('passed');
});
