/** The word for no that production is taken to give a debug switch: one that the settings can read. */
import { settings as settingsFact } from '@django-golive/core';
import { expect, test } from 'vitest';
import { describeSetting } from '../src/index.js';
import { factOf } from './facts-of.js';

function production(...lines: readonly string[]) {
  const settings = factOf(settingsFact, {
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n",
    'settings.py': ['import os', ...lines, ''].join('\n'),
  });
  const debug = describeSetting(settings.get('DEBUG'), { reveal: true });
  return {
    starts: settings.startup.ok,
    debug: (debug as { readonly value?: unknown }).value,
    given: settings.assumptions.map(({ value }) => value),
  };
}

test('a number is given to a switch that a function of the project reads as one', () => {
  const reader = 'def flag(name, otherwise):\n    return bool(int(os.environ.get(name, otherwise)))';
  expect(production(reader, "DEBUG = flag('DEBUG', 1)")).toEqual({ starts: true, debug: false, given: ['0'] });
  const lambda = 'boolean = lambda value: bool(int(value))';
  expect(production(lambda, "DEBUG = boolean(os.environ.get('DEBUG', 1))")).toMatchObject({
    starts: true,
    debug: false,
  });
});

test('a switch whose reader takes the fallback for no is left alone', () => {
  const lambda = 'boolean = lambda value: bool(int(value))';
  const found = production(lambda, "DEBUG = boolean(os.environ.get('DEBUG', 0))");
  expect(found).toEqual({ starts: true, debug: false, given: [] });
});

test('an error that no other word for no avoids stays', () => {
  expect(production("DEBUG = os.environ.get('DEBUG', 'True') == 'True'", 'if not DEBUG:\n    nowhere')).toMatchObject({
    starts: false,
    given: ['False'],
  });
});

test('the word that the settings compare with is given where no other switches it off', () => {
  expect(production("DEBUG = os.getenv('DJANGO_DEBUG') != 'FALSE'")).toEqual({
    starts: true,
    debug: false,
    given: ['FALSE'],
  });
});
