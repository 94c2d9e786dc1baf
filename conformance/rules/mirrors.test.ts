/** Holds the rules that mirror Django's checks to what real Django said of made-up settings. */
import { readdirSync, readFileSync } from 'node:fs';
import { itemsOf, type Rule, recommended, type Value } from '@django-golive/core';
import { djangoChecks, loadSettings } from '@django-golive/django-settings';
import { describe, expect, test } from 'vitest';
import { settingsOf, verdicts } from '../../packages/core/test/rules/given.js';
import { type MadeUpSets, valuesOf } from '../made-up.js';

const isContainer = (value: Value | undefined): boolean =>
  value !== undefined && ['list', 'tuple', 'set', 'dict'].includes(value.kind);

/** The rules that say what a check says, with the messages that do; no messages: all of them. */
interface Mirror {
  readonly ids: readonly string[];
  readonly rules: readonly string[];
  readonly messages?: readonly string[];
  /** Settings for which the check warns and the rule rightly does not. */
  readonly except?: (get: (name: string) => Value | undefined, assigned: ReadonlyMap<string, Value>) => boolean;
}

const text = (value: Value | undefined): string | undefined => (value?.kind === 'str' ? value.value : undefined);

function knowsNobody(get: (name: string) => Value | undefined): boolean {
  const names = itemsOf(get('MIDDLEWARE')).map(text);
  return !['sessions.middleware.SessionMiddleware', 'auth.middleware.AuthenticationMiddleware'].some((name) =>
    names.includes(`django.contrib.${name}`),
  );
}

const mirrors: readonly Mirror[] = [
  { ids: ['security.W001'], rules: ['https/security-middleware-missing'] },
  // A policy may hold frame-ancestors, and there may be nobody to trick, which is asked.
  {
    ids: ['security.W002'],
    rules: ['https/xframe-missing'],
    except: (get) =>
      knowsNobody(get) ||
      ['SECURE_CSP', 'CONTENT_SECURITY_POLICY'].some((name) => (get(name) ?? { kind: 'none' }).kind !== 'none'),
  },
  // Without sessions nobody is signed in by a cookie of Django's, which is asked.
  {
    ids: ['security.W003'],
    rules: ['csrf/middleware-missing'],
    except: (get) => knowsNobody(get),
  },
  { ids: ['security.W004'], rules: ['https/hsts-missing'] },
  { ids: ['security.W005'], rules: ['https/hsts-subdomains-missing'] },
  { ids: ['security.W006'], rules: ['https/nosniff-disabled'] },
  { ids: ['security.W008'], rules: ['https/ssl-redirect-disabled'] },
  {
    ids: ['security.W009'],
    rules: ['settings/secret-key-missing', 'settings/secret-key-weak', 'settings/secret-key-hardcoded'],
    messages: ['missing', 'weak'],
    except: (get) => isContainer(get('SECRET_KEY')),
  },
  { ids: ['security.W010', 'security.W011', 'security.W012'], rules: ['cookies/session-insecure'] },
  { ids: ['security.W013', 'security.W014', 'security.W015'], rules: ['cookies/session-not-httponly'] },
  { ids: ['security.W016'], rules: ['cookies/csrf-insecure'] },
  { ids: ['security.W018'], rules: ['settings/debug-enabled', 'settings/debug-string-truthy'] },
  // The middleware sends the value in upper case, and framing by the site itself is legitimate.
  {
    ids: ['security.W019'],
    rules: ['https/xframe-weak'],
    except: (get) => /^(DENY|SAMEORIGIN)$/i.test(text(get('X_FRAME_OPTIONS')) ?? ''),
  },
  { ids: ['security.W020'], rules: ['settings/allowed-hosts-empty'], messages: ['empty'] },
  // Where subdomains are left out on purpose, the preload list takes no domain: only Django's check tells of it.
  {
    ids: ['security.W021'],
    rules: ['https/hsts-preload-missing'],
    except: (_, assigned) => assigned.has('SECURE_HSTS_INCLUDE_SUBDOMAINS'),
  },
  { ids: ['security.W022'], rules: ['https/referrer-policy-weak'], messages: ['none'] },
  {
    ids: ['security.E023'],
    rules: ['https/referrer-policy-weak'],
    messages: ['invalid'],
    except: (get) => itemsOf(get('SECURE_REFERRER_POLICY')).some((item) => item.kind !== 'str'),
  },
  // The check ends in an exception at a value that cannot be hashed, here and at E100.
  {
    ids: ['security.E024'],
    rules: ['https/coop-disabled'],
    messages: ['invalid'],
    except: (get) => isContainer(get('SECURE_CROSS_ORIGIN_OPENER_POLICY')),
  },
  // The check ends in an exception at a key that is no string.
  {
    ids: ['security.W025'],
    rules: ['settings/secret-key-fallbacks-weak'],
    messages: ['weak'],
    except: (get) => itemsOf(get('SECRET_KEY_FALLBACKS')).some((item) => item.kind !== 'str'),
  },
  { ids: ['security.E026'], rules: ['headers/csp-not-a-dict'] },
  // The check came with 6.1; the fault is the same on 6.0.
  { ids: ['security.W027'], rules: ['headers/csp-nonce-without-processor'] },
  {
    ids: ['security.E100'],
    rules: ['auth/hashing-algorithm-invalid'],
    except: (get) => isContainer(get('DEFAULT_HASHING_ALGORITHM')),
  },
  // One string in place of the list is told of as that; the check ends in an exception at an origin that is no string.
  {
    ids: ['4_0.E001'],
    rules: ['csrf/origin-without-scheme'],
    except: (get) =>
      get('CSRF_TRUSTED_ORIGINS')?.kind === 'str' ||
      itemsOf(get('CSRF_TRUSTED_ORIGINS')).some((item) => item.kind !== 'str'),
  },
];

function ruleOf(id: string): Rule {
  const rule = recommended.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`There is no rule "${id}".`);
  return rule;
}

const folder = new URL('../checks/', import.meta.url);

describe.each(readdirSync(folder).sort())('Django %s', (file) => {
  const series = file.replace('.json', '');
  const made = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as MadeUpSets;
  test.each(made.sets.map((set, index) => [index, set] as const))('made-up settings %i', (_, set) => {
    const { checks } = set;
    const values = valuesOf(set, made);
    // Without a start there are no checks; with these two being no lists they end in an exception.
    if (!checks || !['MIDDLEWARE', 'SILENCED_SYSTEM_CHECKS'].every((name) => isListed(values.get(name)))) return;
    const assigned = new Map([...values].map(([name, value]) => [name, { value, certain: true }]));
    const loaded = loadSettings(assigned, series, {
      variable: () => undefined,
      isDirectory: () => undefined,
      takesReason: () => undefined,
    });
    const own = settingsOf(Object.fromEntries(values), { django: series });
    const whole = {
      ...own,
      get: (name: string) => ({ ...own.get(name), value: loaded.get(name) ?? ({ kind: 'none' } as const) }),
    };
    // A value that makes a check itself raise decides nothing.
    const open = new Set(djangoChecks(loaded).undecided.map(({ id }) => id));
    const silenced = JSON.stringify(itemsOf(values.get('SILENCED_SYSTEM_CHECKS')));
    const expected: string[] = [];
    const given: string[] = [];
    for (const { ids, rules, messages, except } of mirrors) {
      // A silenced check is silent; the rules speak all the same.
      if (except?.(loaded.get, values) || ids.some((id) => open.has(id) || silenced.includes(id))) continue;
      if (checks.some((id) => ids.includes(id))) expected.push(ids[0] ?? '');
      const problems = rules
        .flatMap((id) => verdicts(ruleOf(id), { settings: whole }) ?? [])
        .filter(({ kind, message }) => kind === 'problem' && (messages?.includes(message) ?? true));
      if (problems.length > 0) given.push(ids[0] ?? '');
    }
    expect(given).toEqual(expected);
  });
});

const isListed = (value: Value | undefined): boolean =>
  value === undefined || value.kind === 'list' || value.kind === 'tuple';
