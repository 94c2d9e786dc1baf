/** The checklists: made of this project's own names, with commands that run as printed. */
import type { Profile } from '@django-golive/core';
import { heroku, pythonanywhere } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, tryRule, Unknown } from './heroku-pythonanywhere-given.js';

const listOf = (
  profile: Profile,
  rule: string,
  files: Readonly<Record<string, string>>,
  values: Readonly<Record<string, Plain>> = {},
  required: readonly string[] = [],
) => tryRule(profile, rule, files, values, { required }).checklist;

const postgres = { DATABASES: { default: { ENGINE: 'django.db.backends.postgresql', HOST: 'x.test' } } };

describe('of Heroku', () => {
  const list = (
    files: Readonly<Record<string, string>>,
    values: Readonly<Record<string, Plain>> = {},
    required: readonly string[] = [],
  ) => listOf(heroku, 'heroku/procfile-missing', files, values, required);

  test('names the settings module, the script, the processes and the domain of the project', () => {
    const items = list(
      { Procfile: 'web: gunicorn a.wsgi\nworker: celery -A a worker\n', 'src/manage.py': '' },
      { ...postgres, ALLOWED_HOSTS: ['www.shop.test', 'shop.herokuapp.com'] },
      ['SECRET_KEY'],
    );
    const commands = items.flatMap((item) => item.commands);
    expect(commands).toContain('heroku run --exit-code -- python src/manage.py check --deploy');
    expect(commands).toContain('heroku config:set DJANGO_SETTINGS_MODULE=config.settings');
    expect(commands).toContain('heroku ps:scale worker=1');
    expect(commands).toContain('heroku addons:create heroku-postgresql:essential-0');
    expect(items.find(({ id }) => id === 'config-vars')?.text).toContain('`SECRET_KEY`');
    // Whatever begins with a dash is the command line's own until `--` comes.
    expect(commands).toContain('heroku run --exit-code -- python src/manage.py migrate --noinput');
    for (const command of commands) expect(command).not.toMatch(/^heroku run (?!.* -- )[^-].* -/);
    expect(items.find(({ id }) => id === 'migrate')?.text).toContain(
      '`release: python src/manage.py migrate --noinput`',
    );
    // No certificate comes before the DNS record.
    expect(items.find(({ id }) => id === 'domain')?.commands).toEqual([
      'heroku domains:add www.shop.test',
      'heroku domains',
      'heroku domains:wait www.shop.test',
      'heroku certs:auto:enable --wait',
    ]);
  });

  test('waits for add-ons, and restores a backup beside the database', () => {
    const commands = list({ 'manage.py': '', Procfile: 'web: gunicorn a.wsgi\n' }, postgres, ['REDIS_URL'])
      .flatMap((item) => item.commands)
      .join('\n');
    expect(commands).toMatch(/^heroku login$/m);
    expect(commands).toContain('heroku-postgresql:essential-0\nheroku pg:wait\n');
    // With one argument it would take the database for the name of a backup.
    expect(commands).toContain('heroku pg:backups:restore "$(heroku pg:backups:url)" RESTORED_URL');
    expect(commands).toContain('heroku ps\nheroku open\nheroku logs');
  });

  test('collects as the build does, and looks for what stops it', () => {
    const items = list({ 'manage.py': '' });
    // A dry run leaves out what follows, in which files that styles name are missed.
    expect(items.find(({ id }) => id === 'static-files')?.commands).toEqual([
      'python manage.py collectstatic --noinput --settings=config.settings',
    ]);
    const [search = ''] = items.find(({ id }) => id === 'clean-tree')?.commands ?? [];
    const pattern = new RegExp(/'(.*)'$/.exec(search)?.[1] ?? '');
    for (const path of ['.venv/pyvenv.cfg', 'venv/bin/python', '.heroku/python/bin/python', '.env', 'deploy/.env'])
      expect(path).toMatch(pattern);
    for (const path of ['venv.md', '.env.example', 'docs/venv/index.md', '.heroku/other'])
      expect(path).not.toMatch(pattern);
  });

  test('names the release line of the Python where no `.python-version` does', () => {
    const item = (files: Readonly<Record<string, string>>) =>
      listOf(heroku, 'heroku/runtime-txt', { 'manage.py': '', ...files }).find(({ id }) => id === 'python-version');
    const requirements = 'Django==5.2.1\n';
    const commit = "git commit -m 'Name the Python release line'";
    expect(item({ 'requirements.txt': requirements, 'runtime.txt': 'python-3.11.6\n' })).toMatchObject({
      state: 'failed',
      commands: ['git rm runtime.txt', 'echo 3.11 > .python-version', 'git add .python-version', commit],
    });
    expect(item({ 'requirements.txt': requirements })?.commands).toEqual([
      'echo 3.13 > .python-version',
      'git add .python-version',
      commit,
    ]);
    // Heroku has dropped both.
    expect(item({ 'requirements.txt': requirements, 'runtime.txt': 'python-3.9.1\n' })?.commands).toEqual([]);
    expect(item({ 'requirements.txt': 'Django==3.0.7\n' })?.commands).toEqual([]);
    expect(item({ 'requirements.txt': requirements, '.python-version': '3.13\n' })?.commands).toEqual([]);
  });

  test('attaches every domain that visitors may ask for', () => {
    const domain = list({}, { ALLOWED_HOSTS: ['shop.test', 'www.shop.test', 'shop.herokuapp.com'] }).find(
      ({ id }) => id === 'domain',
    );
    expect(domain?.text).toContain('Attach the domains `shop.test`, `www.shop.test`,');
    expect(domain?.commands).toEqual([
      'heroku domains:add shop.test',
      'heroku domains:add www.shop.test',
      'heroku domains',
      'heroku domains:wait shop.test',
      'heroku domains:wait www.shop.test',
      'heroku certs:auto:enable --wait',
    ]);
  });

  test('takes no workspace of an editor or a tunnel for a domain of the site', () => {
    const items = (hosts: readonly string[]) => {
      const all = list({}, { ALLOWED_HOSTS: [...hosts, 'shop-d3f5.herokuapp.com'] });
      return [
        all.find(({ id }) => id === 'domain')?.commands[0],
        all.find(({ id }) => id === 'https')?.commands[0]?.slice(0, 22),
      ];
    };
    for (const host of [
      '8000-user-shop-07cycinontc.ws.codeinstitute-ide.net',
      '8000-user-shop-abc123.ws-eu110.gitpod.io',
      'fluffy-8000.app.github.dev',
      '4f2a.ngrok-free.app',
    ])
      expect(items([host]), host).toEqual([undefined, 'curl -sI "$(heroku inf']);
    expect(items(['shop.test'])).toEqual(['heroku domains:add shop.test', 'curl -sI http://shop.t']);
  });

  test('asks for a bucket only where files are uploaded, and the settings know no other storage', () => {
    const bucket = (field: string, text = '') => {
      const values = { MEDIA_ROOT: '/app/media', INSTALLED_APPS: ['shop'] };
      const files = { 'manage.py': '', 'config/settings.py': text };
      const items = tryRule(heroku, 'heroku/procfile-missing', files, values, { field }).checklist;
      return ['config-vars', 'media'].map((id) => items.find((one) => one.id === id)?.text);
    };
    const outlives = 'An upload is still there after a restart.';
    expect(bucket('ImageField')).toEqual([expect.stringContaining('`AWS_STORAGE_BUCKET_NAME`'), outlives]);
    expect(
      bucket('ImageField', "if BUCKET:\n    STORAGES = {'default': {'BACKEND': 'storages.backends.s3'}}\n"),
    ).toEqual([undefined, outlives]);
    expect(bucket('TextField')).toEqual([undefined, undefined]);
  });

  test('says what the way back takes back', () => {
    const way = (release: string): string | undefined =>
      list({ Procfile: `${release}web: gunicorn a.wsgi\n` }).find(({ id }) => id === 'rollback')?.text;
    expect(way('')).toContain('code and config vars, but no migrations and no add-ons.');
    expect(way('release: python manage.py migrate\n')).toContain('runs the release phase again');
  });

  test('admits the hosts of the app, and sets what mended settings read', () => {
    const vars = (values: Readonly<Record<string, Plain>>, reads = {}, required: readonly string[] = []) =>
      tryRule(heroku, 'heroku/procfile-missing', { 'manage.py': '' }, values, { reads, required }).checklist.find(
        ({ id }) => id === 'config-vars',
      );
    const key = 'SECRET_KEY="$(python -c \'import secrets; print(secrets.token_urlsafe(64))\')"';
    expect(vars({ SECRET_KEY: 'spelt-out', ALLOWED_HOSTS: ['localhost'] })).toMatchObject({
      text: "Set `SECRET_KEY`, `ALLOWED_HOSTS`, which the settings read once they are mended. The router passes on the app's own hosts alone, so `*` is safe here.",
      commands: [`heroku config:set ${key} ALLOWED_HOSTS='*'`],
    });
    const given = { ALLOWED_HOSTS: ['SITE_HOSTS'] };
    expect(vars({ ALLOWED_HOSTS: ['example.com'] }, given, ['SITE_HOSTS', 'TOKEN'])?.commands).toEqual([
      "heroku config:set SITE_HOSTS='*'",
      'heroku config:edit',
    ]);
    // A name that other settings make addresses of takes no star.
    expect(vars({ ALLOWED_HOSTS: new Unknown('DOMAIN') }, { ALLOWED_HOSTS: ['DOMAIN'] }, ['DOMAIN'])?.commands).toEqual(
      ['heroku config:edit'],
    );
    for (const hosts of [['*'], ['.herokuapp.com'], ['www.shop.test']])
      expect(vars({ ALLOWED_HOSTS: hosts }, given)).toBeUndefined();
  });

  test('sets what app.json declares, which `heroku create` does not read, and what no other step sets', () => {
    const app = {
      env: { SECRET_KEY: { generator: 'secret' }, STAGE: 'live', EXTRA: { required: false }, REDIS_URL: '' },
    };
    const items = list(
      { Procfile: 'web: gunicorn a.wsgi\n', 'manage.py': '', 'app.json': JSON.stringify(app) },
      postgres,
      ['DATABASE_URL', 'TOKEN'],
    );
    expect(items.find(({ id }) => id === 'config-vars')).toMatchObject({
      text: 'Set the config vars that app.json and the settings need: `TOKEN`, `SECRET_KEY`, `STAGE`.',
      commands: [expect.stringMatching(/^heroku config:set SECRET_KEY="/), 'heroku config:edit'],
    });
    expect(items.find(({ id }) => id === 'push')?.text).toBe(
      'Push what is committed: the build installs and collects.',
    );
  });

  test('leaves out what the project does not have', () => {
    const step = (web: string, more = {}) =>
      list({ Procfile: `web: ${web}\n`, 'manage.py': '', ...more }).find(({ id }) => id === 'migrate');
    expect(step('gunicorn a.wsgi')?.commands).toEqual(['heroku run --exit-code -- python manage.py migrate --noinput']);
    expect(step('python manage.py migrate && gunicorn a.wsgi')?.text).toMatch(/^Each web dyno has migrated/);
    expect(step('bash run.sh', { 'run.sh': 'python manage.py migrate\nexec gunicorn a.wsgi\n' })?.commands).toEqual([
      'heroku run --exit-code -- python manage.py showmigrations --plan',
    ]);
    const items = list({ Procfile: 'release: python manage.py migrate\nweb: gunicorn a.wsgi\n', 'manage.py': '' });
    expect(items.map(({ id }) => id)).not.toContain('scale');
    expect(items.map(({ id }) => id)).not.toContain('redis');
    expect(items.find(({ id }) => id === 'migrate')?.commands).toEqual(['heroku releases:output']);
  });

  test('ticks only what the rules prove, and unticks what one of them refutes', () => {
    const state = (rule: string, id: string, files: Readonly<Record<string, string>>): string | undefined =>
      listOf(heroku, rule, { 'manage.py': '', ...files }).find((item) => item.id === id)?.state;
    // Two of three rules were not run here: nothing is proved.
    expect(state('heroku/procfile-missing', 'start-files', { Procfile: 'web: gunicorn a.wsgi\n' })).toBe('open');
    expect(state('heroku/procfile-missing', 'start-files', {})).toBe('failed');
    expect(state('heroku/web-module-missing', 'start-files', { Procfile: 'web: gunicorn a.wsgi\n' })).toBe('failed');
    const release = { Procfile: 'release: python manage.py migrate\nweb: gunicorn a.wsgi\n' };
    expect(state('heroku/migrations-not-released', 'migrate', release)).toBe('open');
  });

  test('attaches a database to settings that ask for its variable', () => {
    const items = listOf(heroku, 'heroku/procfile-missing', { 'manage.py': '' }, {}, ['DATABASE_URL']);
    expect(items.find(({ id }) => id === 'database')?.commands).toContain(
      'heroku addons:create heroku-postgresql:essential-0',
    );
  });

  test('quotes names that a shell would read otherwise', () => {
    const commands = list({ 'my $(site)/manage.py': '' }).flatMap((item) => item.commands);
    expect(commands).toContain("heroku run --exit-code -- python 'my $(site)/manage.py' check --deploy");
  });

  test('asks for the container stack, and for no file of a build pack, where heroku.yml builds images', () => {
    const items = list({ 'heroku.yml': 'build:\n  docker:\n    web: Dockerfile\n', Dockerfile: '', 'manage.py': '' });
    expect(items.find(({ id }) => id === 'create')?.commands).toEqual(['heroku create --stack container']);
    expect(items.map(({ id }) => id)).not.toContain('package-file');
    expect(items.map(({ id }) => id)).not.toContain('python-version');
  });

  test('has each item once, with phases in order', () => {
    const items = list({ Procfile: 'web: gunicorn a.wsgi' }, postgres).filter(({ id }) => !id.startsWith('question-'));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const order = items.map(({ phase }) => ['before', 'during', 'after'].indexOf(phase));
    expect(order).toEqual([...order].sort());
  });
});

describe('of PythonAnywhere', () => {
  const list = (
    files: Readonly<Record<string, string>>,
    values: Readonly<Record<string, Plain>> = {},
    required: readonly string[] = [],
  ) => listOf(pythonanywhere, 'pythonanywhere/relative-path', files, values, required);

  test('names the directory, the requirements file, the mappings and the host of the project', () => {
    const items = list(
      {
        'manage.py': '',
        'requirements.txt': 'django==5.2\n',
        '.python-version': '3.12\n',
        'shop_pythonanywhere_com_wsgi.py': "import sys\nsys.path.insert(0, '/home/shop/site')\n",
      },
      {
        ALLOWED_HOSTS: ['shop.pythonanywhere.com'],
        STATIC_URL: '/static/',
        STATIC_ROOT: '/home/shop/site/static',
        MEDIA_URL: '/media/',
        MEDIA_ROOT: '/home/shop/site/media',
      },
      ['SECRET_KEY'],
    );
    const commands = items.flatMap((item) => item.commands);
    expect(commands).toContain('mkvirtualenv project-venv --python=python3.12');
    expect(commands).toContain('pip install --no-cache-dir -r /home/shop/site/requirements.txt');
    expect(commands).toContain('touch /home/shop/site/.env && chmod 600 /home/shop/site/.env');
    expect(commands).toContain('touch /var/www/shop_pythonanywhere_com_wsgi.py');
    expect(commands).toContain('curl -sI https://shop.pythonanywhere.com/');
    expect(items.find(({ id }) => id === 'static-mapping')?.text).toBe(
      'Map `/static/` to `/home/shop/site/static` on the Web tab.',
    );
    expect(items.find(({ id }) => id === 'media-mapping')?.text).toContain('`/media/`');
  });

  test('puts the environment file where the settings read it', () => {
    const read = 'import environ\nenviron.Env.read_env()\n';
    const items = list({ 'manage.py': '', 'config/settings.py': read }, {}, ['SECRET_KEY']);
    expect(items.find(({ id }) => id === 'environment')?.commands).toEqual([
      "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
      'git -C ~/project check-ignore -q ~/project/config/.env || echo .env >> ~/project/.git/info/exclude',
      'touch ~/project/config/.env && chmod 600 ~/project/config/.env',
      'nano ~/project/config/.env',
    ]);
  });

  test('prints no command for a host that it does not know', () => {
    const items = list({ 'manage.py': '' });
    expect(items.map(({ id }) => id)).not.toContain('answers');
    expect(items.flatMap((item) => item.commands).join('\n')).not.toMatch(/undefined|<[a-z]+>/);
    expect(items.find(({ id }) => id === 'static-mapping')).toBeUndefined();
  });

  test('writes paths as the server has them, and none that only the reader of the settings has', () => {
    const values = {
      STATIC_URL: '/static/',
      STATIC_ROOT: '/golive-above-2/golive-above-1/golive-root/staticfiles',
      MEDIA_ROOT: 'media',
    };
    const copy = { 'shop_pythonanywhere_com_wsgi.py': "import sys\nsys.path.insert(0, '/home/shop/site')\n" };
    const text = (files: Readonly<Record<string, string>>, id: string): string | undefined =>
      list({ 'manage.py': '', ...files }, values).find((item) => item.id === id)?.text;
    expect(text(copy, 'static-mapping')).toBe('Map `/static/` to `/home/shop/site/staticfiles` on the Web tab.');
    expect(text({}, 'static-mapping')).toBe(
      'Map `/static/` to the directory `staticfiles` of the project on the Web tab.',
    );
    expect(text(copy, 'media-mapping')).toContain('the directory of `MEDIA_ROOT`');
    const asked = listOf(pythonanywhere, 'pythonanywhere/static-mapping-unseen', { 'manage.py': '', ...copy }, values);
    expect(asked.map((item) => item.text).join('\n')).not.toMatch(/<ROOT>|golive-root/);
    expect(asked.map((item) => item.text).join('\n')).toContain('/home/shop/site/staticfiles');
  });

  test('takes a Python that the declared Django supports', () => {
    const commands = (requirements: string): string =>
      list({ 'manage.py': '', 'requirements.txt': requirements })
        .flatMap((item) => item.commands)
        .join('\n');
    expect(commands('django==4.2.8\n')).toContain('--python=python3.12');
    expect(commands('django==5.2.1\n')).toContain('--python=python3.13');
    expect(commands('requests==2.32.0\n')).not.toContain('--python=');
  });

  test('ticks nothing that only the Web tab shows', () => {
    const items = list({ 'manage.py': '' }, { STATIC_URL: '/static/', STATIC_ROOT: '/home/shop/site/static' });
    expect(items.filter(({ state }) => state === 'settled').map(({ id }) => id)).toEqual(['paths']);
  });
});
