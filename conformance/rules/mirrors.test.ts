/** Holds the rules that mirror Django's checks to what real Django said of made-up settings. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Rule } from '@django-golive/core';
import { itemsOf, type Value } from '@django-golive/core';
import { djangoChecks, loadSettings } from '@django-golive/django-settings';
import { describe, expect, test } from 'vitest';
import { hashingAlgorithmInvalid } from '../../packages/core/src/rules/auth/hashing-algorithm-invalid.js';
import { csrfInsecure } from '../../packages/core/src/rules/cookies/csrf-insecure.js';
import { sessionInsecure } from '../../packages/core/src/rules/cookies/session-insecure.js';
import { sessionNotHttponly } from '../../packages/core/src/rules/cookies/session-not-httponly.js';
import { middlewareMissing } from '../../packages/core/src/rules/csrf/middleware-missing.js';
import { originWithoutScheme } from '../../packages/core/src/rules/csrf/origin-without-scheme.js';
import { cspNonceWithoutProcessor } from '../../packages/core/src/rules/headers/csp-nonce-without-processor.js';
import { cspNotADict } from '../../packages/core/src/rules/headers/csp-not-a-dict.js';
import { coopDisabled } from '../../packages/core/src/rules/https/coop-disabled.js';
import { hstsMissing } from '../../packages/core/src/rules/https/hsts-missing.js';
import { hstsPreloadMissing } from '../../packages/core/src/rules/https/hsts-preload-missing.js';
import { hstsSubdomainsMissing } from '../../packages/core/src/rules/https/hsts-subdomains-missing.js';
import { nosniffDisabled } from '../../packages/core/src/rules/https/nosniff-disabled.js';
import { referrerPolicyWeak } from '../../packages/core/src/rules/https/referrer-policy-weak.js';
import { securityMiddlewareMissing } from '../../packages/core/src/rules/https/security-middleware-missing.js';
import { sslRedirectDisabled } from '../../packages/core/src/rules/https/ssl-redirect-disabled.js';
import { xframeMissing } from '../../packages/core/src/rules/https/xframe-missing.js';
import { xframeWeak } from '../../packages/core/src/rules/https/xframe-weak.js';
import { allowedHostsEmpty } from '../../packages/core/src/rules/settings/allowed-hosts-empty.js';
import { debugEnabled } from '../../packages/core/src/rules/settings/debug-enabled.js';
import { debugStringTruthy } from '../../packages/core/src/rules/settings/debug-string-truthy.js';
import { secretKeyFallbacksWeak } from '../../packages/core/src/rules/settings/secret-key-fallbacks-weak.js';
import { secretKeyHardcoded } from '../../packages/core/src/rules/settings/secret-key-hardcoded.js';
import { secretKeyMissing } from '../../packages/core/src/rules/settings/secret-key-missing.js';
import { secretKeyWeak } from '../../packages/core/src/rules/settings/secret-key-weak.js';
import { settingsOf, verdicts } from '../../packages/core/test/rules/given.js';

interface Recorded {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly error?: readonly [type: string, message: string];
  readonly checks?: readonly string[];
}

/** The rules that say what a check says, with the messages that do; no messages: all of them. */
interface Mirror {
  readonly ids: readonly string[];
  readonly rules: readonly Rule[];
  readonly messages?: readonly string[];
  /** Settings for which the check warns and the rule rightly does not. */
  readonly except?: (get: (name: string) => Value | undefined) => boolean;
}

const text = (value: Value | undefined): string | undefined => (value?.kind === 'str' ? value.value : undefined);

const mirrors: readonly Mirror[] = [
  { ids: ['security.W001'], rules: [securityMiddlewareMissing] },
  // A policy may hold frame-ancestors, which is asked.
  {
    ids: ['security.W002'],
    rules: [xframeMissing],
    except: (get) =>
      ['SECURE_CSP', 'CONTENT_SECURITY_POLICY'].some((name) => (get(name) ?? { kind: 'none' }).kind !== 'none'),
  },
  { ids: ['security.W003'], rules: [middlewareMissing] },
  { ids: ['security.W004'], rules: [hstsMissing] },
  { ids: ['security.W005'], rules: [hstsSubdomainsMissing] },
  { ids: ['security.W006'], rules: [nosniffDisabled] },
  { ids: ['security.W008'], rules: [sslRedirectDisabled] },
  {
    ids: ['security.W009'],
    rules: [secretKeyMissing, secretKeyWeak, secretKeyHardcoded],
    messages: ['missing', 'weak'],
  },
  { ids: ['security.W010', 'security.W011', 'security.W012'], rules: [sessionInsecure] },
  { ids: ['security.W013', 'security.W014', 'security.W015'], rules: [sessionNotHttponly] },
  { ids: ['security.W016'], rules: [csrfInsecure] },
  { ids: ['security.W018'], rules: [debugEnabled, debugStringTruthy] },
  // The middleware sends the value in upper case, and framing by the site itself is legitimate.
  {
    ids: ['security.W019'],
    rules: [xframeWeak],
    except: (get) => /^(DENY|SAMEORIGIN)$/i.test(text(get('X_FRAME_OPTIONS')) ?? ''),
  },
  { ids: ['security.W020'], rules: [allowedHostsEmpty], messages: ['empty'] },
  { ids: ['security.W021'], rules: [hstsPreloadMissing] },
  { ids: ['security.W022'], rules: [referrerPolicyWeak], messages: ['none'] },
  { ids: ['security.E023'], rules: [referrerPolicyWeak], messages: ['invalid'] },
  { ids: ['security.E024'], rules: [coopDisabled], messages: ['invalid'] },
  // The check ends in an exception at a key that is no string.
  {
    ids: ['security.W025'],
    rules: [secretKeyFallbacksWeak],
    messages: ['weak'],
    except: (get) => itemsOf(get('SECRET_KEY_FALLBACKS')).some((item) => item.kind !== 'str'),
  },
  { ids: ['security.E026'], rules: [cspNotADict] },
  // The check came with 6.1; the fault is the same on 6.0.
  { ids: ['security.W027'], rules: [cspNonceWithoutProcessor] },
  { ids: ['security.E100'], rules: [hashingAlgorithmInvalid] },
  // One string in place of the list is told of as that.
  {
    ids: ['4_0.E001'],
    rules: [originWithoutScheme],
    except: (get) => get('CSRF_TRUSTED_ORIGINS')?.kind === 'str',
  },
];

const folder = new URL('../checks/', import.meta.url);

describe.each(readdirSync(folder).sort())('Django %s', (file) => {
  const series = file.replace('.json', '');
  const sets = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Recorded[];
  test.each(sets.map((set, index) => [index, set] as const))('made-up settings %i', (_, { settings, checks }) => {
    // Without a start there are no checks; with these two being no lists they end in an exception.
    if (!checks || !['MIDDLEWARE', 'SILENCED_SYSTEM_CHECKS'].every((name) => isListed(settings[name]))) return;
    const written = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, decode(value)]));
    const assigned = new Map(Object.entries(written).map(([name, value]) => [name, { value, certain: true }] as const));
    const loaded = loadSettings(assigned, series, { variable: () => undefined, isDirectory: () => undefined });
    const own = settingsOf(written, { django: series });
    const whole = {
      ...own,
      get: (name: string) => ({ ...own.get(name), value: loaded.get(name) ?? ({ kind: 'none' } as const) }),
    };
    // A value that makes a check itself raise decides nothing.
    const open = new Set(djangoChecks(loaded).undecided.map(({ id }) => id));
    const silenced = JSON.stringify(settings['SILENCED_SYSTEM_CHECKS'] ?? '');
    const expected: string[] = [];
    const given: string[] = [];
    for (const { ids, rules, messages, except } of mirrors) {
      // A silenced check is silent; the rules speak all the same.
      if (except?.(loaded.get) || ids.some((id) => open.has(id) || silenced.includes(id))) continue;
      if (checks.some((id) => ids.includes(id))) expected.push(ids[0] ?? '');
      const problems = rules
        .flatMap((rule) => verdicts(rule, { settings: whole }) ?? [])
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
