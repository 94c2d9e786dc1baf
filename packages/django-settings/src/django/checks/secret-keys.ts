/** Mirrors of Django's checks of SECRET_KEY and its fallbacks: too short, too monotonous, or generated for development. */
import type { Value } from '@django-golive/core';
import { type Answer, anyOfAll, iterated, maybeNoText, not, overOptions, truth } from '../answer.js';
import type { LoadedSettings } from '../loaded.js';
import { atLeast } from '../series.js';
import { check, type Finding, type SettingsCheck } from './check.js';

const minimumLength = 50;
const minimumUniqueCharacters = 5;
const insecurePrefix = 'django-insecure-';

export const secretKeyChecks: readonly SettingsCheck[] = [
  check('security.W009', ['SECRET_KEY'], secretKeyWeak),
  { since: '4.1', reads: ['SECRET_KEY_FALLBACKS'], run: fallbacksWeak },
];

/** Django turns an empty key into ImproperlyConfigured, which the check takes for a weak one. */
function secretKeyWeak(settings: LoadedSettings): Answer {
  const key = settings.get('SECRET_KEY');
  if (!key) return 'yes';
  return overOptions(key, (option) => {
    const there = truth(option);
    return there === 'yes' ? weak(option, settings.series) : not(there);
  });
}

function fallbacksWeak(settings: LoadedSettings): readonly Finding[] {
  const keys = iterated(settings.get('SECRET_KEY_FALLBACKS'));
  const id = 'security.W025';
  if (keys === 'crash') return [{ id, printed: 'crash' }];
  if (!keys) return [{ id, printed: 'maybe' }];
  const answers = keys.map((key) => (key.kind === 'unknown' && key.many ? 'maybe' : weak(key, settings.series)));
  // All keys are looked at before anything is printed, so one that raises loses the warnings about the others.
  const mayRaise = keys.some((key, index) => answers[index] === 'maybe' && maybeNoText(key));
  return [{ id, printed: anyOfAll(answers, mayRaise) }];
}

function weak(key: Value, series: string): Answer {
  return overOptions(key, (option) => {
    switch (option.kind) {
      case 'str':
      case 'bytes': {
        const characters = [...option.value];
        if (new Set(characters).size < minimumUniqueCharacters || characters.length < minimumLength) return 'yes';
        if (!atLeast(series, '3.2')) return 'no';
        if (option.kind === 'bytes') return 'crash';
        return option.value.startsWith(insecurePrefix) ? 'yes' : 'no';
      }
      case 'unknown':
        return option.truth === false && option.type === 'str' ? 'yes' : 'maybe';
      case 'list':
      case 'tuple':
      case 'set':
      case 'dict':
        return weakContainer(option, series);
      case 'object':
        return 'maybe';
      default:
        return 'crash';
    }
  });
}

/** What holds texts is measured like a text, and has no `startswith`. */
function weakContainer(container: Value, series: string): Answer {
  const items = iterated(container);
  if (!items || items === 'crash') return 'maybe';
  const texts = items.flatMap((item) => (item.kind === 'str' ? [item.value] : []));
  if (texts.length < items.length) return 'maybe';
  if (new Set(texts).size < minimumUniqueCharacters || texts.length < minimumLength) return 'yes';
  return atLeast(series, '3.2') ? 'crash' : 'no';
}
