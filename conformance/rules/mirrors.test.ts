/** Holds the rules that mirror Django's checks to what real Django said of made-up settings. */
import { readdirSync, readFileSync } from 'node:fs';
import { itemsOf, type Rule, recommended, type Value } from '@django-golive/core';
import { djangoChecks, loadSettings } from '@django-golive/django-settings';
import { describe, expect, test } from 'vitest';
import { settingsOf, verdicts } from '../../packages/core/test/rules/given.js';

interface Recorded {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly error?: readonly [type: string, message: string];
  readonly checks?: readonly string[];
}

/** The rules that say what a check says, with the messages that do; no messages: all of them. */
interface Mirror {
  readonly ids: readonly string[];
  readonly rules: readonly string[];
  readonly messages?: readonly string[];
  /** Settings for which the check warns and the rule rightly does not. */
  readonly except?: (get: (name: string) => Value | undefined) => boolean;
}

const text = (value: Value | undefined): string | undefined => (value?.kind === 'str' ? value.value : undefined);

const mirrors: readonly Mirror[] = [
  { ids: ['security.W001'], rules: ['https/security-middleware-missing'] },
  // A policy may hold frame-ancestors, which is asked.
  {
    ids: ['security.W002'],
    rules: ['https/xframe-missing'],
    except: (get) =>
      ['SECURE_CSP', 'CONTENT_SECURITY_POLICY'].some((name) => (get(name) ?? { kind: 'none' }).kind !== 'none'),
  },
  { ids: ['security.W003'], rules: ['csrf/middleware-missing'] },
  { ids: ['security.W004'], rules: ['https/hsts-missing'] },
  { ids: ['security.W005'], rules: ['https/hsts-subdomains-missing'] },
  { ids: ['security.W006'], rules: ['https/nosniff-disabled'] },
  { ids: ['security.W008'], rules: ['https/ssl-redirect-disabled'] },
  {
    ids: ['security.W009'],
    rules: ['settings/secret-key-missing', 'settings/secret-key-weak', 'settings/secret-key-hardcoded'],
    messages: ['missing', 'weak'],
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
  { ids: ['security.W021'], rules: ['https/hsts-preload-missing'] },
  { ids: ['security.W022'], rules: ['https/referrer-policy-weak'], messages: ['none'] },
  { ids: ['security.E023'], rules: ['https/referrer-policy-weak'], messages: ['invalid'] },
  { ids: ['security.E024'], rules: ['https/coop-disabled'], messages: ['invalid'] },
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
  { ids: ['security.E100'], rules: ['auth/hashing-algorithm-invalid'] },
  // One string in place of the list is told of as that.
  {
    ids: ['4_0.E001'],
    rules: ['csrf/origin-without-scheme'],
    except: (get) => get('CSRF_TRUSTED_ORIGINS')?.kind === 'str',
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
  const sets = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Recorded[];
  test.each(sets.map((set, index) => [index, set] as const))('made-up settings %i', (_, { settings, checks }) => {
    // Without a start there are no checks; with these two being no lists they end in an exception.
    if (!checks || !['MIDDLEWARE', 'SILENCED_SYSTEM_CHECKS'].every((name) => isListed(settings[name]))) return;
    const written = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, decode(value)]));
    const assigned = new Map(Object.entries(written).map(([name, value]) => [name, { value, certain: true }] as const));
    const loaded = loadSettings(assigned, series, {
      variable: () => undefined,
      isDirectory: () => undefined,
      takesReason: () => undefined,
    });
    const own = settingsOf(written, { django: series });
    const whole = {
      ...own,
      get: (name: string) => ({ ...own.get(name), value: loaded.get(name) ?? ({ kind: 'none' } as const) }),
    };
    // A value that makes a check itself raise decides nothing.
    const open = new Set(djangoChecks(loaded).undecided.map(({ id }) => id));
    const silenced = JSON.stringify(settings.SILENCED_SYSTEM_CHECKS ?? '');
    const expected: string[] = [];
    const given: string[] = [];
    for (const { ids, rules, messages, except } of mirrors) {
      // A silenced check is silent; the rules speak all the same.
      if (except?.(loaded.get) || ids.some((id) => open.has(id) || silenced.includes(id))) continue;
      if (checks.some((id) => ids.includes(id))) expected.push(ids[0] ?? '');
      const problems = rules
        .flatMap((id) => verdicts(ruleOf(id), { settings: whole }) ?? [])
        .filter(({ kind, message }) => kind === 'problem' && (messages?.includes(message) ?? true));
      if (problems.length > 0) given.push(ids[0] ?? '');
    }
    expect(given).toEqual(expected);
  });
});

const isListed = (encoded: unknown): boolean =>
  encoded === undefined ||
  (typeof encoded === 'object' && encoded !== null && ('$list' in encoded || '$tuple' in encoded));

function decode(encoded: unknown): Value {
  if (encoded === null) return { kind: 'none' };
  if (typeof encoded === 'boolean') return { kind: 'bool', value: encoded };
  if (typeof encoded === 'number') return { kind: 'int', value: BigInt(encoded) };
  if (typeof encoded === 'string') return { kind: 'str', value: encoded };
  const [[kind, inside] = ['', []]] = Object.entries(encoded as Record<string, unknown>);
  const items = Array.isArray(inside) ? inside : [];
  if (kind === '$float') return { kind: 'float', value: Number(inside) };
  if (kind === '$bytes') return { kind: 'bytes', value: String(inside) };
  if (kind === '$path') return { kind: 'path', value: String(inside) };
  if (kind === '$dict')
    return { kind: 'dict', entries: items.map(([key, value]: [unknown, unknown]) => [decode(key), decode(value)]) };
  return { kind: kind === '$list' ? 'list' : kind === '$tuple' ? 'tuple' : 'set', items: items.map(decode) };
}
