/** The rules about packages on facts given by hand. */
import { describe, expect, test } from 'vitest';
import type { Advisory, Dependency, PlatformVersion } from '../../src/facts/dependencies.js';
import { appNotDeclared } from '../../src/rules/deps/app-not-declared.js';
import { djangoEol } from '../../src/rules/deps/django-eol.js';
import { djangoMissing } from '../../src/rules/deps/django-missing.js';
import { djangoPatchBehind } from '../../src/rules/deps/django-patch-behind.js';
import { platformSpecific } from '../../src/rules/deps/platform-specific.js';
import { pythonDjangoMismatch } from '../../src/rules/deps/python-django-mismatch.js';
import { vulnerable } from '../../src/rules/deps/vulnerable.js';
import { projectOf } from '../../src/source.js';
import { say, settingsOf, verdicts } from './given.js';

const at = {
  path: 'requirements.txt',
  span: { start: 0, end: 0 },
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
};
const manifests = [{ path: 'requirements.txt', format: 'requirements', lock: false, kind: 'runtime' }] as const;
const row = (name: string, more: Partial<Dependency> = {}): Dependency => ({
  name,
  declared: name,
  extras: [],
  specifier: '',
  applies: true,
  kind: 'runtime',
  advisories: [],
  direct: true,
  at,
  ...more,
});
const advisory = (id: string, more: Partial<Advisory> = {}): Advisory => ({
  id,
  aliases: [],
  published: '2026-01-01',
  ...more,
});
const declared = (...all: readonly Dependency[]) => ({
  manifests,
  all,
  get: (name: string) => all.find((one) => one.name === name),
});
const version = (more: Partial<PlatformVersion>): PlatformVersion => ({
  at,
  specifier: '',
  status: 'supported',
  source: 'requirements.txt',
  ...more,
});

describe('advisories', () => {
  test('count for what production installs in an exact version, Django left to its own rules', () => {
    const told = (one: Dependency) => say(vulnerable, { declared: declared(one) });
    const affected = { version: '1.0', advisories: [advisory('PYSEC-1')] };
    expect(told(row('pillow', affected))).toEqual(['problem:affected']);
    expect(told(row('pillow', { ...affected, kind: 'dev' }))).toEqual(['not applicable']);
    expect(told(row('pillow', { ...affected, applies: false }))).toEqual(['not applicable']);
    expect(told(row('django', affected))).toEqual(['not applicable']);
  });

  test('that an old version may be without are no certain finding, and not named beside those that it has', () => {
    const told = (...advisories: readonly Advisory[]) =>
      verdicts(vulnerable, { declared: declared(row('pillow', { version: '1.0', advisories })) })?.[0];
    const startless = advisory('CVE-2', { startless: true });
    expect(told(startless)).toMatchObject({
      confidence: 'tentative',
      severity: 'medium',
      data: { advisories: 'CVE-2' },
    });
    const both = told(startless, advisory('CVE-1', { score: 5 }));
    expect(both).toMatchObject({ severity: 'medium', data: { advisories: 'CVE-1' } });
    expect(both?.confidence).not.toBe('tentative');
  });

  test('are named by their CVE, and the nearest version without any is what helps', () => {
    const advisories = [
      advisory('PYSEC-1', { aliases: ['GHSA-x', 'CVE-2026-1'], fixed: '1.9.0' }),
      advisory('PYSEC-2', { fixed: '1.10.0' }),
    ];
    const pillow = row('pillow', { declared: 'pillow == 1.0', version: '1.0', advisories, upgrade: '1.10.0' });
    const [found] = verdicts(vulnerable, { declared: declared(pillow) }) ?? [];
    expect(found?.data.advisories).toBe('CVE-2026-1, PYSEC-2');
    expect(found?.remedy).toMatchObject({ summary: expect.stringContaining('1.10.0'), code: 'pillow==1.10.0' });
  });

  test('without a version that mends them are no reason to name one, and a package that was given up is replaced', () => {
    const told = (name: string, more: Partial<Dependency> = {}) =>
      verdicts(vulnerable, {
        declared: declared(row(name, { version: '1.0', advisories: [advisory('PYSEC-1', { score: 9.8 })], ...more })),
      })?.[0]?.remedy?.summary;
    expect(told('pillow')).toBe('Read the advisories of `pillow`: no version is known that mends all of them.');
    expect(told('pillow', { affectedUntil: '1.2' })).toBe(
      'Update `pillow` to a release after 1.2, the last one that is known to be affected; where there is none, read the advisories.',
    );
    const partly = { version: '3.4.0', left: [advisory('GHSA-x', { aliases: ['CVE-2026-85394'] })] };
    expect(told('python-jose', { affectedUntil: '3.5.0', partly })).toBe(
      'Update `python-jose` to 3.4.0 or later, which mends all but CVE-2026-85394. No release is known to mend the rest, and 3.5.0 is the last one known to be affected: read what the advisory advises.',
    );
    expect(told('python-jose', { partly: { version: '3.6.0b1', left: [] } })).toBe(
      'Update `python-jose` to 3.6.0b1: no release is known to mend it besides this one, which is a pre-release.',
    );
    const standing = { state: 'given-up', source: 'https://example.com/', instead: 'use `pycryptodome`' } as const;
    expect(told('pycrypto', { standing })).toBe('Nobody mends `pycrypto` any more: use `pycryptodome`.');
  });

  test('are mended by an update that says what it may ask for besides', () => {
    const told = (name: string, version: string, fixed: string, django?: PlatformVersion) => {
      const one = row(name, { version, advisories: [advisory('PYSEC-1', { fixed, score: 9.8 })], upgrade: fixed });
      const [found] = verdicts(vulnerable, { declared: { ...declared(one), ...(django ? { django } : {}) } }) ?? [];
      return found?.remedy?.summary;
    };
    const old = version({ series: '4.2', status: 'ended' });
    expect(told('gunicorn', '21.2.0', '21.3.0')).toBe('Update `gunicorn` to 21.3.0 or later.');
    expect(told('gunicorn', '21.2.0', '22.0.0', old)).toBe(
      'Update `gunicorn` to 22.0.0 or later, a new major release: read its notes first.',
    );
    expect(told('certifi', '2022.12.7', '2024.7.4')).toBe(
      'Update `certifi` to 2024.7.4 or later; whatever else asks for it may have to be updated with it.',
    );
    expect(told('djangorestframework', '3.14.0', '3.18.2', old)).toBe(
      'Update `djangorestframework` to 3.18.2 or later; it may need a newer Django than 4.2; whatever else asks for it may have to be updated with it.',
    );
    expect(told('django-allauth', '0.63.0', '65.3.0', old)).toBe(
      'Update `django-allauth` to 65.3.0 or later, a new major release: read its notes first; it may need a newer Django than 4.2; whatever else asks for it may have to be updated with it.',
    );
  });

  test('are no reason for a line that another package is known to refuse', () => {
    const advisories = [advisory('PYSEC-1', { score: 9.8 })];
    const starlette = row('starlette', {
      declared: 'starlette==0.27.0',
      version: '0.27.0',
      advisories,
      upgrade: '0.49.1',
    });
    const remedy = (...all: readonly Dependency[]) =>
      verdicts(vulnerable, { declared: declared(...all) })?.[0]?.remedy ?? {};
    const held = [{ name: 'fastapi', version: '0.100.0', specifier: '<0.28' }];
    expect(remedy({ ...starlette, heldBy: held })).toEqual({
      summary:
        'Update `starlette` to 0.49.1 or later, together with `fastapi` 0.100.0, which asks for `starlette<0.28`.',
      path: 'requirements.txt',
    });
    expect(remedy(starlette)).toMatchObject({ code: 'starlette==0.49.1' });
    const six = row('six', { declared: 'six==1.0', version: '1.0', advisories, upgrade: '2.0' });
    expect(remedy(six, row('bleach', { version: '3.1.5' }))).not.toHaveProperty('code');
  });

  test('of what no code imports are less sure, and a question where they are not known to be grave', () => {
    const told = (name: string, score?: number, ...more: readonly Dependency[]) => {
      const one = row(name, {
        version: '1.0',
        advisories: [advisory('PYSEC-1', score === undefined ? {} : { score })],
      });
      const found = verdicts(vulnerable, { declared: declared(one, ...more) })?.[0];
      return found?.kind === 'problem' ? found.confidence : found?.kind;
    };
    expect(told('requests', 9.8)).toBe('firm');
    expect(told('requests')).toBe('question');
    expect(told('requests', 9.8, row('stripe'))).toBe('firm');
    expect(told('pillow', 9.8)).toBe('certain');
    expect(told('redis', 5)).toBe('certain');
    // A plugin for tests runs what it brings in tests alone.
    expect(told('pytest', 9.8, row('pytest-django'))).toBe('question');
  });

  test('weigh little where nothing of the site uses the package, and a tool of developers is taken out', () => {
    const told = (name: string) => {
      const one = row(name, { version: '1.0', upgrade: '2.0', advisories: [advisory('PYSEC-1', { score: 9.8 })] });
      const found = verdicts(vulnerable, { declared: declared(one) })?.[0];
      return [found?.severity, found?.remedy?.summary];
    };
    expect(told('virtualenv')).toEqual(['low', expect.stringMatching(/^Delete the line: `virtualenv` makes/)]);
    expect(told('cryptography')).toEqual(['low', expect.stringMatching(/^Update `cryptography` to 2\.0/)]);
    expect(told('pillow')).toEqual([undefined, expect.stringMatching(/^Update `pillow`/)]);
  });

  test('weigh what CVSS says of the worst of them, and as much as the rule where one has no score', () => {
    const told = (...scores: readonly (number | undefined)[]) => {
      const advisories = scores.map((score, index) => advisory(`PYSEC-${index}`, score === undefined ? {} : { score }));
      return verdicts(vulnerable, { declared: declared(row('pillow', { version: '1.0', advisories })) })?.[0]?.severity;
    };
    expect(told(1.8)).toBe('low');
    expect(told(0)).toBe('low');
    expect(told(3.9, 1.8)).toBe('low');
    expect(told(4)).toBe('medium');
    expect(told(6.9, 2)).toBe('medium');
    expect(told(7)).toBeUndefined();
    // Whether the site can be reached through it is one step more.
    expect(told(9.8)).toBeUndefined();
    expect(told(undefined)).toBeUndefined();
    expect(told(1.8, undefined)).toBeUndefined();
  });

  test('that a project noted only in its releases are a sign, no proof', () => {
    const [found] =
      verdicts(vulnerable, {
        declared: declared(
          row('celery', { version: '5.5', advisories: [advisory('UPSTREAM-CELERY-5.6.0', { fixed: '5.6.0' })] }),
        ),
      }) ?? [];
    expect(found?.confidence).toBe('tentative');
    expect(found?.data.advisories).toBe('a fault that the release notes of celery 5.6.0 name');
  });
});

describe('Django', () => {
  test('without support is said once, not also as behind', () => {
    const django = version({
      version: '3.2.1',
      series: '3.2',
      status: 'ended',
      supportedUntil: '2024-04-01',
      securityReleases: ['3.2.2'],
    });
    expect(say(djangoEol, { django })).toEqual(['problem:ended']);
    expect(say(djangoPatchBehind, { django })).toEqual(['not applicable']);
  });

  test('of an unknown version is not judged', () => {
    expect(say(djangoEol, { django: version({ status: 'unknown' }) })).toEqual(['not applicable']);
    expect(say(djangoPatchBehind, { django: version({}) })).toEqual(['not applicable']);
  });

  test('comes along with what needs it', () => {
    const project = projectOf({ 'manage.py': '', 'requirements.txt': '' });
    expect(say(djangoMissing, { project, declared: declared(row('wagtail')) })).toEqual([]);
    expect(say(djangoMissing, { project, declared: declared(row('requests')) })).toEqual(['problem:missing']);
  });

  test('is held against Python by number: 3.9 comes before 3.10', () => {
    const django = version({ version: '5.2.8', pythons: ['3.10', '3.11', '3.12', '3.13', '3.14'] });
    const on = (series: string) =>
      say(pythonDjangoMismatch, { django, declared: { python: version({ series, source: '.python-version' }) } });
    expect(on('3.9')).toEqual(['problem:old']);
    expect(on('3.10')).toEqual([]);
    expect(on('3.15')).toEqual(['problem:new']);
  });
});

describe('applications of the settings', () => {
  const settings = settingsOf({ INSTALLED_APPS: ['django.contrib.admin', 'corsheaders'] });
  const providing = () => ['django-cors-headers'];

  test('need their package, or a file in the tree', () => {
    expect(say(appNotDeclared, { settings, declared: { ...declared(), providing } })).toEqual(['problem:missing']);
    expect(say(appNotDeclared, { settings, declared: { ...declared(row('django-cors-headers')), providing } })).toEqual(
      [],
    );
    const project = projectOf({ 'libs/corsheaders/__init__.py': '' });
    expect(say(appNotDeclared, { settings, project, declared: { ...declared(), providing } })).toEqual([
      'not applicable',
    ]);
  });

  test('by a name that is in no table are a question, and none where a package resembles it', () => {
    const odd = settingsOf({ INSTALLED_APPS: ['rangefilter'] });
    const guess = () => ['rangefilter', 'django-rangefilter', 'python-rangefilter'];
    expect(say(appNotDeclared, { settings: odd, declared: { ...declared(), providing: guess } })).toEqual([
      'question:unknown',
    ]);
    expect(
      say(appNotDeclared, {
        settings: odd,
        declared: { ...declared(row('django-admin-rangefilter')), providing: guess },
      }),
    ).toEqual([]);
  });

  test('are not judged by manifests that could not be read to the end', () => {
    const problems = [{ at, why: 'a line is broken' }];
    expect(say(appNotDeclared, { settings, declared: { ...declared(), providing, problems } })).toEqual([
      'not applicable',
    ]);
  });
});

test('what one system alone can install is told only without a marker', () => {
  expect(say(platformSpecific, { declared: declared(row('pywin32')) })).toEqual(['problem:system']);
  expect(
    say(platformSpecific, {
      declared: declared(row('pywin32', { marker: "sys_platform == 'win32'", applies: false })),
    }),
  ).toEqual(['not applicable']);
  expect(
    say(platformSpecific, { declared: declared(row('certifi', { url: 'file:///croot/certifi_1/work' })) }),
  ).toEqual(['problem:path']);
  expect(say(platformSpecific, { declared: declared(row('own', { url: './libs/own' })) })).toEqual([]);
});
