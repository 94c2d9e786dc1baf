/** A policy with nonces that no template can get at. */
import { type Settings, settings } from '../../facts/settings.js';
import type { Truth, Value } from '../../facts/value.js';
import { entriesOf, holds, itemsOf, lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { policyMiddleware, runs } from '../settings/middleware.js';
import { addProcessor, enginesOf } from '../templates/engines.js';
import { policySettings } from './csp-not-a-dict.js';

/** What `django.utils.csp.CSP.NONCE` is made of. */
const sentinel = '<CSP_NONCE_SENTINEL>';
const processor = 'django.template.context_processors.csp';

export const cspNonceWithoutProcessor = defineRule({
  id: 'headers/csp-nonce-without-processor',
  title: 'The policy asks for nonces that templates cannot write',
  sound: 'Templates can write the nonces that the policy asks for',
  category: 'security',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Browsers refuse the scripts and styles of these pages, because their nonce is empty.',
  references: [django('security.W027'), docs('ref/csp')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    missing: '`{name}` uses `CSP.NONCE`, but no engine of `TEMPLATES` names `django.template.context_processors.csp`.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && atLeastSeries(settings.django, '6.0') && runs(settings, policyMiddleware) === 'yes',
  *check({ settings }, { problem }) {
    if (hasProcessor(settings) !== 'no') return;
    for (const name of policySettings) {
      const setting = settings.get(name);
      if (!entriesOf(setting.value).some(([, sources]) => usesNonce(sources))) continue;
      yield {
        ...problem('missing', setting, { name }),
        confidence: confidenceIn(settings, setting),
        remedy: {
          summary: 'Add the context processor.',
          ...addProcessor(settings, processor),
        },
      };
    }
  },
});

function usesNonce(sources: Value): boolean {
  const texts = [stringOf(sources), ...itemsOf(sources).map(stringOf)];
  return texts.some((text) => text?.includes(sentinel));
}

function hasProcessor(settings: Settings): Truth {
  const templates = settings.get('TEMPLATES').value;
  if (templates.kind !== 'list' && templates.kind !== 'tuple') return 'maybe';
  const truths = enginesOf(settings).map((engine): Truth => {
    if (engine.whole.kind !== 'dict') return 'maybe';
    const processors = lookup(engine.options, 'context_processors');
    if (processors) return holds(processors, processor);
    return engine.options === undefined || engine.options.kind === 'dict' ? 'no' : 'maybe';
  });
  if (truths.includes('yes')) return 'yes';
  return truths.includes('maybe') ? 'maybe' : 'no';
}
