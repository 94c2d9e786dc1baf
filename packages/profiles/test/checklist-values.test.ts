/** Values that the settings read on a target without an environment: the checklist places them, and remedies say where. */
import { recommended, resolve, type Verdict } from '@django-golive/core';
import { apacheUbuntu, pythonanywhere } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { retold, withoutEnvironment } from '../src/core-rules.js';
import { type Plain, tryRule } from './heroku-pythonanywhere-given.js';

type Files = Readonly<Record<string, string>>;

const onPythonAnywhere = (files: Files, values: Readonly<Record<string, Plain>> = {}) => {
  const how = { required: ['SECRET_KEY'] };
  const items = tryRule(pythonanywhere, 'pythonanywhere/relative-path', { 'manage.py': '', ...files }, values, how);
  return (id: string) => items.checklist.find((item) => item.id === id);
};
const host =
  '<VirtualHost *:80>\n  ServerName shop.test\n  WSGIDaemonProcess shop python-home=/srv/shop/venv\n  WSGIProcessGroup shop\n  WSGIScriptAlias / /srv/shop/config/wsgi.py\n</VirtualHost>\n';
const onApache = (files: Files, values: Readonly<Record<string, Plain>> = {}) => {
  const how = { required: ['SECRET_KEY'] };
  const given = { 'manage.py': '', 'site.conf': host, 'config/wsgi.py': '', ...files };
  const items = tryRule(apacheUbuntu, 'apache-ubuntu/script-missing', given, values, how);
  return (id: string) => items.checklist.find((item) => item.id === id);
};

describe('on PythonAnywhere', () => {
  const values = { ALLOWED_HOSTS: ['shop.pythonanywhere.com'] };

  test('the file is filled in before a console reads it, and the WSGI file loads it', () => {
    const item = onPythonAnywhere({}, values);
    const place = '/home/shop/project/.env';
    const hook = '~/.virtualenvs/project-venv/bin/postactivate';
    expect(item('environment')?.commands).toEqual([
      "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
      `git -C /home/shop/project check-ignore -q ${place} || echo .env >> /home/shop/project/.git/info/exclude`,
      `touch ${place} && chmod 600 ${place}`,
      `nano ${place}`,
      'pip install --no-cache-dir python-dotenv',
      `echo 'set -a; source ${place}; set +a' >> ${hook}`,
      `source ${hook}`,
    ]);
    // A shell would read `$`, `&` and `#` of a key otherwise.
    expect(item('environment')?.text).toContain("a line `NAME='value'` each");
    expect(item('wsgi-file')?.text).toContain(`\`from dotenv import load_dotenv\` and \`load_dotenv('${place}')\``);
  });

  test('Python is not given the tilde of a shell', () => {
    expect(onPythonAnywhere({})('wsgi-file')?.text).toContain("load_dotenv(os.path.expanduser('~/project/.env'))");
  });

  test('a task has them by way of the virtualenv, and not of itself', () => {
    expect(onPythonAnywhere({})('environment')?.text).toContain('web app and consoles `SECRET_KEY`, from');
    expect(onPythonAnywhere({})('environment')?.text).toContain(
      'begins with `source virtualenvwrapper.sh && workon project-venv &&`.',
    );
    const script = 'cd ~/shop\ngit pull\nsource env/bin/activate\npython manage.py migrate\n';
    expect(onPythonAnywhere({ 'deploy.sh': script })('environment')?.text).toMatch(
      /begins with `source \S+\/env\/bin\/activate &&`/,
    );
  });

  test('git is told to leave the file alone where no line of the project does', () => {
    const first = (ignore: string) => onPythonAnywhere({ '.gitignore': ignore })('environment')?.commands[1];
    for (const ignore of ['venv/\n', '.env.example\n', '# .env\n', '!.env\n'])
      expect(first(ignore)).toContain('git -C ~/project check-ignore -q ~/project/.env || ');
    for (const ignore of ['.env\n', 'venv/\r\n/.env\r\n', '*.env\n', '**/.env\n', '.env*\n'])
      expect(first(ignore)).toContain('touch ');
  });

  test('a database that is a file is made by migrating', () => {
    const text = (engine: string) =>
      onPythonAnywhere({}, { DATABASES: { default: { ENGINE: `django.db.backends.${engine}` } } })('database')?.text;
    expect(text('sqlite3')).toBe('Migrate the database.');
    expect(text('mysql')).toContain('on the Databases tab');
  });

  test("the Web tab's own changes are taken by its button", () => {
    const item = onPythonAnywhere({}, values)('reload');
    expect(item?.text).toContain('with the button of the Web tab');
    expect(item?.text).toContain('later deployment of code alone the command');
  });

  test('settings that load the file need no help', () => {
    const item = onPythonAnywhere({ 'config/settings.py': 'from decouple import config\n' }, values);
    expect(item('environment')?.commands).toHaveLength(4);
    expect(item('environment')?.text).toContain('Give the web app, consoles and tasks `SECRET_KEY`');
    expect(item('wsgi-file')?.text).not.toContain('dotenv');
  });
});

describe('the account on PythonAnywhere', () => {
  const engine = 'django.db.backends.mysql';

  test('is the one of the database, where no host names it', () => {
    const item = (HOST: string) =>
      onPythonAnywhere(
        {},
        { ALLOWED_HOSTS: ['.pythonanywhere.com'], DATABASES: { default: { ENGINE: engine, HOST } } },
      );
    const here = item('kun7.mysql.pythonanywhere-services.com');
    expect(here('code')?.text).toContain('`/home/kun7/project`');
    expect(here('answers')?.commands).toContain('curl -sI https://kun7.pythonanywhere.com/');
    expect(here('error-log')?.commands).toEqual(['tail -n 50 /var/log/kun7.pythonanywhere.com.error.log']);
    expect(here('reload')?.commands).toEqual(['touch /var/www/kun7_pythonanywhere_com_wsgi.py']);
    const europe = item('kun7.mysql.eu.pythonanywhere-services.com');
    expect(europe('answers')?.commands).toContain('curl -sI https://kun7.eu.pythonanywhere.com/');
  });

  test('has the project where the settings look for it, and not where a developer does', () => {
    const code = (values: Readonly<Record<string, Plain>>) =>
      onPythonAnywhere({}, { ALLOWED_HOSTS: ['kay99.pythonanywhere.com'], ...values })('code')?.text;
    expect(code({ BASE_DIR: '/home/kay99/back_end/' })).toContain('`/home/kay99/back_end`');
    expect(code({ BASE_DIR: '/home/ann/work/back_end' })).toContain('`/home/kay99/project`');
  });
});

describe('behind Apache', () => {
  test('the scripts load a file that is there before any command needs it', () => {
    const item = onApache({});
    expect(item('variables')?.commands).toEqual([
      "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
      '/srv/shop/venv/bin/pip install python-dotenv',
      'git -C /srv/shop check-ignore -q /srv/shop/.env || echo .env >> /srv/shop/.git/info/exclude',
      'touch /srv/shop/.env',
      'sudo chgrp www-data /srv/shop/.env',
      'chmod 640 /srv/shop/.env',
      '"${EDITOR:-nano}" /srv/shop/.env',
    ]);
    expect(item('variables')?.text).toContain('`config/wsgi.py` and `manage.py` begin with');
    expect(item('variables')?.text).toContain("`load_dotenv('/srv/shop/.env')`");
  });

  test('a script that loads one already keeps it', () => {
    const item = onApache({ 'config/wsgi.py': 'from dotenv import load_dotenv\nload_dotenv()\n' });
    expect(item('variables')?.text).toContain('holds `SECRET_KEY`');
    expect(item('variables')?.commands[2]).toBe('touch /srv/shop/.env');
  });
});

describe('a remedy that reads a variable', () => {
  const verdict = (code: string): Verdict => ({
    kind: 'problem',
    message: 'literal',
    about: { at: { path: '', span: { start: 0, end: 0 }, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } },
    data: {},
    remedy: { summary: 'Read it.', code },
  });
  const settings = { files: ['settings.py'] };
  const summary = (code: string, text = '') => {
    const [first] = recommended;
    if (!first) return undefined;
    const rule = withoutEnvironment('Load it.', { ...first, check: () => [verdict(code)] }).at(-1);
    const facts = { settings, project: { file: () => ({ text }) } };
    return rule && 'check' in rule ? [...rule.check(facts as never, {})][0]?.remedy?.summary : undefined;
  };

  test('says what has to load it, and only where the settings do not', () => {
    expect(summary("os.environ['SECRET_KEY']")).toBe('Read it. Load it.');
    expect(summary('SECRET_KEY = 1')).toBe('Read it.');
    // What is off where nothing is set needs no value.
    expect(summary("DEBUG = os.environ.get('DEBUG', '') == 'True'")).toBe('Read it.');
    expect(summary("os.environ['SECRET_KEY']", 'load_dotenv()')).toBe('Read it.');
  });

  test('is that of every rule of core on both targets, and keeps what the target weighs', () => {
    for (const { rules } of [pythonanywhere, apacheUbuntu]) {
      const here = resolve([...recommended, ...rules]);
      const rule = here.find((entry) => entry.rule.id === 'settings/secret-key-hardcoded')?.rule;
      expect(rule).toBeDefined();
      expect(recommended).not.toContain(rule);
    }
    const weighed = resolve([...recommended, ...pythonanywhere.rules]).find(
      ({ rule }) => rule.id === 'settings/allowed-hosts-local-only',
    );
    expect(weighed?.severity).toBe('critical');
    expect(recommended).not.toContain(weighed?.rule);
    expect(retold(recommended, (verdicts) => verdicts)).toHaveLength(recommended.length);
  });
});
