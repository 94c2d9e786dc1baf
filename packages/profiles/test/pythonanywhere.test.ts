/** PythonAnywhere: how it is recognised, and what a copy of its WSGI file says. */
import { createFactReader, deployment, given, project, projectOf, readNeeds } from '@django-golive/core';
import { pythonanywhere, wsgiFile } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { tryRule } from './heroku-pythonanywhere-given.js';

const readerOf = (files: Readonly<Record<string, string>>) =>
  createFactReader([given(project, projectOf(files)), ...pythonanywhere.providers]);
const detect = (files: Readonly<Record<string, string>>) =>
  pythonanywhere.detector.detect(readNeeds(pythonanywhere.detector.needs, readerOf(files)));

const copy = `# +++++++++++ FLASK +++++++++++
"""
os.environ['DJANGO_SETTINGS_MODULE'] = 'wrong.settings'
"""
import os
import sys
from dotenv import load_dotenv

path = '/home/shop/project/src'
if path not in sys.path:
    sys.path.append(path)
# os.environ['COMMENTED'] = 'out'
os.environ['DJANGO_SETTINGS_MODULE'] = 'config.prod'
os.environ["DEBUG"] = "False"  # never on
os.environ['TOKEN'] = make_token()
os.environ.setdefault('DEBUG', 'True')
load_dotenv('/home/shop/project/.env')
`;

describe('detection', () => {
  test('is sure of host names and of the WSGI file, and doubtful of a README', () => {
    expect(detect({ 'a/settings.py': "ALLOWED_HOSTS = ['shop.pythonanywhere.com']" })?.confidence).toBe(0.9);
    expect(detect({ 'a/settings.py': "HOST = 'shop.mysql.pythonanywhere-services.com'" })?.confidence).toBe(0.9);
    expect(detect({ 'shop_pythonanywhere_com_wsgi.py': '' })?.confidence).toBe(0.95);
    expect(detect({ 'README.md': 'Deployed to PythonAnywhere.' })?.confidence).toBe(0.3);
  });

  test('does not count comments', () => {
    expect(
      detect({ 'a/settings.py': "# ALLOWED_HOSTS = ['shop.pythonanywhere.com']\n'''shop.pythonanywhere.com'''\n" }),
    ).toBeUndefined();
  });
});

describe('the WSGI file', () => {
  const files = { 'deploy/shop_pythonanywhere_com_wsgi.py': copy, 'src/manage.py': '', 'src/config/prod.py': '' };

  test('gives settings, account, variables and import directories, and no comments', () => {
    const found = readerOf(files)(wsgiFile);
    expect(found).toMatchObject({
      user: 'shop',
      settings: { module: 'config.prod', at: { start: { line: 13 } } },
      loadsDotenv: true,
    });
    expect(found?.variables.map(({ name, value }) => [name, value])).toEqual([
      ['DEBUG', 'False'],
      ['TOKEN', undefined],
    ]);
    expect(found?.importDirectories.map(({ path }) => path)).toEqual(['/home/shop/project/src']);
  });

  test('places the repository in the account', () => {
    const found = readerOf(files)(deployment);
    expect(found.root).toBe('/home/shop/project');
    expect(found.processes).toMatchObject([{ role: 'web', directory: 'src', settings: { module: 'config.prod' } }]);
  });

  test('knows the copy of the settings beside the one of the WSGI file', () => {
    const both = { ...files, 'deploy/shop_pythonanywhere_com_settings.py': 'DEBUG = False\n' };
    expect(readerOf(files)(deployment).settingsCopy).toBeUndefined();
    expect(readerOf(both)(deployment).settingsCopy).toBe('deploy/shop_pythonanywhere_com_settings.py');
  });

  test("is recognised under a custom domain's name by what it does", () => {
    expect(readerOf({ 'www_shop_test_wsgi.py': copy })(wsgiFile)?.settings?.module).toBe('config.prod');
    expect(readerOf({ 'my_wsgi.py': 'application = None' })(wsgiFile)).toBeUndefined();
    // The one that Phusion Passenger starts, on other hosts.
    expect(readerOf({ 'passenger_wsgi.py': copy })(wsgiFile)).toBeUndefined();
  });

  test('that is not in the repository leaves the processes unknown', () => {
    const found = readerOf({
      'manage.py': '',
      'config/wsgi.py': "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')",
    })(deployment);
    expect(found.processes).toEqual([]);
    expect([...found.traits.keys()]).toEqual(['tls-at-proxy', 'network-disk']);
  });
});

test('names of the example files beside manage.py are documented', () => {
  const found = readerOf({ 'src/manage.py': '', 'src/.env.example': 'A=1\nB=\n', 'docs/.env.example': 'C=1' })(
    deployment,
  );
  expect(found.documented.map(({ name }) => name)).toEqual(['A', 'B']);
});

test('no input makes the deployment fail', () => {
  for (const text of [
    '',
    '\0',
    '"""',
    "os.environ['A'] = '",
    "'".repeat(20_001),
    '\\'.repeat(20_000),
    "'/home/".repeat(2_000),
  ]) {
    const files = {
      'a_pythonanywhere_com_wsgi.py': text,
      'config/settings.py': text,
      '.env.example': text,
      'manage.py': '',
    };
    expect(() => readerOf(files)(deployment)).not.toThrow();
    expect(() => detect(files)).not.toThrow();
  }
});

test('every feature has one row in the capability matrix', () => {
  const names = pythonanywhere.capabilities.map(({ feature }) => feature);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(10);
});

test('PyTorch is told to start no threads, where no code does so yet', () => {
  const list = (text: string) =>
    tryRule(pythonanywhere, 'pythonanywhere/relative-path', {
      'manage.py': '',
      'requirements.txt': 'torch==2.9.0\n',
      'shop/predict.py': text,
    }).checklist.some(({ id }) => id === 'torch-threads');
  expect(list('import torch\n')).toBe(true);
  expect(list('import torch\ntorch.set_num_threads(1)\n')).toBe(false);
  expect(list('import numpy\n')).toBe(false);
});
