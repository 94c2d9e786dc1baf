/** What is said of a value that is not known: what made it so, where, and what would settle it, with no secret in it. */
import { audit, createFactReader, projectOf, providersOf, recommended, settings } from '@django-golive/core';
import { describeSetting, describeSettings, readSettings } from '@django-golive/django-settings';
import { readDependencies } from '@django-golive/python-deps';
import { expect, test } from 'vitest';

function settingsOf(text: string, files: Readonly<Record<string, string>> = {}, strict = false) {
  const project = projectOf({ 'manage.py': '', 'config/__init__.py': '', 'config/settings.py': text, ...files });
  const providers = [...readDependencies, ...readSettings];
  const operator = { settings: 'config.settings', strict };
  return createFactReader(providersOf(project, { providers, operator, today: '2026-11-20' }))(settings);
}

const told = (text: string, name: string, files?: Readonly<Record<string, string>>) =>
  describeSetting(settingsOf(text, files).get(name), { reveal: false });

test('a required variable is settled by giving it', () => {
  const text = 'import os\nPORT = int(os.environ["SHOP_PORT"])\n';
  expect(told(text, 'PORT')).toMatchObject({
    known: false,
    why: 'the environment variable `SHOP_PORT` is given where it runs, which no file of the repository shows',
    path: 'config/settings.py',
    line: 2,
    settle: '`--env SHOP_PORT=…`',
  });
});

test('a function of a package is named with its package', () => {
  const text = 'import os\nfrom vault import read_secret\nKEY = read_secret("pay")\n';
  expect(told(text, 'KEY')).toMatchObject({
    why: '`vault.read_secret()` is code of the package `vault`, which golive does not run',
    line: 3,
  });
  expect(told(text, 'KEY')).not.toHaveProperty('settle');
});

test('one of several values is told with all of them', () => {
  const text = 'import socket\nif socket.gethostname() == "web1":\n    MODE = "web"\nelse:\n    MODE = "worker"\n';
  expect(told(text, 'MODE')).toMatchObject({ known: false, options: ['web', 'worker'] });
});

test('what is known of a container stays readable beside what is not', () => {
  const text = [
    'import os',
    'DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": os.environ["DB_HOST"]}}',
    'HOSTS = ["shop.example", os.environ["EXTRA_HOST"]]',
  ].join('\n');
  expect(told(text, 'DATABASES')).toMatchObject({
    known: true,
    value: {
      $dict: [
        [
          'default',
          {
            $dict: [
              ['ENGINE', 'django.db.backends.postgresql'],
              ['HOST', { $unknown: expect.any(String) }],
            ],
          },
        ],
      ],
    },
    settle: '`--env DB_HOST=…`',
  });
  expect(told(text, 'HOSTS')).toMatchObject({ value: { $list: ['shop.example', { $unknown: expect.any(String) }] } });
});

test('a module that the repository lacks leaves values known, and is told of', () => {
  const text = 'DEBUG = False\ntry:\n    from .local_settings import *\nexcept ImportError:\n    pass\nHOST = "db"\n';
  for (const strict of [false, true]) {
    const found = settingsOf(text, {}, strict);
    expect(found.get('DEBUG').value).toEqual({ kind: 'bool', value: false });
    expect(found.overrides).toMatchObject([{ path: 'config/local_settings.py', at: { start: { line: 3 } } }]);
    expect(describeSettings(found, { reveal: false })).toMatchObject({
      overrides: [{ path: 'config/local_settings.py', readAt: { path: 'config/settings.py', line: 3 } }],
    });
  }
  expect(settingsOf(text, { 'config/local_settings.py': 'DEBUG = True\n' }).overrides).toEqual([]);
});

test('no secret is in what is said', () => {
  const text = 'import os, vault\nTOKEN = vault.sign(os.environ["API_TOKEN"], "AKIAABCDEFGHIJKLMNOP")\n';
  expect(JSON.stringify(told(text, 'TOKEN'))).not.toContain('AKIAABCDEFGHIJKLMNOP');
});

test('questions about what is not known for one reason name it alike', () => {
  const text =
    'from vault import load\nrest = load("pay")\nX_FRAME_OPTIONS = rest.frames\nMIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.clickjacking.XFrameOptionsMiddleware"]\nSECURE_CONTENT_TYPE_NOSNIFF = rest.sniff\n';
  const project = projectOf({ 'manage.py': '', 'config/__init__.py': '', 'config/settings.py': text });
  const providers = [...readDependencies, ...readSettings];
  const { questions } = audit(project, {
    providers,
    rules: recommended,
    operator: { settings: 'config.settings' },
    today: '2026-11-20',
    version: '0.0.0',
  });
  const causeOf = (rule: string) => questions.find((question) => question.rule === rule)?.cause;
  const why = '`vault.load()` is code of the package `vault`, which golive does not run';
  expect([causeOf('https/nosniff-disabled'), causeOf('https/xframe-weak')]).toEqual([why, why]);
});
