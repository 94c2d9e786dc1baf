/** Django's layer over a finished evaluation: settings, defaults, what is absent, start-up, and the JSON of all that. */
import { type Location, masked, projectOf, type Value } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { absentSettings } from '../src/absent-settings.js';
import { buildSettings } from '../src/build-settings.js';
import { describeSettings } from '../src/describe.js';
import { encodeValue } from '../src/encode.js';
import { environmentContract } from '../src/environment-contract.js';
import { isSettingName, type ModuleRun } from '../src/module-run.js';
import { createSyntaxReader } from '../src/syntax-reader.js';

const text = "SECRET_KEY = 'abc'\nALLOWED_HOSTS = [\n    'a',\n]\nDATABASES = {'default': {'PASSWORD': 'hunter2'}}\n";
const project = projectOf({ 'shop/settings.py': text });
const str = (value: string): Value => ({ kind: 'str', value });

function at(line: string): Location {
  const start = text.indexOf(line);
  const file = project.file('shop/settings.py');
  if (!file || start < 0) throw new Error(`no such line: ${line}`);
  return file.at({ start, end: start + line.length });
}

function build(values: Readonly<Record<string, Value>>, more: Partial<ModuleRun> = {}, series = '5.2') {
  const run: ModuleRun = {
    names: new Map(
      Object.entries(values).map(([name, value]) => {
        const place = at(
          text.includes(`${name} =`)
            ? text
                .slice(text.indexOf(`${name} =`))
                .split(/\n(?=[A-Z])/)[0]!
                .trim()
            : 'SECRET_KEY',
        );
        return [name, { value, certain: true, at: place, reads: [], trail: [{ at: place, note: 'assigned' }] }];
      }),
    ),
    open: undefined,
    startup: { ok: true },
    reads: [],
    refusals: [],
    missing: new Set(),
    absent: new Set(),
    filed: new Map(),
    assumptions: [],
    roots: [''],
    steps: 0,
    overrides: [],
    wanted: [],
    files: ['shop/settings.py'],
    variable: () => undefined,
    ...more,
  };
  return buildSettings({
    project,
    module: 'shop.settings',
    path: 'shop/settings.py',
    series,
    run,
    roots: [''],
    syntax: createSyntaxReader(project),
    steps: 0,
    given: new Map(),
  });
}

describe('a setting', () => {
  test('that is assigned shows its line, without the secret', () => {
    const setting = build({ SECRET_KEY: str('abc') }).get('SECRET_KEY');
    expect(setting).toMatchObject({ origin: 'assigned', subject: 'shop.settings:SECRET_KEY', value: str('abc') });
    expect(setting.current).toBe(`SECRET_KEY = '${masked}'`);
    expect(setting.at.start.line).toBe(1);
  });

  test('of several lines shows the first', () => {
    expect(build({ ALLOWED_HOSTS: { kind: 'list', items: [str('a')] } }).get('ALLOWED_HOSTS').current).toBe(
      'ALLOWED_HOSTS = [ …',
    );
  });

  test('that is not assigned has the default of its series, and stands at the end of the module', () => {
    const setting = build({}, {}, '4.2').get('USE_TZ');
    expect(setting).toMatchObject({ origin: 'default', value: { kind: 'bool', value: false } });
    expect(setting.current).toBe("not set; Django 4.2's default is False");
    expect(setting.at.start.line).toBe(5);
  });

  test('that nobody has is absent', () => {
    expect(build({}).get('CELERY_BROKER_URL')).toMatchObject({
      origin: 'absent',
      value: { kind: 'none' },
      current: 'not set',
    });
  });

  test('replaced by MAILERS cannot be read', () => {
    expect(build({ MAILERS: { kind: 'dict', entries: [] } }, {}, '6.1').get('EMAIL_HOST').origin).toBe('absent');
    expect(build({}, {}, '6.1').get('EMAIL_HOST').origin).toBe('default');
  });
});

describe('start-up', () => {
  test('fails where Django refuses a value, though the module was complete', () => {
    const { startup, checks } = build({ ALLOWED_HOSTS: str('*') });
    expect(startup).toMatchObject({
      ok: false,
      complete: true,
      error: {
        type: 'django.core.exceptions.ImproperlyConfigured',
        at: { path: 'shop/settings.py', start: { line: 2 } },
      },
    });
    expect(checks).toEqual([]);
  });

  test('is not known where only some of the possible values are refused', () => {
    const hosts: Value = { kind: 'choice', options: [str('*'), { kind: 'list', items: [] }] };
    expect(build({ ALLOWED_HOSTS: hosts }).startup).toMatchObject({ ok: null });
  });

  test('is not known where logging has a level that something would have to add', () => {
    const dict = (entries: Record<string, Value>): Value => ({
      kind: 'dict',
      entries: Object.entries(entries).map(([key, value]) => [str(key), value] as const),
    });
    const startup = (level: string) =>
      build({ LOGGING: dict({ version: { kind: 'int', value: 1n }, root: dict({ level: str(level) }) }) }).startup;
    expect(startup('dev')).toMatchObject({ ok: null });
    expect(startup('info')).toMatchObject({ ok: false, error: { type: 'ValueError' } });
    for (const level of ['INFO', 'TRACE', 'NOTICE']) expect(startup(level)).toMatchObject({ ok: true });
  });

  test('is the evaluation’s own failure before Django’s', () => {
    const error = { type: 'KeyError', message: "'X'", at: at('SECRET_KEY'), trail: [] };
    const { startup } = build({ ALLOWED_HOSTS: str('*') }, { startup: { ok: false, error } });
    // The evaluation went on past it, so the settings can be judged.
    expect(startup).toEqual({ ok: false, error, complete: true });
    const unfinished = build({}, { startup: { ok: false, error }, open: 'the settings stop before they end' }).startup;
    expect(unfinished).toEqual({ ok: false, error });
  });
});

test('the JSON masks secrets unless they are to be revealed', () => {
  const databases: Value = {
    kind: 'dict',
    entries: [
      [
        str('default'),
        {
          kind: 'dict',
          entries: [
            [str('PASSWORD'), str('hunter2')],
            [str('URL'), str('postgres://u:p4ss@h/n')],
          ],
        },
      ],
    ],
  };
  const settings = build({ SECRET_KEY: str('abc'), DATABASES: databases });
  const hidden = JSON.stringify(describeSettings(settings, { reveal: false }));
  expect(hidden).not.toMatch(/hunter2|p4ss|"abc"/);
  const shown = JSON.stringify(describeSettings(settings, { reveal: true }));
  expect(shown).toMatch(/hunter2.*p4ss/);
});

test('the JSON has the module, its assigned settings, defaults, checks and environment', () => {
  const read = { name: 'API_KEY', at: at('SECRET_KEY'), default: str('dev'), required: false };
  const settings = build(
    { ALLOWED_HOSTS: { kind: 'unknown', why: 'a package decides' } },
    { reads: [read, { ...read, required: true }] },
  );
  expect(describeSettings(settings, { reveal: false })).toMatchObject({
    module: 'shop.settings',
    django: '5.2',
    startup: { ok: true },
    settings: {
      ALLOWED_HOSTS: { origin: 'assigned', known: false, why: 'a package decides', path: 'shop/settings.py', line: 2 },
      USE_TZ: { origin: 'default', known: true, value: true },
    },
    environment: [{ name: 'API_KEY', required: true, default: masked, reads: [{ path: 'shop/settings.py', line: 1 }] }],
  });
});

test.each<[Value, unknown]>([
  [{ kind: 'none' }, null],
  [{ kind: 'int', value: 2n ** 70n }, { $int: '1180591620717411303424' }],
  [{ kind: 'float', value: Number.POSITIVE_INFINITY }, { $float: 'inf' }],
  [{ kind: 'bytes', value: 'a\xff' }, { $bytes: 'a\xff' }],
  [{ kind: 'set', items: [str('b'), str('a')] }, { $set: ['a', 'b'] }],
  [{ kind: 'tuple', items: [str('/golive-above-2/golive-above-1/golive-root/x')] }, { $tuple: ['<ROOT>/x'] }],
  [{ kind: 'path', value: '/golive-above-2/golive-above-1/golive-root' }, { $path: '<ROOT>' }],
  [{ kind: 'timedelta', seconds: 90 }, { $timedelta: 90 }],
  [{ kind: 'regex', pattern: '^a' }, { $re: '^a' }],
  [{ kind: 'callable', name: 'f' }, { $callable: 'f' }],
  [{ kind: 'object', type: 'celery.schedules.crontab' }, { $obj: 'celery.schedules.crontab' }],
  [{ kind: 'list', items: [{ kind: 'unknown', why: 'w' }] }, { $list: [{ $unknown: 'w' }] }],
])('%o is written for JSON', (value, json) => {
  expect(encodeValue('NAME', value, { reveal: true })).toEqual(json);
});

test('the environment contract names every variable once', () => {
  const one = at('SECRET_KEY');
  const other = at('ALLOWED_HOSTS');
  const given = new Map([['PORT', { value: '80', by: 'compose' }]]);
  const reads: ModuleRun['reads'] = [
    { name: 'PORT', at: one, cast: 'int', required: true },
    { name: 'DEBUG', at: other, default: { kind: 'bool', value: false }, required: false },
    { name: 'PORT', at: one, required: false },
    { name: 'PORT', at: other, required: false },
    { name: 'REGION', at: other, required: true },
  ];
  const contract = environmentContract({ reads, filed: new Map(), absent: new Set(['DEBUG']) }, given);
  expect(contract).toEqual([
    { name: 'DEBUG', reads: [other], required: false, default: { kind: 'bool', value: false }, sensitive: false },
    { name: 'PORT', reads: [one, other], required: true, cast: 'int', sensitive: false, given: { by: 'compose' } },
    { name: 'REGION', reads: [other], required: true, sensitive: false, presumed: true },
  ]);
});

test('settings that are not there say so', () => {
  expect(absentSettings(project, '5.2', undefined)).toMatchObject({ module: '', startup: { ok: null }, names: [] });
  const entry = {
    name: 'web',
    role: 'web',
    module: 'shop.live',
    path: undefined,
    at: undefined,
    reason: 'x',
    candidates: [],
    roots: [''],
  } as const;
  expect(absentSettings(project, '5.2', entry).startup).toMatchObject({
    ok: false,
    error: { type: 'ModuleNotFoundError', message: "No module named 'shop.live'" },
  });
  expect(absentSettings(project, '5.2', { ...entry, module: 'installed.settings' }).startup).toMatchObject({
    ok: null,
  });
});

test('names are settings as Django takes them', () => {
  expect(['DEBUG', '_PRIVATE', 'A1', 'debug', 'Debug', '_', '__', 'É'].map(isSettingName)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
});

describe('the home of a new setting', () => {
  const made = (paths: Readonly<Record<string, string>>) =>
    build(
      {},
      {
        names: new Map(
          Object.entries(paths).map(([name, path]) => [
            name,
            { value: str('x'), certain: true, at: { ...at('SECRET_KEY'), path }, reads: [], trail: [] },
          ]),
        ),
      },
    );

  test('is the module that production loads, where it sets anything', () => {
    expect(made({ DEBUG: 'shop/base.py', ALLOWED_HOSTS: 'shop/settings.py' }).home).toBeUndefined();
    expect(made({}).home).toBeUndefined();
  });

  test('is the file named for production where the module only gathers others', () => {
    const files = { INSTALLED_APPS: 'shop/base.py', DEBUG: 'shop/prod.py', STATE: 'shop/settings.py' };
    expect(made(files).home).toBe('shop/prod.py');
    expect(made(files).get('SECURE_HSTS_SECONDS').at.path).toBe('shop/prod.py');
    expect(made({ INSTALLED_APPS: 'shop/base.py', DEBUG: 'shop/local.py' }).home).toBe('shop/base.py');
    expect(made({ INSTALLED_APPS: 'shop/local.py' }).home).toBeUndefined();
  });
});
