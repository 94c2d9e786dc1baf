/** The files that settings open in any case and that a server must have been given. */
import { settings } from '@django-golive/core';
import { expect, test } from 'vitest';
import { factOf } from './facts-of.js';

const wanted = (code: string, files: Record<string, string> = {}): readonly string[] =>
  (
    factOf(settings, {
      'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
      'shop/__init__.py': '',
      'shop/settings.py': `import json, os\nfrom pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\n${code}\nSECRET_KEY = 'x'\n`,
      ...files,
    }).wanted ?? []
  ).map(({ path, at }) => `${path}:${at.start.line}`);

test.each([
  ["with open(BASE_DIR / 'secrets.json') as f: S = json.load(f)", ['secrets.json:4']],
  ["S = (BASE_DIR / 'key.txt').read_text()", ['key.txt:4']],
  ["with open('/etc/shop.json') as f: S = json.load(f)", ['/etc/shop.json:4']],
  ["with open('/proc/cpuinfo') as f: S = f.read()", []],
  ["with open(BASE_DIR / 'shop/__init__.py') as f: S = f.read()", []],
  ["try:\n    S = open(BASE_DIR / 'secrets.json').read()\nexcept FileNotFoundError: S = ''", []],
  ["if os.path.exists('/etc/shop.json'):\n    S = open('/etc/shop.json').read()", []],
  ["if os.path.exists(BASE_DIR / 'secrets.json'):\n    S = open(BASE_DIR / 'secrets.json').read()", []],
])('of %s are %j', (code, expected) => {
  expect(wanted(code)).toEqual(expected);
});
