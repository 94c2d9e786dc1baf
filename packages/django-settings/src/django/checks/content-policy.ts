/** Mirrors of Django's checks of the Content-Security-Policy settings (6.0 and later). */
import type { Value } from '@django-golive/core';
import {
  type Answer,
  anyOf,
  both,
  contains,
  either,
  entryOf,
  equalsText,
  isNone,
  isOneOf,
  iterated,
  not,
  overOptions,
} from '../answer.js';
import type { LoadedSettings } from '../loaded.js';
import { check, type SettingsCheck } from './check.js';
import { policyMiddleware } from './middleware.js';

const policies = ['SECURE_CSP', 'SECURE_CSP_REPORT_ONLY'];
/** The text of `django.utils.csp.CSP.NONCE`. */
const nonce = '<CSP_NONCE_SENTINEL>';
const contextProcessor = 'django.template.context_processors.csp';

export const contentPolicyChecks: readonly SettingsCheck[] = [
  check(
    'security.E026',
    policies,
    (settings) =>
      anyOf(policies, (name) => {
        const value = settings.get(name);
        return value
          ? both(
              () => not(isNone(value)),
              () => not(isOneOf(value, 'dict')),
            )
          : 'no';
      }),
    { since: '6.0' },
  ),
  check(
    'security.W027',
    ['MIDDLEWARE', ...policies, 'TEMPLATES'],
    (settings) =>
      both(
        () => policyMiddleware(settings),
        () => anyOf(policies, (name) => usesNonce(settings.get(name))),
        () => not(processorConfigured(settings)),
      ),
    { since: '6.1' },
  ),
];

function usesNonce(policy: Value | undefined): Answer {
  if (!policy) return 'no';
  return overOptions(policy, (option) => {
    if (option.kind === 'unknown' || option.kind === 'object') return 'maybe';
    if (option.kind !== 'dict') return 'no';
    return anyOf(option.entries, ([, value]) => {
      const inside = either(
        () => equalsText(value, nonce),
        () => contains(value, nonce),
      );
      return inside === 'crash' ? 'no' : inside;
    });
  });
}

function processorConfigured(settings: LoadedSettings): Answer {
  const templates = iterated(settings.get('TEMPLATES'));
  if (templates === 'crash') return 'crash';
  if (!templates) return 'maybe';
  return anyOf(templates, (template) => {
    if (template.kind === 'unknown' || template.kind === 'choice') return 'maybe';
    if (template.kind !== 'dict') return 'no';
    const options = entryOf(template, 'OPTIONS');
    if (options === undefined) return 'maybe';
    if (options === 'absent') return 'no';
    const processors = options === 'crash' ? 'crash' : entryOf(options, 'context_processors');
    if (processors === undefined) return 'maybe';
    if (processors === 'absent') return 'no';
    return processors === 'crash' ? 'crash' : contains(processors, contextProcessor);
  });
}
