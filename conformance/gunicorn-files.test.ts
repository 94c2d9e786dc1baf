/** gunicorn's own file, as the evaluator runs it, in every place that asks what the server does. */
import { createFactReader, deployment, given, project, projectOf, pythonFiles } from '@django-golive/core';
import { readSettings } from '@django-golive/django-settings';
import { profiles } from '@django-golive/profiles';
import { expect, test } from 'vitest';
import { containers } from '../packages/profiles/src/docker/containers.js';
import { gunicornFiles } from '../packages/profiles/src/files/gunicorn-config.js';

type Texts = Readonly<Record<string, string>>;

function facts(texts: Texts, target?: string) {
  const profile = profiles.find(({ id }) => id === target);
  return createFactReader([given(project, projectOf(texts)), ...readSettings, ...(profile?.providers ?? [])]);
}

/** What a file says of a setting, in a process with some variables. */
function said(text: string, name: string, variables: Readonly<Record<string, string | undefined>> = {}, others = {}) {
  const texts = { 'etc/gunicorn.conf.py': text, ...others };
  const read = facts(texts);
  const file = projectOf(texts).file('etc/gunicorn.conf.py');
  if (!file) throw new Error('no file');
  const at = file.at({ start: 0, end: 0 });
  const given = Object.entries(variables).map(([key, value]) => ({ name: key, value, at, by: 'a test' }));
  return read(gunicornFiles)(file, given).get(name);
}

test('values are what Python makes of them', () => {
  expect(said("host = '127.0.0.1'\nbind = f'{host}:{8000 + 1}'\n", 'bind')?.texts).toEqual(['127.0.0.1:8001']);
  expect(said("bind = ['0.0.0.0:80', 'unix:/run/a.sock']", 'bind')?.texts).toEqual(['0.0.0.0:80', 'unix:/run/a.sock']);
  expect(said('if True:\n    workers = 2 * 2 + 1\nelse:\n    workers = 1\n', 'workers')?.texts).toEqual(['5']);
  expect(said('from shared import *\n', 'timeout', {}, { 'etc/shared.py': 'timeout = 20 + 10\n' })?.texts).toEqual([
    '30',
  ]);
  expect(said('preload_app = not False', 'preload_app')?.texts).toEqual(['True']);
  expect(said('bind = None', 'bind')).toBeUndefined();
  expect(said('workers = 3', 'bind')).toBeUndefined();
});

test('places are those of the file itself', () => {
  const setting = said("import os\nbind = '127.0.0.1' + ':8000'\n", 'bind');
  expect(setting?.at).toMatchObject({ path: 'etc/gunicorn.conf.py', start: { line: 2 } });
});

test('a variable that is given is used, and one that may be given leaves the value open, with the reason', () => {
  const text = "import os\nbind = '0.0.0.0:' + os.environ.get('PORT', '8000')\n";
  expect(said(text, 'bind', { PORT: '5000' })?.texts).toEqual(['0.0.0.0:5000']);
  expect(said(text, 'bind')?.texts).toBeUndefined();
  expect(said(text, 'bind', { PORT: undefined })?.texts).toBeUndefined();
  expect(said("import os\nchdir = os.environ['HOME']\n", 'chdir')?.why).toContain('`HOME`');
  expect(said('import multiprocessing\nworkers = multiprocessing.cpu_count() * 2 + 1\n', 'workers')).toMatchObject({
    texts: undefined,
    why: expect.stringMatching(/./),
  });
  expect(said("import os\nif os.environ.get('LOCAL'):\n    bind = '127.0.0.1:1'\n", 'bind')?.texts).toBeUndefined();
  // Where the repository lies on the server, nobody knows.
  expect(said('import os\nchdir = os.path.dirname(os.path.abspath(__file__))\n', 'chdir')?.texts).toBeUndefined();
});

test('without an evaluator, and of what is no Python, nothing is known', () => {
  const bare = createFactReader([given(project, projectOf({}))]);
  expect(bare(pythonFiles)('gunicorn.conf.py', new Map())).toMatchObject({ open: expect.stringMatching(/./) });
  for (const text of ['bind = (', '\0', 'raise SystemExit', "import nowhere\nbind = '127.0.0.1:1'"])
    expect(() => said(text, 'bind')).not.toThrow();
});

const image = 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\n';

test('a container serves, binds and starts where the file says', () => {
  const read = facts(
    {
      Dockerfile: `${image}CMD ["gunicorn"]\n`,
      'manage.py': '',
      'src/config/wsgi.py': 'application = 1\n',
      'gunicorn.conf.py':
        "name = 'config'\nwsgi_app = name + '.wsgi:application'\nchdir = 'src'\nraw_env = ['A=1', f'DJANGO_SETTINGS_MODULE={name}.prod']\nbind = '0.0.0.0:' + str(9000)\nforwarded_allow_ips = '*'\n",
    },
    'docker',
  );
  const [process] = read(deployment).processes;
  expect(process).toMatchObject({
    application: 'config.wsgi:application',
    directory: 'src',
    settings: { module: 'config.prod', at: { path: 'gunicorn.conf.py', start: { line: 4 } } },
  });
  expect(read(containers).all[0]?.server?.bind.map(({ text }) => text)).toEqual(['0.0.0.0:9000']);
  expect(read(deployment).traits.get('forwarded-proto-trusted')).toMatchObject({ path: 'gunicorn.conf.py' });
});

test('what the server is told of settings is nothing that another program of its container hears', () => {
  const settingsOf = (command: string, file: string) => {
    const texts = {
      Dockerfile: `${image}ENV MODE=1\nCMD python manage.py migrate && ${command}\n`,
      'manage.py': '',
      'gunicorn.conf.py': file,
    };
    return facts(texts, 'docker')(deployment).processes.map(({ name, settings }) => [name, settings?.module]);
  };
  const file = "raw_env = ['DJANGO_SETTINGS_MODULE=shop.prod']\n";
  const apart = [
    ['web', 'shop.prod'],
    ['web: migrate', undefined],
  ];
  expect(settingsOf('gunicorn shop.wsgi', file)).toEqual(apart);
  expect(settingsOf('gunicorn --env DJANGO_SETTINGS_MODULE=shop.prod shop.wsgi', '')).toEqual(apart);
});

test('the command line goes before the file', () => {
  const read = facts(
    {
      Dockerfile: `${image}CMD ["gunicorn", "-b", "0.0.0.0:80", "config.wsgi"]\n`,
      'manage.py': '',
      'gunicorn.conf.py': "bind = '127.0.0.1:8000'\nwsgi_app = 'other.wsgi'\nworker_class = 'gevent'\n",
    },
    'docker',
  );
  expect(read(containers).all[0]?.server?.bind.map(({ text }) => text)).toEqual(['0.0.0.0:80']);
  expect(read(deployment).processes[0]).toMatchObject({
    application: 'config.wsgi:application',
    workerClass: { name: 'gevent', at: { path: 'gunicorn.conf.py', start: { line: 3 } } },
  });
});

test('a platform and a service of a server read it as well', () => {
  const conf = { 'gunicorn.conf.py': "import os\nworkers = 2\nraw_env = ['DJANGO_SETTINGS_MODULE=shop.' + 'prod']\n" };
  const heroku = facts({ Procfile: 'web: gunicorn shop.wsgi\n', ...conf }, 'heroku');
  expect(heroku(deployment).processes[0]?.settings).toMatchObject({ module: 'shop.prod' });
  expect(heroku(deployment).traits.has('forwarded-proto-trusted')).toBe(true);
  const unit = '[Service]\nWorkingDirectory=/srv/shop\nExecStart=/srv/shop/venv/bin/gunicorn shop.wsgi\n';
  const server = facts({ 'deploy/shop.service': unit, 'manage.py': '', ...conf }, 'nginx-gunicorn');
  expect(server(deployment).processes[0]?.settings).toMatchObject({ module: 'shop.prod' });
});
