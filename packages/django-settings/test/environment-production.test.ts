/** Whole settings files in scenario production: what is assumed, what files give, and what stays unknown. */
import { projectOf, projectRoot, type Value } from '@django-golive/core';
import { expect, test } from 'vitest';
import { createEnvironment } from '../src/environment/scenario.js';
import { EXTRAS } from '../src/environment/surroundings.js';
import { surveyOf } from '../src/environment/survey.js';
import { evaluateModule } from '../src/evaluate/evaluate-module.js';
import { freeze } from '../src/evaluate/freeze.js';
import { libraryModules } from '../src/evaluate/library/index.js';
import { parse } from '../src/syntax/parse.js';

function production(files: Readonly<Record<string, string>>, untracked: readonly string[] = []) {
  const environment = createEnvironment({
    scenario: 'production',
    given: new Map([['DJANGO_SETTINGS_MODULE', { value: 'settings' }]]),
    survey: surveyOf([parse(files['settings.py'] ?? '')]),
  });
  const { names, startup } = evaluateModule({
    project: projectOf(files, { untracked }),
    module: 'settings',
    roots: [''],
    root: projectRoot,
    environment,
    libraries: libraryModules,
    declares: () => true,
    extras: new Map<string, unknown>([
      [EXTRAS.djangoVersion, '5.2'],
      [EXTRAS.directory, projectRoot],
    ]),
  });
  const value = (name: string): Value | undefined => {
    const found = names.get(name);
    return found && freeze(found.value);
  };
  return { value, startup, assumed: environment.assumptions().map(({ variable }) => variable) };
}

test('turns DEBUG off as an operator would, and says so', () => {
  const { value, assumed } = production({
    'settings.py': "from decouple import config\nDEBUG = config('DEBUG', default=True, cast=bool)\n",
  });
  expect(value('DEBUG')).toEqual({ kind: 'bool', value: false });
  expect(assumed).toEqual(['DEBUG']);
});

test('reads a tracked .env, and takes an untracked one for the environment', () => {
  const files = {
    'settings.py': "import os\nfrom dotenv import load_dotenv\nload_dotenv()\nKEY = os.environ['KEY']\n",
    '.env': 'KEY=from-file\n',
  };
  expect(production(files).value('KEY')).toEqual({ kind: 'str', value: 'from-file' });
  expect(production(files, ['.env']).value('KEY')).toMatchObject({ kind: 'unknown', type: 'str', variables: ['KEY'] });
});

test.each([
  [
    'environ',
    "import environ\nenviron.Env.read_env('.env')\nenv = environ.Env()\nURL = env('URL')\nENV = env('ENV', default='local')\n",
  ],
  [
    'dotenv',
    "import os\nfrom dotenv import load_dotenv\nload_dotenv()\nURL = os.environ['URL']\nENV = os.environ.get('ENV', 'local')\n",
  ],
  ['decouple', "from decouple import config\nURL = config('URL')\nENV = config('ENV', default='local')\n"],
  ['environs', "from environs import Env\nenv = Env()\nenv.read_env()\nURL = env('URL')\nENV = env('ENV', 'local')\n"],
])("%s reads no .env in production that says it is a developer's", (_name, source) => {
  const files = (environment: string) => ({
    'settings.py': `${source}if ENV == 'production':\n    SECURE_HSTS_SECONDS = 3600\n`,
    '.env': `ENV=${environment}\nURL=sqlite:///db.sqlite3\n`,
  });
  const local = production(files('local'));
  expect(local.value('ENV')).toEqual({ kind: 'str', value: 'production' });
  expect(local.value('URL')).toMatchObject({ kind: 'unknown', variables: ['URL'] });
  expect(production(files('production')).value('URL')).toEqual({ kind: 'str', value: 'sqlite:///db.sqlite3' });
});

test('keeps what is certain of a database whose URL the environment provides', () => {
  const { value } = production({
    'settings.py': 'import dj_database_url\nDB = dj_database_url.config(conn_max_age=600, ssl_require=True)\n',
  });
  const database = value('DB');
  const entry =
    database?.kind === 'dict'
      ? database.entries.find(([key]) => key.kind === 'str' && key.value === 'CONN_MAX_AGE')
      : undefined;
  expect(entry?.[1]).toEqual({ kind: 'int', value: 600n });
});

test('does not hold a secrets file that is not in the repository against the start', () => {
  const { startup, value } = production({
    'settings.py': "from pathlib import Path\nKEY = (Path(__file__).parent / 'key.txt').read_text().strip()\n",
  });
  expect(startup).toEqual({ ok: true });
  expect(value('KEY')).toMatchObject({ kind: 'unknown', type: 'str' });
});

test('applies what django-heroku writes over the settings', () => {
  const { value } = production({
    'settings.py':
      "import django_heroku\nBASE_DIR = '/x'\nMIDDLEWARE = ['a']\nALLOWED_HOSTS = []\ndjango_heroku.settings(locals())\n",
  });
  expect(value('ALLOWED_HOSTS')).toEqual({ kind: 'list', items: [{ kind: 'str', value: '*' }] });
  expect(value('STATIC_ROOT')).toEqual({ kind: 'str', value: '/x/staticfiles' });
  expect(value('MIDDLEWARE')).toMatchObject({
    kind: 'tuple',
    items: [{ value: 'whitenoise.middleware.WhiteNoiseMiddleware' }, { value: 'a' }],
  });
});

test('makes the production class of django-configurations the settings', () => {
  const { value } = production({
    'settings.py': [
      'from configurations import Configuration, values',
      'class Base(Configuration):',
      '    DEBUG = values.BooleanValue(True)',
      "    HOSTS = values.ListValue(['a'])",
      '    @property',
      '    def NAME(self):',
      "        return 'n'",
      'class Production(Base):',
      '    DEBUG = False',
      '    SECRET_KEY = values.SecretValue()',
      '',
    ].join('\n'),
  });
  expect(value('DEBUG')).toEqual({ kind: 'bool', value: false });
  expect(value('HOSTS')).toEqual({ kind: 'list', items: [{ kind: 'str', value: 'a' }] });
  expect(value('NAME')).toEqual({ kind: 'str', value: 'n' });
  expect(value('SECRET_KEY')).toMatchObject({ kind: 'unknown', variables: ['DJANGO_SECRET_KEY'] });
});

test('gives up on more settings files than anybody includes: each pattern looks through directories', () => {
  const including = (count: number) =>
    production({
      'settings.py': `from split_settings.tools import include\ninclude(*['a.py'] * ${count})\nAFTER = 1\n`,
      'a.py': 'X = 1\n',
    });
  expect(including(50).startup).toEqual({ ok: true });
  expect(including(5000).startup).toMatchObject({ ok: null });
  expect(including(5000).value('AFTER')).toEqual({ kind: 'int', value: 1n });
});

test('takes the secret key that django-heroku looks for to be there, where the settings have none of their own', () => {
  const { startup, value } = production({
    'settings.py':
      "import django_heroku\nBASE_DIR = '/x'\nMIDDLEWARE = ['a']\nALLOWED_HOSTS = []\ndjango_heroku.settings(locals())\n",
  });
  expect(startup).toEqual({ ok: true });
  expect(value('SECRET_KEY')).toMatchObject({ kind: 'unknown', type: 'str' });
});

test('takes the site for no run of the tests', () => {
  const { value } = production({
    'settings.py':
      "import os\nHOST = 'ci' if os.environ.get('CIRCLECI') else 'db'\nif os.getenv('CI') == 'true':\n    PORT = 1\nelse:\n    PORT = 2\n" +
      "OTHER = 'a' if os.environ.get('CI_HOST') else 'b'\n",
  });
  expect(value('HOST')).toEqual({ kind: 'str', value: 'db' });
  expect(value('PORT')).toMatchObject({ kind: 'int', value: 2n });
  expect(value('OTHER')?.kind).toBe('choice');
});

test('a mail address of django-environ sets the same settings whatever it says, and no others', () => {
  const { value } = production({
    'settings.py':
      "import environ\nenv = environ.Env()\nDEBUG = False\nEMAIL_USE_TLS = False\nvars().update(env.email_url('EMAIL_URL'))\n",
  });
  expect(value('DEBUG')).toEqual({ kind: 'bool', value: false });
  expect(value('EMAIL_HOST')).toMatchObject({ kind: 'unknown', variables: ['EMAIL_URL'] });
  expect(value('EMAIL_USE_TLS')).toMatchObject({ kind: 'unknown', variables: ['EMAIL_URL'] });
});
