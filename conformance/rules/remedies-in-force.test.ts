/** Remedies that are in force where they are written, and undo nothing that the project does further on. */
import { expect, test } from 'vitest';
import { findingOf } from './finding-of.js';

const edits = (id: string, files: Record<string, string>, target?: string) =>
  findingOf(id, files, target)?.fix?.edits.map(({ location, text }) => [location.start.line, text]);

const production = `import os
from .base import *

DEBUG = False

try:
    from .local_settings import *
except ImportError:
    pass
`;
const wsgi = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.production')\n";

test('what a server has of its own still has the last word', () => {
  const files = {
    'config/base.py': "SECRET_KEY = 'kR7#wq2LpZ81vd0Qm5xTn3YbkR7#wq2LpZ81vd0Qm5xTn3Yb'\n",
    'config/production.py': production,
    'config/wsgi.py': wsgi,
  };
  const own = edits('settings/secret-key-hardcoded', files);
  expect(own).toEqual([[6, "SECRET_KEY = os.environ.get('SECRET_KEY', '')\n"]]);
  const last = { ...files, 'config/production.py': `${production}ALLOWED_HOSTS = ['shop.example.com']\n` };
  expect(edits('settings/secret-key-hardcoded', last)).toEqual([[11, "SECRET_KEY = os.environ['SECRET_KEY']\n"]]);
});

test('hosts that later lines add stay in the list', () => {
  const files = (more: string) => ({
    'config/settings.py': `import os

ALLOWED_HOSTS = os.environ.get('SHOP_HOSTS', '*').split(',')
if os.environ.get('SHOP_URL'):
    ALLOWED_HOSTS.append(os.environ['SHOP_URL'])
${more}`,
  });
  const line = "ALLOWED_HOSTS = [item for item in os.environ.get('SHOP_HOSTS', '').split(',') if item]";
  expect(edits('settings/allowed-hosts-wildcard', files(''))).toEqual([[3, line]]);
  const star = edits('settings/allowed-hosts-wildcard', files("ALLOWED_HOSTS += ['*']\n"));
  expect(star?.map(([at]) => at)).toEqual([7]);
});
