/** Mirrors of django.core.checks.translation: language codes that are none, or that no listed language covers. */
import type { Value } from '@django-golive/core';
import { type Answer, anyOf, iterated, overOptions, truth } from '../answer.js';
import { translatedLanguages } from '../defaults.js';
import type { LoadedSettings } from '../loaded.js';
import { atLeast } from '../series.js';
import { check, type SettingsCheck } from './check.js';

/** The shape of a language tag. Python's `$` also matches before a final line break. */
const languageCode = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*(?:@[a-z0-9]{1,20})?\n?$/i;
const maximumLength = 500;

/** Codes that stand for another one besides their own shorter forms. */
const fallbacks: ReadonlyMap<string, string> = new Map([
  ['zh-cn', 'zh-hans'],
  ['zh-hk', 'zh-hant'],
  ['zh-mo', 'zh-hant'],
  ['zh-my', 'zh-hans'],
  ['zh-sg', 'zh-hans'],
  ['zh-tw', 'zh-hant'],
]);

export const languageChecks: readonly SettingsCheck[] = [
  check('translation.E001', ['LANGUAGE_CODE'], (settings) => malformed(settings.get('LANGUAGE_CODE')), {
    since: '2.1',
  }),
  check('translation.E002', ['LANGUAGES'], (settings) => overCodes(codesOf(settings), malformed), { since: '3.0' }),
  check(
    'translation.E003',
    ['LANGUAGES_BIDI'],
    (settings) => overCodes(iterated(settings.get('LANGUAGES_BIDI')), malformed),
    { since: '3.0' },
  ),
  check('translation.E004', ['LANGUAGE_CODE', 'LANGUAGES'], unsupported, { since: '3.0' }),
];

function malformed(code: Value | undefined): Answer {
  if (!code) return 'crash';
  return overOptions(code, (option) => {
    if (option.kind === 'str') return languageCode.test(option.value) ? 'no' : 'yes';
    if (option.kind !== 'unknown') return 'yes';
    return option.type !== undefined && option.type !== 'str' ? 'yes' : 'maybe';
  });
}

/** The first halves of the pairs in LANGUAGES. A pair that is none makes Python raise while it unpacks. */
function codesOf(settings: LoadedSettings): readonly Value[] | 'crash' | undefined {
  const pairs = iterated(settings.get('LANGUAGES'));
  if (pairs === 'crash' || !pairs) return pairs;
  const codes: Value[] = [];
  for (const pair of pairs) {
    if (pair.kind === 'unknown' || pair.kind === 'choice') {
      codes.push({ kind: 'unknown', why: 'a language of the list is not known' });
      continue;
    }
    const halves = iterated(pair);
    if (halves === undefined) return undefined;
    const [code, name, third] = halves === 'crash' ? [] : halves;
    if (!code || !name || third) return 'crash';
    codes.push(code);
  }
  return codes;
}

function overCodes(codes: readonly Value[] | 'crash' | undefined, ask: (code: Value) => Answer): Answer {
  if (codes === 'crash') return 'crash';
  return codes ? anyOf(codes, ask) : 'maybe';
}

/** Django looks for the code, what stands for it and its shorter forms, then for any other variant of the language. */
function unsupported(settings: LoadedSettings): Answer {
  const code = settings.get('LANGUAGE_CODE');
  if (!code) return 'crash';
  return overOptions(code, (option) => {
    // What is false is no code at all; a value that cannot be hashed stopped the look-up before 5.0.
    const unhashable = option.kind === 'list' || option.kind === 'dict' || option.kind === 'set';
    if (truth(option) === 'no') return unhashable && !atLeast(settings.series, '5.0') ? 'crash' : 'yes';
    if (option.kind !== 'str') return option.kind === 'unknown' ? 'maybe' : 'crash';
    const languages = settings.get('LANGUAGES');
    // Here Django makes a dict of the pairs, which a dict already is.
    const codes = languages?.kind === 'dict' ? iterated(languages) : codesOf(settings);
    if (codes === 'crash' || !codes) return codes ?? 'maybe';
    const supported = codes.flatMap((one) => (one.kind === 'str' ? [one.value] : []));
    return coverage(option.value, supported, supported.length === codes.length, settings.series);
  });
}

function coverage(code: string, listed: readonly string[], wholly: boolean, series: string): Answer {
  if (code.length > maximumLength) return 'maybe';
  // Since 4.2 the case of a code's letters does not matter.
  const fold = (text: string): string => (atLeast(series, '4.2') ? text.toLowerCase() : text);
  const supported = listed.map(fold);
  const forms = shorterForms(code, series);
  const translated = translatedLanguages(series);
  const candidates = forms.filter((form) => supported.includes(fold(form)));
  if (candidates.some((form) => translated.has(form.toLowerCase()))) return 'no';
  const generic = forms.at(-1) ?? code;
  if (supported.some((one) => one.startsWith(`${generic}-`))) return 'no';
  // Listed, but not by Django translated: an application's own catalogue would decide.
  return candidates.length > 0 || !wholly ? 'maybe' : 'yes';
}

function shorterForms(code: string, series: string): readonly string[] {
  const forms = [code];
  const fallback = fallbacks.get(code);
  if (fallback !== undefined) forms.push(fallback);
  if (!atLeast(series, '4.2')) return [...forms, code.split('-')[0] ?? code];
  for (let cut = code.lastIndexOf('-'); cut > 0; cut = code.lastIndexOf('-', cut - 1)) forms.push(code.slice(0, cut));
  return forms;
}
