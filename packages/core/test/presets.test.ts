import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as presets from '../src/presets.js';
import { all, djangoCheck, djangoCheckDeploy, security, strict } from '../src/presets.js';
import { recommended } from '../src/recommended.js';
import { resolve } from '../src/rule-set.js';

const idsOf = (rules: readonly { readonly id: string }[]): readonly string[] => rules.map(({ id }) => id);

describe('presets', () => {
  test('security holds what the areas of security and secrets judge', () => {
    expect(idsOf(security)).toContain('settings/debug-enabled');
    expect(idsOf(security)).toContain('secrets/env-committed');
    expect(idsOf(security)).not.toContain('testing/no-tests');
  });

  test("djangoCheck holds the mirrors of Django's checks, and djangoCheckDeploy those of a deployment among them", () => {
    for (const id of ['https/hsts-missing', 'startup/async-unsafe-allowed', 'email/backend-not-real'])
      expect(idsOf(djangoCheckDeploy)).toContain(id);
    for (const id of ['csrf/origin-without-scheme', 'headers/csp-not-a-dict', 'database/mysql-strict-mode']) {
      expect(idsOf(djangoCheck)).toContain(id);
      expect(idsOf(djangoCheckDeploy)).not.toContain(id);
    }
    expect(idsOf(djangoCheck)).toEqual(expect.arrayContaining([...idsOf(djangoCheckDeploy)]));
    expect(idsOf(djangoCheck)).not.toContain('database/credentials-hardcoded');
  });

  test('security and the mirrors are rules of all, with their own severities', () => {
    for (const rule of [...security, ...djangoCheck]) expect(all).toContain(rule);
  });

  test('strict leaves no rule out, and none below low', () => {
    const entries = resolve(strict);
    expect(entries.map(({ rule }) => rule.id)).toEqual(idsOf(all));
    expect(entries.filter(({ severity }) => severity === 'info')).toEqual([]);
    const raised = { critical: 'critical', high: 'high', medium: 'medium', low: 'medium', info: 'low' };
    for (const { rule, severity, why } of entries) {
      expect(severity, rule.id).toBe(raised[rule.severity]);
      expect(why !== undefined, rule.id).toBe(severity !== rule.severity);
    }
    expect(entries.find(({ rule }) => rule.id === 'settings/debug-enabled')?.severity).toBe('critical');
    expect(entries.find(({ rule }) => rule.id === 'https/hsts-subdomains-missing')?.severity).toBe('medium');
  });

  test('every rule recommended is one of all', () => {
    expect(new Set(idsOf(all)).size).toBe(all.length);
    for (const id of idsOf(recommended)) expect(idsOf(all)).toContain(id);
  });

  test('each is in the table of docs/rule-sets.md', () => {
    const page = readFileSync(new URL('../../../docs/rule-sets.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual([...Object.keys(presets), 'recommended'].sort());
  });
});
