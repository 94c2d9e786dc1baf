/** A remedy mends what it is for, and makes no other grave fault: the whole audit says so of the pages' bad examples. */
import { audit, projectOf, type ReportFinding, recommended } from '@django-golive/core';
import { profiles } from '@django-golive/profiles';
import type { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';
import { readers } from '../../packages/cli/src/audit-project.js';
import { catalogue } from './catalogue.js';
import { filesOf, surroundingsOf } from './example.js';
import { readPage } from './page.js';
import { withRemedy } from './put-in-place.js';

type Files = Readonly<Record<string, string>>;

const isGrave = ({ severity }: ReportFinding): boolean => severity === 'critical' || severity === 'high';
const said = ({ rule, messageId }: ReportFinding): string => `${rule} ${messageId}`;

/** What is said next, and why that is no fault of the remedy: the fault was there and could not show, or the summary names the step. */
const next: Readonly<Record<string, string>> = {
  'settings/implicit-string-concat https/ssl-redirect-disabled': 'the middleware is one that Django finds',
  'settings/implicit-string-concat settings/allowed-hosts-local-only': 'the names of this machine were one text before',
  'https/security-middleware-missing https/ssl-redirect-disabled': 'the setting is read from now on',
  'static/storages-alias-missing static/root-missing': 'static files are collected from now on',
  'static/not-served https/ssl-redirect-disabled': 'the middleware comes with the one that must stand before it',
  'static/not-served static/whitenoise-not-installed': 'the summary says to declare the package',
  'gunicorn/worker-class-missing gunicorn/worker-class-missing': 'the summary says which package it needs',
  'logging/handler-undefined settings/secret-key-missing': 'Django comes as far as the key',
  'structure/manage-py-missing heroku/collectstatic-fails': 'the build runs the command from now on',
  'nginx-gunicorn/development-server nginx-gunicorn/module-missing': 'the summary says whose name to put there',
  'nginx-gunicorn/socket-unreachable nginx-gunicorn/upstream-mismatch':
    'the summary says that nginx gets the same path',
};

function graveIn(files: Files, how: Parameters<typeof examine>[2]): readonly ReportFinding[] {
  const profile = profiles.find(({ id }) => id === how?.target);
  const { findings } = audit(projectOf(files, { untracked: how?.untracked ?? [] }), {
    providers: readers,
    rules: [...recommended, ...(profile?.rules ?? [])],
    ...(profile ? { profile } : {}),
    ...(how?.operator ? { operator: how.operator } : {}),
    today: '2026-11-20',
    version: '0.0.0',
  });
  return findings.filter(isGrave);
}

const grave = catalogue().filter(({ rule }) => rule.severity === 'critical' || rule.severity === 'high');

describe.each(grave.map((entry) => [entry.rule.id, entry] as const))('%s', (id, { page, target }) => {
  const examples = readPage(page ?? '').examples.filter(({ section }) => section === 'Bad');
  test.each(examples.map((example) => [example.line, example] as const))('line %i', (_line, example) => {
    const files = filesOf(example);
    const how = surroundingsOf(example, target);
    const before = graveIn(files, how);
    for (const finding of before.filter(({ rule }) => rule === id)) {
      const mended = withRemedy(files, finding);
      if (!mended) continue;
      const known = new Set(before.map(said));
      const fresh = graveIn(mended, how).filter((one) => !known.has(said(one)) && !(`${id} ${one.rule}` in next));
      expect(
        fresh.map(({ message }) => message),
        finding.remedy?.code,
      ).toEqual([]);
    }
  });
});
