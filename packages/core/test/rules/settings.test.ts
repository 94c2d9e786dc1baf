/** The rules about the settings themselves, where a page's examples cannot show the case. */
import { describe, expect, test } from 'vitest';
import type { EntryPoint } from '../../src/facts/entry-points.js';
import { allowedHostsEmpty } from '../../src/rules/settings/allowed-hosts-empty.js';
import { allowedHostsLocalOnly } from '../../src/rules/settings/allowed-hosts-local-only.js';
import { allowedHostsMalformed } from '../../src/rules/settings/allowed-hosts-malformed.js';
import { allowedHostsWildcard } from '../../src/rules/settings/allowed-hosts-wildcard.js';
import { debugDefaultTrue } from '../../src/rules/settings/debug-default-true.js';
import { debugEnabled } from '../../src/rules/settings/debug-enabled.js';
import { debugStringTruthy } from '../../src/rules/settings/debug-string-truthy.js';
import { glued } from '../../src/rules/settings/glued-entries.js';
import { listSettingIsString } from '../../src/rules/settings/list-setting-is-string.js';
import { moduleMissing } from '../../src/rules/settings/module-missing.js';
import { looksLikeDevelopment, looksLikeProduction } from '../../src/rules/settings/module-names.js';
import { removedSetting } from '../../src/rules/settings/removed-setting.js';
import { secretKeyFallbackLiteral } from '../../src/rules/settings/secret-key-fallback-literal.js';
import { secretKeyHardcoded } from '../../src/rules/settings/secret-key-hardcoded.js';
import { secretKeyWeak } from '../../src/rules/settings/secret-key-weak.js';
import { tupleMissingComma } from '../../src/rules/settings/tuple-missing-comma.js';
import { projectOf } from '../../src/source.js';
import { here, read, say, settingsOf, unknown, verdicts } from './given.js';

const key = 'k2w8vn4xq7zm5rt9yu1io3pa6sd0fghjlcebqwzk2w8vn4xq7zm5rt9';
const stopped = {
  ok: false,
  error: {
    type: 'NameError',
    message: "name 'X' is not defined",
    at: {
      path: 'config/settings.py',
      span: { start: 0, end: 0 },
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
    },
    trail: [],
  },
} as const;

describe('settings that were not read to their end', () => {
  test('are not judged, because what is missing looks like a default', () => {
    expect(say(allowedHostsEmpty, { settings: settingsOf({}, { startup: stopped }) })).toEqual(['not applicable']);
  });

  test('are judged where the loader refuses them after the last line', () => {
    const settings = settingsOf({}, { startup: { ...stopped, complete: true } });
    expect(say(allowedHostsEmpty, { settings })).toEqual(['problem:empty']);
  });

  test('are not judged where no module was found', () => {
    expect(say(debugEnabled, { settings: settingsOf({ DEBUG: true }, { path: undefined }) })).toEqual([
      'not applicable',
    ]);
  });
});

describe('debug mode', () => {
  const reads = { DEBUG: ['DEBUG'] };

  test('that a file of the project switches on is mended in that file', () => {
    const at = {
      path: 'compose.yaml',
      span: { start: 0, end: 0 },
      start: { line: 7, column: 1 },
      end: { line: 7, column: 1 },
    };
    const environment = [read('DEBUG', { given: { by: 'compose', at } })];
    const settings = settingsOf({ DEBUG: true }, { reads, environment });
    const [verdict] = verdicts(debugEnabled, { settings, with: () => settingsOf({ DEBUG: false }) }) ?? [];
    expect(verdict?.remedy).toEqual({
      summary: 'Set `DEBUG` to False in line 7 of `compose.yaml`, which gives it.',
      path: 'compose.yaml',
    });
  });
  const assumed = [{ variable: 'DEBUG', value: 'False', why: 'an operator switches it off' }];

  test('that text switched on is told of once, by the rule about text', () => {
    const settings = settingsOf({ DEBUG: 'False' }, { reads, assumptions: assumed });
    expect(say(debugEnabled, { settings })).toEqual([]);
    expect(say(debugStringTruthy, { settings })).toEqual(['problem:truthy']);
  });

  test('that is on although the web process is given "0" is text taken for truth', () => {
    const at = {
      path: 'compose.yaml',
      span: { start: 0, end: 0 },
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
    };
    const variables = [{ name: 'DEBUG', value: '0', at, by: 'compose' }];
    const deployment = { processes: [{ name: 'web', role: 'web' as const, variables, at }] };
    const settings = settingsOf({ DEBUG: true }, { reads });
    expect(say(debugStringTruthy, { settings, deployment })).toEqual(['problem:truthy']);
  });

  test('that a variable of another name decides is not text taken for truth', () => {
    const settings = settingsOf(
      { DEBUG: true },
      { reads: { DEBUG: ['PRODUCTION'] }, assumptions: [{ variable: 'PRODUCTION', value: 'False', why: '' }] },
    );
    expect(say(debugStringTruthy, { settings })).toEqual([]);
    expect(say(debugEnabled, { settings })).toEqual(['problem:enabled']);
  });

  test('with an unsafe fallback is a problem unless a file of the deployment gives the variable', () => {
    const unset = settingsOf({ DEBUG: true }, { reads });
    const open = settingsOf({ DEBUG: false }, { reads, assumptions: assumed, environment: [read('DEBUG')] });
    expect(say(debugDefaultTrue, { settings: open, unset })).toEqual(['problem:fallback']);
    const given = { by: 'compose `environment` of web', at: read('x').reads[0] ?? stopped.error.at };
    const closed = settingsOf({ DEBUG: false }, { reads, environment: [read('DEBUG', { given })] });
    expect(say(debugDefaultTrue, { settings: closed, unset })).toEqual([]);
  });

  test('whose settings stop without the variable has no fallback', () => {
    const unset = settingsOf({ DEBUG: true }, { reads, startup: stopped });
    const settings = settingsOf(
      { DEBUG: false },
      { reads, assumptions: assumed, environment: [read('DEBUG', { required: true })] },
    );
    expect(say(debugDefaultTrue, { settings, unset })).toEqual([]);
  });

  test('whose settings stop for want of another variable may have a fallback all the same', () => {
    const unset = settingsOf({}, { startup: stopped });
    const fallback = read('DEBUG', { default: { kind: 'bool', value: true } });
    const settings = settingsOf({ DEBUG: false }, { reads, assumptions: assumed, environment: [fallback] });
    expect(verdicts(debugDefaultTrue, { settings, unset })).toMatchObject([
      { message: 'fallback', confidence: 'firm' },
    ]);
  });
});

describe('the secret key', () => {
  const project = projectOf({ 'config/settings.py': `SECRET_KEY = '${key}'\n` });

  test('spelt out in a tracked file is in the repository', () => {
    expect(say(secretKeyHardcoded, { settings: settingsOf({ SECRET_KEY: key }), project })).toEqual([
      'problem:literal',
    ]);
  });

  test('spelt out in a file that git does not track is not', () => {
    const untracked = projectOf(
      { 'config/settings.py': `SECRET_KEY = '${key}'\n` },
      { untracked: ['config/settings.py'] },
    );
    expect(say(secretKeyHardcoded, { settings: settingsOf({ SECRET_KEY: key }), project: untracked })).toEqual([]);
  });

  test('never reaches a message', () => {
    for (const verdict of verdicts(secretKeyHardcoded, { settings: settingsOf({ SECRET_KEY: key }), project }) ?? []) {
      expect(JSON.stringify([verdict.data, verdict.remedy, verdict.evidence])).not.toContain(key);
    }
  });

  test('given by a variable is judged by its strength alone', () => {
    const how = {
      reads: { SECRET_KEY: ['SECRET_KEY'] },
      environment: [read('SECRET_KEY', { given: { by: '--env' } })],
    };
    const weak = settingsOf({ SECRET_KEY: 'changeme' }, how);
    expect(say(secretKeyHardcoded, { settings: weak, project })).toEqual([]);
    expect(say(secretKeyWeak, { settings: weak, project })).toEqual(['problem:weak']);
    expect(say(secretKeyWeak, { settings: settingsOf({ SECRET_KEY: key }, how), project })).toEqual([]);
  });

  test('in an environment file of the repository is left to the rule about that file, but not its weakness', () => {
    const world = {
      settings: settingsOf({ SECRET_KEY: 'short-of-length' }, { reads: { SECRET_KEY: ['SECRET_KEY'] } }),
      project: projectOf({ 'config/settings.py': '', 'config/.env': 'SECRET_KEY=short-of-length' }),
    };
    expect(say(secretKeyHardcoded, world)).toEqual(['not applicable']);
    expect(say(secretKeyFallbackLiteral, world)).toEqual(['not applicable']);
    expect(say(secretKeyWeak, world)).toEqual(['problem:weak']);
  });

  test('that is not in the files is asked for, not passed', () => {
    expect(say(secretKeyWeak, { settings: settingsOf({ SECRET_KEY: unknown }), project })).toEqual([
      'question:unproven',
    ]);
  });

  test('that the platform makes up is not asked for', () => {
    const reads = { SECRET_KEY: ['STAGE', 'SECRET_KEY'] };
    const variable = { name: 'SECRET_KEY', value: undefined, at: here, by: 'app.json `env`' };
    const web = { name: 'web', role: 'web', at: here } as const;
    const world = (generated: object) => ({
      settings: settingsOf({ SECRET_KEY: unknown }, { reads }),
      project,
      deployment: { target: 'heroku', processes: [{ ...web, variables: [{ ...variable, ...generated }] }] },
    });
    expect(say(secretKeyWeak, world({ generated: true }))).toEqual([]);
    expect(say(secretKeyWeak, world({}))).toEqual(['question:unproven']);
  });

  test('with a fallback that only debug mode reaches is no matter for it', () => {
    const reads = { SECRET_KEY: ['SECRET_KEY'] };
    const settings = settingsOf({ SECRET_KEY: unknown }, { reads, environment: [read('SECRET_KEY')] });
    const unset = settingsOf({ SECRET_KEY: key, DEBUG: true }, { reads });
    expect(say(secretKeyFallbackLiteral, { settings, unset, project })).toEqual(['not applicable']);
    const quiet = settingsOf({ SECRET_KEY: key, DEBUG: false }, { reads });
    expect(say(secretKeyFallbackLiteral, { settings, unset: quiet, project })).toEqual(['problem:fallback']);
  });

  test('without which the settings stop is a strength', () => {
    const reads = { SECRET_KEY: ['SECRET_KEY'] };
    const settings = settingsOf(
      { SECRET_KEY: unknown },
      { reads, environment: [read('SECRET_KEY', { required: true })] },
    );
    const unset = settingsOf({}, { startup: stopped });
    expect(say(secretKeyFallbackLiteral, { settings, unset, project })).toEqual(['strength:stops']);
  });
});

describe('allowed hosts', () => {
  test('that a variable fills are a question with its name', () => {
    const settings = settingsOf(
      { ALLOWED_HOSTS: [''] },
      { reads: { ALLOWED_HOSTS: ['HOSTS'] }, environment: [read('HOSTS')] },
    );
    const [verdict] = verdicts(allowedHostsEmpty, { settings }) ?? [];
    expect(verdict).toMatchObject({ kind: 'question', message: 'variable', data: { variables: '`HOSTS`' } });
  });

  test('with a star are sound where the platform admits registered hosts only', () => {
    const settings = settingsOf({ ALLOWED_HOSTS: ['*'] });
    const deployment = { traits: new Map([['host-validated' as const, undefined]]) };
    expect(say(allowedHostsWildcard, { settings, deployment })).toEqual(['strength:validated']);
    expect(say(allowedHostsWildcard, { settings })).toEqual(['problem:any']);
  });

  test('of this machine may be extended by a variable', () => {
    const how = { reads: { ALLOWED_HOSTS: ['HOSTS'] }, environment: [read('HOSTS')] };
    expect(say(allowedHostsLocalOnly, { settings: settingsOf({ ALLOWED_HOSTS: ['localhost'] }, how) })).toEqual([
      'question:variable',
    ]);
  });

  test('never match with a scheme, a port, a path or a star, and do with a leading dot', () => {
    const hosts = [
      '.example.com',
      '[::1]',
      '192.0.2.7',
      'https://a.example',
      'b.example:80',
      'c.example/x',
      '*.d.example',
    ];
    expect(say(allowedHostsMalformed, { settings: settingsOf({ ALLOWED_HOSTS: hosts }) })).toHaveLength(4);
  });

  test('listed rightly as well need no mending', () => {
    const hosts = ['https://a.example', 'a.example'];
    expect(say(allowedHostsMalformed, { settings: settingsOf({ ALLOWED_HOSTS: hosts }) })).toEqual([]);
  });
});

describe('list settings', () => {
  test('that are certainly text are a problem though the text is not known', () => {
    const text = { kind: 'unknown', why: '`ORIGINS` is not given', type: 'str', truth: true } as const;
    expect(say(listSettingIsString, { settings: settingsOf({ CSRF_TRUSTED_ORIGINS: text }) })).toEqual([
      'problem:variable',
    ]);
  });

  test('that may be lists are not called text', () => {
    expect(say(listSettingIsString, { settings: settingsOf({ CSRF_TRUSTED_ORIGINS: unknown }) })).toEqual([]);
  });

  test('without their comma are told of once, as that', () => {
    const settings = settingsOf(
      { INTERNAL_IPS: '127.0.0.1' },
      { current: { INTERNAL_IPS: "INTERNAL_IPS = ('127.0.0.1')" } },
    );
    expect(say(listSettingIsString, { settings })).toEqual([]);
    expect(say(tupleMissingComma, { settings })).toEqual(['problem:comma']);
  });

  test('that keep Django from starting are left to that rule', () => {
    const error = { ...stopped.error, message: 'The ALLOWED_HOSTS setting must be a list or a tuple.' };
    const settings = settingsOf({ ALLOWED_HOSTS: 'a' }, { startup: { ok: false, complete: true, error } });
    expect(say(listSettingIsString, { settings })).toEqual([]);
  });
});

test.each([
  ['django.contrib.authdjango.contrib.sessions', ['django.contrib.auth', 'django.contrib.sessions']],
  ['django.contrib.staticfilesrest_framework', ['django.contrib.staticfiles', 'rest_framework']],
  ['shopdjango.contrib.auth', ['shop', 'django.contrib.auth']],
  ['django.contrib.sitemaps', undefined],
  ['django.contrib.comments', undefined],
  ['django.contrib.auth.apps.AuthConfig', undefined],
  ['django.contrib.messages.middleware.MessageMiddleware', undefined],
  ['company.django.contrib.audit', undefined],
  ['social_django.middleware.SocialAuthExceptionMiddleware', undefined],
  ['mydjango.middleware.tracing.TraceMiddleware', undefined],
  [
    'shop.trace.Tracerdjango.middleware.common.CommonMiddleware',
    ['shop.trace.Tracer', 'django.middleware.common.CommonMiddleware'],
  ],
])('joined paths: %s', (entry, parts) => {
  expect(glued.paths(entry)).toEqual(parts);
});

test.each([
  ['localhost127.0.0.1', ['localhost', '127.0.0.1']],
  ['example.comwww.example.com', ['example.com', 'www.example.com']],
  ['localhost.example.com', undefined],
  ['127.0.0.1.nip.io', undefined],
  ['mylocalhost', undefined],
])('joined hosts: %s', (entry, parts) => {
  expect(glued.hosts(entry)).toEqual(parts);
});

describe('settings that Django no longer reads', () => {
  const storage = { DEFAULT_FILE_STORAGE: 'storages.backends.s3.S3Storage' };
  const django = {
    specifier: '==5.2',
    series: '5.2',
    status: 'supported',
    source: 'requirements.txt',
    at: stopped.error.at,
  } as const;

  test('are a problem on a version that is known', () => {
    expect(say(removedSetting, { settings: settingsOf(storage), django })).toEqual(['problem:ignored']);
  });

  test('are a question where the version is not', () => {
    expect(say(removedSetting, { settings: settingsOf(storage) })).toEqual(['question:version']);
  });

  test('are sound where nothing is lost', () => {
    const settings = settingsOf({ ...storage, STORAGES: {}, USE_L10N: true, PASSWORD_RESET_TIMEOUT_DAYS: 3 });
    expect(say(removedSetting, { settings, django })).toEqual([]);
    expect(say(removedSetting, { settings: settingsOf(storage, { django: '4.2' }), django })).toEqual([]);
  });
});

describe('settings modules', () => {
  const at = { ...stopped.error.at, path: 'manage.py' };
  const entry = (module: string): EntryPoint => ({
    name: 'manage.py',
    role: 'manage',
    module,
    path: undefined,
    at,
    reason: '',
    candidates: [],
    roots: [''],
  });
  const ask = (module: string, files: Readonly<Record<string, string>>) =>
    say(moduleMissing, {
      entryPoints: { all: [entry(module)], production: entry(module), orphans: [] },
      project: projectOf(files),
    });

  test('of a package that is here are missing', () => {
    expect(ask('config.production', { 'config/__init__.py': '' })).toEqual(['problem:missing']);
  });

  test('of another package are asked for', () => {
    expect(ask('company.production', { 'config/__init__.py': '' })).toEqual(['question:elsewhere']);
  });

  test('that .gitignore leaves out may lie on the server', () => {
    const files = { 'config/__init__.py': '', '.gitignore': 'config/local_*.py\n' };
    expect(ask('config.local_server', files)).toEqual(['question:elsewhere']);
  });

  test('are recognised by their last name', () => {
    expect(['config.settings.local', 'shop.settings_dev', 'tests.settings.test'].every(looksLikeDevelopment)).toBe(
      true,
    );
    expect(['config.settings', 'config.settings.production', 'latest.settings'].some(looksLikeDevelopment)).toBe(false);
    expect(['config.production', 'shop.settings_prod', 'shop.production_settings'].every(looksLikeProduction)).toBe(
      true,
    );
    expect(looksLikeProduction('products.settings')).toBe(false);
    expect(['shop.dev_settings', 'shop.test_settings'].every(looksLikeDevelopment)).toBe(true);
    expect(looksLikeDevelopment('shop.local_settings')).toBe(false);
  });
});
