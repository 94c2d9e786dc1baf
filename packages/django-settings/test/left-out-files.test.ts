/** Files of settings that each server has of its own: their absence from the repository decides nothing. */
import { settings } from '@django-golive/core';
import { expect, test } from 'vitest';
import { factOf } from './facts-of.js';

const reading = `import json
import os
BASE = os.path.dirname(os.path.abspath(__file__))
if not os.path.isfile(os.path.join(BASE, 'conf.json')):
    raise ImportError('No conf.json: copy the example.')
with open(os.path.join(BASE, 'conf.json')) as stream:
    SECRET_KEY = json.load(stream)['SECRET_KEY']
INSTALLED_APPS = []
DEBUG = False
`;

const startup = (more: Readonly<Record<string, string>>) =>
  factOf(settings, { 'manage.py': '', 'shop/__init__.py': '', 'shop/settings.py': reading, ...more }).startup;

test('a file with a template, or that git ignores by its name, may be there', () => {
  for (const more of [{ 'shop/conf.example.json': '{}' }, { '.gitignore': 'shop/conf.json\n' }])
    expect(startup(more)).toMatchObject({ ok: null });
  expect(startup({})).toMatchObject({ ok: false, error: { type: 'ImportError' } });
});

test('what may have been put among the names of a module is not known', () => {
  const source = `import os


def loaded():
    while os.path.exists('/etc/more'):
        yield 'SECRET_KEY', 'x'


SECRET_KEY = ''
INSTALLED_APPS = []
for name, value in loaded():
    globals()[name] = value
`;
  const read = factOf(settings, { 'manage.py': '', 'shop/__init__.py': '', 'shop/settings.py': source });
  expect(read.path).toBe('shop/settings.py');
  expect(read.get('SECRET_KEY').value.kind).toBe('unknown');
});
