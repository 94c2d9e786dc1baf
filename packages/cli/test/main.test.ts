import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TargetComparison } from '@django-golive/core';
import { parseReport } from '@django-golive/core/schema';
import { afterAll, describe, expect, test } from 'vitest';
import { knownTargets } from '../src/choose-target.js';
import { bearClosedPipe, run } from '../src/main.js';

const made: string[] = [];
afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

function directoryOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'golive-main-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function golive(...argv: string[]): Promise<Ran> {
  let out = '';
  let error = '';
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    columns: 100,
    color: false,
  });
  expect(out + error).not.toMatch(/^\s+at .*:\d+:\d+/m);
  return { code, out, error };
}

const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n";
const settings =
  "DEBUG = True\nSECRET_KEY = 'an-unguessable-key-of-more-than-fifty-characters-0123456789'\nALLOWED_HOSTS = []\n";
const shop = {
  'manage.py': manage,
  'shop/__init__.py': '',
  'shop/settings.py': settings,
  'requirements.txt': 'Django==5.2.8\n',
};

describe('an audit', () => {
  test('ends with 1 and a report when there is something to mend', async () => {
    const { code, out } = await golive(directoryOf(shop));
    expect(code).toBe(1);
    expect(out).toContain('NOT READY');
    expect(out).toContain('settings/debug-enabled');
    expect(out).not.toContain('unguessable');
  });

  test('ends with 0 when nothing is as bad as --fail-on', async () => {
    expect((await golive(directoryOf(shop), '--fail-on', 'never')).code).toBe(0);
  });

  test('writes every format into its file, and each is what it says', async () => {
    const root = directoryOf(shop);
    const file = (name: string): string => join(root, name);
    const { code, out } = await golive(
      root,
      '-f',
      `json=${file('r.json')}`,
      '-f',
      `sarif=${file('r.sarif')}`,
      '-f',
      `markdown=${file('r.md')}`,
    );
    expect([code, out]).toEqual([1, '']);
    const report = parseReport(JSON.parse(readFileSync(file('r.json'), 'utf8')));
    expect(report.findings.some((finding) => finding.rule === 'settings/debug-enabled')).toBe(true);
    expect(JSON.parse(readFileSync(file('r.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(file('r.md'), 'utf8')).toContain('# Production readiness of');
    for (const name of ['r.json', 'r.sarif', 'r.md'])
      expect(readFileSync(file(name), 'utf8')).not.toContain('unguessable');
  });

  test('with a baseline fails only for what is new', async () => {
    const root = directoryOf(shop);
    const first = await golive(root, '-f', 'json');
    const baseline = join(directoryOf({ 'baseline.json': first.out }), 'baseline.json');
    expect((await golive(root, '--baseline', baseline)).code).toBe(0);
    writeFileSync(
      join(root, 'shop/settings.py'),
      `${settings}SESSION_COOKIE_HTTPONLY = False\nMIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware']\nINSTALLED_APPS = ['django.contrib.sessions']\n`,
    );
    expect((await golive(root, '--baseline', baseline)).code).toBe(1);
  });

  test('takes variables from files and words, words last', async () => {
    const root = directoryOf({
      ...shop,
      'shop/settings.py':
        "import os\nDEBUG = os.environ['D'] == 'on'\nSECRET_KEY = os.environ['K']\nALLOWED_HOSTS = ['a.test']\n",
    });
    const env = join(directoryOf({ 'x.env': "# values\nexport D='on'\nK=k\n" }), 'x.env');
    const debug = async (...argv: string[]) =>
      JSON.parse((await golive('settings', root, 'DEBUG', '-f', 'json', '--env-file', env, ...argv)).out).settings
        .DEBUG;
    expect(await debug()).toMatchObject({ known: true, value: true });
    expect(await debug('-e', 'D=off')).toMatchObject({ known: true, value: false });
  });
});

describe('several targets', () => {
  const site = {
    ...shop,
    'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n',
    'shop/settings.py':
      "import os\nDEBUG = False\nSECRET_KEY = os.environ['SECRET_KEY']\nALLOWED_HOSTS = ['shop.acme.io']\n",
    Dockerfile:
      'FROM python:3.13-slim\nCOPY . /app\nWORKDIR /app\nUSER 1000\nCMD ["gunicorn", "-b", "0.0.0.0:8000", "shop.wsgi"]\n',
    Procfile: 'web: python manage.py runserver 0.0.0.0:$PORT\n',
    'requirements.txt': 'Django==5.2.18\ngunicorn==23.0.0\n',
  };
  const reportsOf = (text: string) => (JSON.parse(text) as readonly unknown[]).map(parseReport);

  test('get a report each, the same that each alone would get', async () => {
    const root = directoryOf(site);
    const { out } = await golive(root, '-t', 'docker', '-t', 'heroku', '-t', 'docker', '-f', 'json');
    const reports = reportsOf(out);
    expect(reports.map(({ target }) => [target.id, target.chosen])).toEqual([
      ['docker', 'named'],
      ['heroku', 'named'],
    ]);
    for (const report of reports)
      expect(report).toEqual(parseReport(JSON.parse((await golive(root, '-t', report.target.id, '-f', 'json')).out)));
  });

  test('are one run each in SARIF, told apart by their category', async () => {
    const { out } = await golive(directoryOf(site), '-t', 'docker', '-t', 'heroku', '-f', 'sarif');
    const { runs } = JSON.parse(out) as { readonly runs: readonly { readonly automationDetails: unknown }[] };
    expect(runs.map((run) => run.automationDetails)).toEqual([{ id: 'golive/docker/' }, { id: 'golive/heroku/' }]);
  });

  test('stand one after another for people', async () => {
    const root = directoryOf(site);
    for (const [format, title] of [
      ['terminal', /^golive \S+ {2}\S+ for (Docker|Heroku)$/gm],
      ['markdown', /^# Production readiness of \S+ for (Docker|Heroku)$/gm],
    ] as const) {
      const { out } = await golive(root, '-t', 'docker', '-t', 'heroku', '-f', format);
      expect([...out.matchAll(title)].map(([, target]) => target)).toEqual(['Docker', 'Heroku']);
    }
  });

  test('end as the worst of them does', async () => {
    const root = directoryOf(site);
    const code = async (...targets: string[]) =>
      (await golive(root, '--fail-on', 'critical', ...targets.flatMap((target) => ['-t', target]))).code;
    expect([await code('docker'), await code('heroku'), await code('docker', 'heroku')]).toEqual([0, 1, 1]);
  });

  test('are each compared with their own report of the baseline', async () => {
    const root = directoryOf(site);
    const first = await golive(root, '-t', 'docker', '-t', 'heroku', '-f', 'json');
    const baseline = join(directoryOf({ 'b.json': first.out }), 'b.json');
    expect((await golive(root, '-t', 'heroku', '-t', 'docker', '--baseline', baseline)).code).toBe(0);
    const [docker] = reportsOf(first.out);
    const only = join(directoryOf({ 'b.json': JSON.stringify([docker]) }), 'b.json');
    const again = parseReport(JSON.parse((await golive(root, '-t', 'heroku', '--baseline', only, '-f', 'json')).out));
    expect(again.findings.find(({ rule }) => rule === 'heroku/development-server')?.status).toBe('open');
  });
});

describe('the checklist', () => {
  const site = { ...shop, Procfile: 'web: gunicorn shop.wsgi\n' };

  test('is markdown in the order of the deployment, for the target that shows or that is named', async () => {
    const root = directoryOf(site);
    const { code, out } = await golive('checklist', root);
    expect(code).toBe(0);
    expect(out).toMatch(/^# Checklist of \S+ for Heroku\n/);
    const order = [
      '## Before',
      '**Critical.**',
      '## During',
      'heroku create',
      'check --deploy',
      '## After',
      'heroku logs',
    ];
    const places = order.map((words) => out.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect((await golive('checklist', root, '-t', 'docker', '-t', 'fly')).out.match(/^# .*/gm)).toEqual([
      expect.stringContaining('for Docker'),
      expect.stringContaining('for Fly.io'),
    ]);
  });

  test('goes to a file like any report', async () => {
    const root = directoryOf(site);
    expect((await golive('checklist', root, '-f', `markdown=${join(root, 'list.md')}`)).out).toBe('');
    expect(readFileSync(join(root, 'list.md'), 'utf8')).toMatch(/^# Checklist of /);
  });

  test('needs a target', async () => {
    const root = directoryOf(shop);
    for (const argv of [[root], [root, '-t', 'none']]) {
      const { code, error } = await golive('checklist', ...argv);
      expect([code, error]).toEqual([2, expect.stringMatching(/name (one|a target): --target apache-ubuntu, docker/)]);
    }
    expect((await golive('checklist', root, '-f', 'sarif')).error).toContain('writes markdown');
  });
});

describe('the comparison of targets', () => {
  const site = { ...shop, Procfile: 'web: gunicorn shop.wsgi\n' };

  test('has every target once, the one with files first, and fails nothing', async () => {
    const { code, out } = await golive('targets', directoryOf(site), '-f', 'json');
    const { targets, everywhere } = JSON.parse(out) as TargetComparison;
    expect(code).toBe(0);
    expect(targets.map(({ id }) => id).sort()).toEqual(
      knownTargets()
        .map(({ id }) => id)
        .sort(),
    );
    expect(targets[0]).toMatchObject({ id: 'heroku', reasons: [{ location: { path: 'Procfile' } }] });
    expect(everywhere.map(({ rule }) => rule)).toContain('settings/debug-enabled');
  });

  test('has the targets that are named, in words', async () => {
    const root = directoryOf(site);
    const { out } = await golive(
      'targets',
      root,
      '-t',
      'docker',
      '-t',
      'heroku',
      '-f',
      `markdown=${join(root, 'c.md')}`,
    );
    expect(out).toBe('');
    const headings = readFileSync(join(root, 'c.md'), 'utf8').match(/^#+ .*/gm);
    expect(headings).toEqual([
      expect.stringMatching(/^# Where \S+ can run$/),
      '## To mend wherever it runs',
      '## Heroku',
      '## Docker',
    ]);
    expect((await golive('targets', root)).out).toMatch(/^ {2}PythonAnywhere +no /m);
  });
});

describe('whatever it is pointed at', () => {
  test('an empty directory is nothing to audit', async () => {
    const { code, out, error } = await golive(directoryOf({}));
    expect([code, out]).toEqual([3, '']);
    expect(error).toMatch(/^golive: .* is empty: there is nothing to audit\.\n$/);
  });

  test('a repository without Django is nothing to audit', async () => {
    const { code, error } = await golive(directoryOf({ 'main.go': 'package main', 'README.md': 'No Django here' }));
    expect(code).toBe(3);
    expect(error).toContain('no Django project was found');
  });

  test.each([
    ['prose', 'this is not Python at all, it is prose {{ nothing }}\n'],
    ['Python 2', "print 'hello'\nDEBUG = True\n"],
    ['NULs', '\0\0\0\0DEBUG = True\0'],
    ['brackets', '('.repeat(100_000)],
    ['a line', `X = ${'1 + '.repeat(20_000)}1\n`],
  ])('settings of %s end in a report that says Django would not start', async (_what, text) => {
    const { code, out } = await golive(directoryOf({ ...shop, 'shop/settings.py': text }), '-f', 'json');
    const report = parseReport(JSON.parse(out));
    expect([0, 1]).toContain(code);
    if (_what !== 'a line') expect(report.startup.ok).toBe(false);
  });

  test('settings that would run for ever end all the same', async () => {
    const root = directoryOf({ ...shop, 'shop/settings.py': 'x = 0\nwhile True:\n    x += 1\nDEBUG = True\n' });
    expect([0, 1]).toContain((await golive(root)).code);
    const deep = directoryOf({
      ...shop,
      'shop/settings.py':
        'def f(n):\n    return f(n + 1)\nX = f(0)\nDEBUG = False\nL = [0] * 10**12\nS = "a" * 10**12\nN = 10 ** 10 ** 10\n',
    });
    expect([0, 1]).toContain((await golive(deep)).code);
  });

  test('three manage.py: one is chosen, and the report says why', async () => {
    const root = directoryOf({
      ...shop,
      'docs/example/manage.py': manage.replace('shop', 'example'),
      'docs/example/example/settings.py': 'DEBUG = True\n',
      'tests/manage.py': manage.replace('shop', 'tests'),
      'tests/settings.py': 'DEBUG = True\n',
    });
    const report = parseReport(JSON.parse((await golive(root, '-f', 'json')).out));
    expect(report.scenario.module).toBe('shop.settings');
    expect(report.entryPoints.find((entry) => entry.production)?.reason).not.toBe('');
  });

  test('a loop of links and a file of 50 MB leave the rest of the audit as it is', async () => {
    const root = directoryOf({ ...shop, 'shop/big.py': '' });
    truncateSync(join(root, 'shop/big.py'), 50_000_000);
    symlinkSync(root, join(root, 'shop/loop'));
    const { out } = await golive(root, '-f', 'json');
    expect(parseReport(JSON.parse(out)).scenario.module).toBe('shop.settings');
  });

  test('settings of 50 MB are not read, and the report says so', async () => {
    const root = directoryOf(shop);
    truncateSync(join(root, 'shop/settings.py'), 50_000_000);
    const report = parseReport(JSON.parse((await golive(root, '-f', 'json')).out));
    expect(report.startup).toMatchObject({ ok: null, why: expect.stringContaining('was not read') });
    expect(report.findings.filter((finding) => finding.category === 'secrets')).toEqual([]);
    expect(report.notices.map((notice) => notice.text).join()).toContain('larger than 2 MB');
  });
});

describe('wrong words', () => {
  test.each([
    [['/nowhere/at/all'], '/nowhere/at/all does not exist'],
    [['--target', 'moon'], 'There is no target "moon"'],
    [['explain', 'settings/debug-enable'], 'Did you mean settings/debug-enabled'],
    [['a', 'b'], 'one project at a time'],
    [['--baseline', 'package.json'], 'is not a golive JSON report'],
    [['-t', 'docker', '-t', 'moon'], 'There is no target "moon"'],
    [['targets', '-t', 'none'], 'places to deploy to'],
    [['targets', '-f', 'sarif'], 'an audit writes SARIF'],
    [['settings', '.', '-t', 'docker', '-t', 'heroku'], 'one target at a time'],
    [['settings', '.', 'lower'], 'is no name of a setting'],
    [['--env-file', '/nowhere'], '/nowhere cannot be read'],
  ])('%j end with 2 and one line', async (argv, words) => {
    const { code, out, error } = await golive(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(words);
    expect(error.trim().split('\n')).toHaveLength(1);
  });
});

describe('the other commands', () => {
  test('settings shows a value with the lines that made it', async () => {
    const root = directoryOf({
      ...shop,
      'shop/base.py': 'HOSTS = ["a.test"]\n',
      'shop/settings.py':
        'from .base import *\nALLOWED_HOSTS = HOSTS\nALLOWED_HOSTS += ["b.test"]\nSECRET_KEY = "hidden-from-view"\n',
    });
    const { code, out } = await golive('settings', root, 'ALLOWED_HOSTS', 'SECRET_KEY', 'APPEND_SLASH', 'NOTHING');
    expect(code).toBe(0);
    expect(out).toContain("ALLOWED_HOSTS = ['a.test', 'b.test']");
    expect(out).toContain('shop/settings.py:3');
    expect(out).toContain("APPEND_SLASH = True  (Django's default)");
    expect(out).toContain('NOTHING is not set');
    expect(out).not.toContain('hidden-from-view');
    expect((await golive('settings', root, 'SECRET_KEY', '--reveal')).out).toContain('hidden-from-view');
  });

  test('settings --strict is exactly what is given', async () => {
    const root = directoryOf({
      ...shop,
      'shop/settings.py':
        "import os\nDEBUG = os.environ.get('DEBUG') != 'False'\nSECRET_KEY = os.environ['SECRET_KEY']\n",
    });
    const loose = JSON.parse((await golive('settings', root, '-f', 'json')).out);
    expect(loose).toMatchObject({ startup: { ok: true }, settings: { DEBUG: { known: true, value: false } } });
    const strict = JSON.parse((await golive('settings', root, '-f', 'json', '--strict')).out);
    expect(strict).toMatchObject({
      startup: { ok: false, error: { type: 'KeyError', message: "'SECRET_KEY'", path: 'shop/settings.py', line: 3 } },
    });
    const given = JSON.parse(
      (await golive('settings', root, '-f', 'json', '--strict', '-e', 'SECRET_KEY=x', '--defaults', '--django', '4.2'))
        .out,
    );
    expect(given).toMatchObject({
      django: '4.2',
      settings: {
        DEBUG: { value: true },
        SECRET_KEY: { value: '••••••' },
        APPEND_SLASH: { origin: 'default', value: true },
      },
    });
  });

  test('explain prints a page, rules the catalogue, --version and --help what they say', async () => {
    expect((await golive('explain', 'debug-enabled')).out).toContain('# Debug mode is on in production');
    expect(JSON.parse((await golive('rules', '--json')).out).length).toBeGreaterThan(50);
    expect((await golive('rules')).out).toContain('settings/debug-enabled');
    expect((await golive('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await golive('--help')).out).toContain('Usage: golive');
  });
});

test('a pipe that is closed early is no error, any other fault of it is', () => {
  const stream = new EventEmitter();
  bearClosedPipe(stream);
  expect(() => stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).not.toThrow();
  expect(() => stream.emit('error', new Error('no space left'))).toThrow('no space left');
});
