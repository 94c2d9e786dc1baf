/** What an operator must give in production: fail-safe starts, guarded reads, and who gives what. */
import { type Dependency, type Settings, settings } from '@django-golive/core';
import { expect, test } from 'vitest';
import { factOf } from './facts-of.js';

function read(lines: readonly string[], files: Readonly<Record<string, string>> = {}, strict = false): Settings {
  return factOf(settings, { ...startedWith(lines), ...files }, strict);
}

const startedWith = (lines: readonly string[]) => ({
  'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n",
  'settings.py': [...lines, ''].join('\n'),
});

test('names of the directory of the repository and of those above it are facts of the host', () => {
  const { get } = read([
    'import os',
    'from pathlib import Path',
    'BASE_DIR = os.path.dirname(os.path.abspath(__file__))',
    "STATIC_ROOT = os.path.join(BASE_DIR, 'static')",
    "MEDIA_ROOT = Path(__file__).resolve().parent / 'media'",
    "ABOVE = os.path.join(os.path.dirname(BASE_DIR), 'static')",
    "FURTHER = [Path(BASE_DIR).parent.parent / 'media']",
    'NAME = os.path.basename(BASE_DIR)',
    "URL = f'sqlite:///{BASE_DIR}/db.sqlite3'",
  ]);
  const kind = (name: string) => get(name).value.kind;
  expect(['STATIC_ROOT', 'MEDIA_ROOT', 'URL'].map(kind)).toEqual(['str', 'path', 'str']);
  expect(['ABOVE', 'NAME'].map(kind)).toEqual(['unknown', 'unknown']);
  expect(get('FURTHER').value).toMatchObject({ items: [{ kind: 'unknown' }] });
});

const required = ({ environment }: Settings) => environment.filter((one) => one.required).map(({ name }) => name);

const failSafe = [
  'from decouple import config',
  "K = 'django-insecure-' + 'x' * 50",
  "SECRET_KEY = config('SECRET_KEY', default=K)",
  "DEBUG = config('DEBUG', default=True, cast=bool)",
  'if not DEBUG:',
  '    if SECRET_KEY == K:',
  "        raise ValueError('SECRET_KEY must be set in production')",
];

test('a setting that Django refuses on the fallback of a variable is given the variable', () => {
  const settings = ['import os', "TIME_ZONE = os.getenv('ZONE', 'Mars/Olympus')", "NAME = os.getenv('NAME', 'x')"];
  const found = read(settings);
  expect(found.startup).toEqual({ ok: true });
  expect(required(found)).toEqual(['ZONE']);
  expect(read(settings, {}, true).startup).toMatchObject({ ok: false, error: { setting: 'TIME_ZONE' } });
  expect(read(["TIME_ZONE = 'Mars/Olympus'"]).startup.ok).toBe(false);
});

test('settings that refuse the fallback of a variable are given the variable', () => {
  const found = read(failSafe);
  expect(found.startup).toEqual({ ok: true });
  expect(required(found)).toEqual(['SECRET_KEY']);
  expect(found.get('SECRET_KEY').value).toMatchObject({ kind: 'unknown', variables: ['SECRET_KEY'] });
});

test('an error behind such a refusal is seen, and is what stops the settings', () => {
  const found = read([...failSafe, 'X = not_defined']);
  expect(found.startup).toMatchObject({ ok: false, error: { type: 'NameError' } });
  expect(required(found)).toEqual(['SECRET_KEY']);
});

test('a strict environment is taken at its word', () => {
  expect(
    read(
      ['DEBUG = False', ...failSafe.slice(0, 3), ...failSafe.slice(5)].map((line) => line.replace(/^ {4}/, '')),
      {},
      true,
    ).startup,
  ).toMatchObject({
    ok: false,
    error: { type: 'ValueError' },
  });
});

test('several variables can be refused at once, and two together', () => {
  const found = read([
    'import os',
    'def get_env(name, default=None):',
    '    value = os.getenv(name, default)',
    "    if value is None or value == '':",
    "        raise RuntimeError(f'Set {name}')",
    '    return value',
    "A = get_env('A', '')",
    "B = get_env('B', '')",
    "C, D = os.environ.get('C', ''), os.environ.get('D', '')",
    'if not (C and D):',
    "    raise RuntimeError('Set C and D')",
    "E = os.environ.get('E', '')",
  ]);
  expect(found.startup).toEqual({ ok: true });
  expect(required(found)).toEqual(['A', 'B', 'C', 'D']);
});

test('a refusal that no variable leads away from stays', () => {
  const found = read(['import os', "A = os.environ.get('A', '')", 'if A or not A:', "    raise RuntimeError('never')"]);
  expect(found.startup).toMatchObject({ ok: false, error: { type: 'RuntimeError' } });
  expect(required(found)).toEqual([]);
});

test('an operator gives values that the settings accept', () => {
  const found = read([
    'import os',
    "KEY = os.environ['KEY']",
    'if len(KEY) < 50:',
    "    raise ValueError('too short')",
    "COUNT = os.environ.get('COUNT')",
    'if COUNT is not None and int(COUNT) < 0:',
    "    raise ValueError('negative')",
  ]);
  expect(found.startup).toEqual({ ok: true });
  expect(required(found)).toEqual(['KEY']);
});

test('an optional variable that the settings stop without is required', () => {
  const found = read([
    'import os',
    "KEY = os.getenv('KEY')",
    'if not KEY or KEY == "change-me":',
    "    raise ValueError('KEY is not set')",
  ]);
  expect(found.startup).toEqual({ ok: true });
  expect(required(found)).toEqual(['KEY']);
});

test('a doubt that no variable decides stays a doubt', () => {
  const found = read(['import somewhere', 'if somewhere.works():', "    raise ValueError('no')"]);
  expect(found.startup).toMatchObject({ ok: null });
});

test('a read that a membership test guards is not required, nor is what is read beside it', () => {
  const found = read([
    'import os',
    "if 'HOST' in os.environ:",
    "    HOST = os.environ['HOST']",
    "    PORT = os.environ['PORT']",
    "if 'KEY' not in os.environ:",
    "    raise KeyError('KEY')",
    "KEY = os.environ['KEY']",
    "NAME = os.environ['NAME']",
  ]);
  expect(required(found)).toEqual(['KEY', 'NAME']);
});

test('what one of two variables switches on is not required either', () => {
  const found = read([
    'import os',
    "if 'TOKEN' in os.environ or 'BEARER' in os.environ:",
    "    ZONE = os.environ['ZONE']",
    "    KEY = os.environ['TOKEN'] if 'TOKEN' in os.environ else os.environ['BEARER']",
  ]);
  expect(required(found)).toEqual([]);
});

test('a variable that a file of the repository gives is given by it, with the line', () => {
  const { environment } = read(
    ['from decouple import config', "DEBUG = config('DEBUG', cast=bool)", "KEY = config('KEY')"],
    { '.env': 'OTHER=1\nDEBUG=True\n' },
  );
  expect(environment.find(({ name }) => name === 'DEBUG')?.given).toMatchObject({
    by: '`.env`',
    at: { path: '.env', start: { line: 2 } },
  });
  expect(environment.find(({ name }) => name === 'KEY')?.given).toBeUndefined();
});

test('so is one that dotenv puts into the environment', () => {
  const { environment } = read(
    ['import os', 'from dotenv import load_dotenv', 'load_dotenv()', "KEY = os.environ['KEY']"],
    { '.env': 'KEY=1\n' },
  );
  expect(environment[0]?.given).toMatchObject({ by: '`.env`', at: { path: '.env' } });
});

test('django-heroku replaces the key and the database where their variables are given', () => {
  const found = read([
    'import django_heroku',
    "BASE_DIR = '/app'",
    "SECRET_KEY = 'literal'",
    'MIDDLEWARE = []',
    "DATABASES = {'default': {}}",
    'django_heroku.settings(locals())',
  ]);
  expect(found.get('SECRET_KEY')).toMatchObject({
    value: { kind: 'str', value: 'literal' },
    reads: ['SECRET_KEY'],
    at: { start: { line: 3 } },
  });
  expect(found.get('DATABASES').reads).toContain('DATABASE_URL');
  expect(found.get('ALLOWED_HOSTS').reads).toEqual([]);
  expect(required(found)).toEqual([]);
});

test('what django-heroku would have made of the database is not known where an old dj-database-url refuses its call', () => {
  const lines = [
    'import os',
    'import django_heroku',
    "os.environ['DATABASE_URL'] = 'postgres://u:p@db.example:5432/shop'",
    "BASE_DIR = '/app'",
    'MIDDLEWARE = []',
    "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3'}}",
    'django_heroku.settings(locals())',
  ];
  const get = (name: string) => ({ name, version: '0.4.1', specifier: '==0.4.1' }) as unknown as Dependency;
  const found = factOf(settings, startedWith(lines), false, { get });
  expect(found.startup).toMatchObject({
    ok: false,
    error: { type: 'TypeError', message: "config() got an unexpected keyword argument 'ssl_require'" },
  });
  expect(found.get('DATABASES').value).toMatchObject({ kind: 'dict', entries: [[{}, { kind: 'unknown' }]] });
});

test('a file that is not in the repository may lie beside it in production, and is missing in a strict environment', () => {
  const lines = [
    'import json',
    'import os',
    'HERE = os.path.dirname(os.path.abspath(__file__))',
    "with open(os.path.join(HERE, 'keys.json')) as file:",
    '    KEYS = json.load(file)',
    "SECRET_KEY = KEYS['key']",
  ];
  const found = read(lines);
  expect(found.startup).toEqual({ ok: true });
  expect(found.get('SECRET_KEY').value).toMatchObject({ kind: 'unknown', why: '`keys.json` is not in the repository' });
  expect(read(lines, {}, true).startup).toMatchObject({ ok: false, error: { type: 'FileNotFoundError' } });
});

test('a file that a handler expects to be missing may be there or not', () => {
  const found = read([
    'try:',
    "    with open('/golive-above-2/golive-above-1/golive-root/key.txt') as file:",
    '        SECRET_KEY = file.read()',
    'except FileNotFoundError:',
    "    SECRET_KEY = 'literal'",
    "LOADED = open('/golive-above-2/golive-above-1/golive-root/other.txt').read()",
  ]);
  expect(found.startup).toEqual({ ok: true });
  expect(found.get('SECRET_KEY').value).toMatchObject({
    kind: 'choice',
    options: [{ kind: 'unknown' }, { kind: 'str', value: 'literal' }],
  });
});

test('an instance whose arguments are not known has attributes that are not known', () => {
  const found = read([
    'import dataclasses',
    'import json',
    '@dataclasses.dataclass',
    'class Release:',
    '    version: str',
    "RELEASE = Release(**json.load(open('/golive-above-2/golive-above-1/golive-root/release.json')))",
    'VERSION = RELEASE.version',
  ]);
  expect(found.startup).toEqual({ ok: true });
  expect(found.get('VERSION').value.kind).toBe('unknown');
});

const helper = [
  'import os',
  "PRODUCTION = 'DEVELOPMENT' not in os.environ",
  'def from_env(name, *, production, development):',
  '    try:',
  '        return os.environ[name]',
  '    except KeyError:',
  '        chosen = production if PRODUCTION else development',
  '        if chosen is None:',
  "            raise ValueError(f'{name} is not set')",
  '        return chosen',
];

test('a variable whose absence a handler waits for is required only where the settings stop without it', () => {
  const found = read([
    ...helper,
    "STATIC_URL = from_env('STATIC_URL', production='/static/', development='/s/')",
    "SECRET_KEY = from_env('SECRET_KEY', production=None, development='x')",
    "SERVER_EMAIL = os.environ['SERVER_EMAIL']",
  ]);
  expect(found.startup).toEqual({ ok: true });
  expect(required(found)).toEqual(['SECRET_KEY', 'SERVER_EMAIL']);
});

test('a switch that is on with any text is left unset where that puts debug mode off', () => {
  const found = read([...helper, "DEBUG = bool(from_env('DEBUG', production=False, development=True))"]);
  expect(found.get('DEBUG').value).toEqual({ kind: 'bool', value: false });
  expect(found.assumptions).toEqual([]);
  const always = read(['import os', "DEBUG = bool(os.environ.get('DEBUG', 'yes'))"]);
  expect(always.get('DEBUG').value).toEqual({ kind: 'bool', value: true });
});

test('classes of settings are looked for in the settings module, also where its package installs them', () => {
  const found = read(
    [
      'from configurations import Configuration',
      'class Base(Configuration):',
      '    DEBUG = True',
      'class Production(Base):',
      '    DEBUG = False',
    ],
    {
      'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
      'shop/__init__.py': 'from .celery import app\n\n__all__ = ["app"]\n',
      'shop/celery.py':
        "import os\nfrom configurations.importer import install\nos.environ.setdefault('DJANGO_CONFIGURATION', 'Production')\ninstall(check_options=True)\napp = 1\n",
      'shop/settings.py':
        'from configurations import Configuration\n\n\nclass Base(Configuration):\n    DEBUG = True\n\n\nclass Production(Base):\n    DEBUG = False\n',
    },
  );
  expect(found.startup).toEqual({ ok: true });
  expect(found.get('DEBUG').value).toEqual({ kind: 'bool', value: false });
});
