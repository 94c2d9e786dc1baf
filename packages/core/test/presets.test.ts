import { describe, expect, test } from 'vitest';
import { all, djangoCheckDeploy, security, strict } from '../src/presets.js';
import { recommended } from '../src/recommended.js';
import { resolve } from '../src/rule-set.js';

const idsOf = (rules: readonly { readonly id: string }[]): readonly string[] => rules.map(({ id }) => id);

describe('presets', () => {
  test('security holds what the areas of security and secrets judge', () => {
    expect(idsOf(security)).toContain('settings/debug-enabled');
    expect(idsOf(security)).toContain('secrets/env-committed');
    expect(idsOf(security)).not.toContain('testing/no-tests');
  });

  test("djangoCheckDeploy holds the mirrors of Django's checks and nothing else", () => {
    expect(idsOf(djangoCheckDeploy)).toContain('https/hsts-missing');
    expect(idsOf(djangoCheckDeploy)).toContain('csrf/origin-without-scheme');
    expect(idsOf(djangoCheckDeploy)).not.toContain('database/credentials-hardcoded');
  });

  test('strict leaves no rule out, and none below low', () => {
    const entries = resolve(strict);
    expect(entries.map(({ rule }) => rule.id)).toEqual(idsOf(all));
    expect(entries.filter(({ severity }) => severity === 'info')).toEqual([]);
    expect(entries.find(({ rule }) => rule.id === 'settings/debug-enabled')?.severity).toBe('critical');
    expect(entries.find(({ rule }) => rule.id === 'https/hsts-subdomains-missing')?.severity).toBe('medium');
  });

  test('every rule recommended is one of all', () => {
    expect(new Set(idsOf(all)).size).toBe(all.length);
    for (const id of idsOf(recommended)) expect(idsOf(all)).toContain(id);
  });
});
