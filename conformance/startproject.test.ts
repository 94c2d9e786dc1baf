/** Holds golive to a new project: what it finds in the files of `django-admin startproject` is this, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { audit, projectOf, type Report, recommended } from '@django-golive/core';
import { profiles } from '@django-golive/profiles';
import { readers } from 'django-golive';
import { describe, expect, test } from 'vitest';

interface Recorded {
  /** What `manage.py check --deploy` of that Django printed. */
  readonly checks: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

const folder = new URL('./startproject/', import.meta.url);
const made = readdirSync(folder)
  .sort()
  .map(
    (file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recorded] as const,
  );

function audited(files: Readonly<Record<string, string>>, target?: string): Report {
  const profile = profiles.find(({ id }) => id === target);
  return audit(projectOf(files, { untracked: [] }), {
    providers: readers,
    rules: [...recommended, ...(profile?.rules ?? [])],
    ...(profile ? { profile } : {}),
    operator: {},
    today: '2026-11-20',
    version: '0.0.0',
  });
}

const idsOf = (verdicts: readonly { readonly rule: string }[]): readonly string[] => verdicts.map(({ rule }) => rule);

/** Worst first: each is something that a deployment of this project needs. */
const findings = [
  'settings/allowed-hosts-empty',
  'settings/debug-enabled',
  'settings/secret-key-hardcoded',
  'cookies/session-insecure',
  'static/root-missing',
  'https/ssl-redirect-disabled',
  'deps/manifest-missing',
  'cookies/csrf-insecure',
  'https/hsts-missing',
  'database/sqlite-in-production',
  'testing/no-tests',
  'secrets/gitignore-missing',
  'auth/login-throttle-missing',
  'monitoring/health-endpoint-missing',
];
const questions = ['static/not-served', 'ops/backup-missing'];

test('the three series are there that are asked for', () => {
  expect(made.map(([series]) => series)).toEqual(['4.2', '5.2', '6.1']);
});

describe.each(made)('a new project of Django %s', (series, { checks, files }) => {
  const report = audited(files);

  test('has these findings and no other', () => {
    expect(idsOf(report.findings).toSorted()).toEqual(findings.toSorted());
    expect(report.verdict).toBe('not-ready');
  });

  test('leaves these questions and no other', () => {
    const more: Readonly<Record<string, readonly string[]>> = {
      // It was written for a Django that has no support any more, and does not say which one it installs.
      '4.2': ['deps/django-eol'],
      // Its mail goes to the console, and nothing sends any yet.
      '6.1': ['email/backend-not-real'],
    };
    expect(idsOf(report.questions).toSorted()).toEqual([...questions, ...(more[series] ?? [])].toSorted());
  });

  test('is told all that its own check --deploy tells', () => {
    const mirrored = new Map(recommended.map(({ id, references }) => [id, references]));
    const told = idsOf([...report.findings, ...report.questions]).flatMap((id) =>
      (mirrored.get(id) ?? []).flatMap((reference) => (reference.kind === 'django-check' ? [reference.id] : [])),
    );
    expect(checks.length).toBeGreaterThan(5);
    expect(checks.filter((id) => !told.includes(id))).toEqual([]);
  });

  test('is judged by the Django that made it', () => {
    expect(report.project.djangoSeries).toBe(series);
  });

  test('lacks on Heroku what Heroku needs, and no more', () => {
    const there = audited(files, 'heroku');
    const instead = ['static/root-missing', 'database/sqlite-in-production'];
    const own = [
      'heroku/collectstatic-fails',
      'heroku/procfile-missing',
      'heroku/package-file-missing',
      'database/sqlite-on-ephemeral-disk',
      'static/not-served',
      'https/proxy-ssl-header-missing',
    ];
    const expected = [...findings.filter((id) => !instead.includes(id)), ...own];
    expect(idsOf(there.findings).toSorted()).toEqual(expected.toSorted());
  });
});
