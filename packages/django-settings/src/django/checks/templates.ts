/** Mirrors of django.core.checks.templates and of the engines' own checks, as far as TEMPLATES alone decides them. */
import type { Value } from '@django-golive/core';
import { type Answer, anyOf, both, contains, entryOf, isOneOf, iterated, not, truth } from '../answer.js';
import type { LoadedSettings } from '../loaded.js';
import { before } from '../series.js';
import { check, type SettingsCheck } from './check.js';
import { templateEngines } from './template-engines.js';

export const templateChecks: readonly SettingsCheck[] = [
  check(
    'templates.E001',
    ['TEMPLATES'],
    (settings) =>
      // Asked one after the other until one says yes.
      overTemplates(settings, (template) =>
        both(
          () => {
            const automatic = entryOf(template, 'APP_DIRS');
            return automatic === 'absent' ? 'no' : answerOf(automatic, truth);
          },
          () => answerOf(optionsOf(template), (options) => contains(options, 'loaders')),
        ),
      ),
    { since: '1.9', removed: '5.1' },
  ),
  check(
    'templates.E002',
    ['TEMPLATES'],
    (settings) => (before(settings.series, '5.1') ? anyNoString(settings) : engineWithoutString(settings)),
    { since: '1.11' },
  ),
];

type Entry = ReturnType<typeof entryOf>;

function answerOf(entry: Entry, ask: (value: Value) => Answer): Answer {
  return entry === 'crash' || entry === 'absent' ? 'crash' : entry ? ask(entry) : 'maybe';
}

function optionsOf(template: Value): Entry {
  const options = entryOf(template, 'OPTIONS');
  return options === 'absent' ? { kind: 'dict', entries: [] } : options;
}

function overTemplates(settings: LoadedSettings, ask: (template: Value) => Answer): Answer {
  const templates = iterated(settings.get('TEMPLATES'));
  if (templates === 'crash') return 'crash';
  return templates ? anyOf(templates, ask) : 'maybe';
}

/** All are looked at before anything is printed. */
function anyNoString(settings: LoadedSettings): Answer {
  const templates = iterated(settings.get('TEMPLATES'));
  if (templates === 'crash' || !templates) return templates ?? 'maybe';
  const answers = templates.map((template) =>
    answerOf(optionsOf(template), (options) => {
      const text = entryOf(options, 'string_if_invalid');
      return text === 'absent' ? 'no' : answerOf(text, (value) => not(isOneOf(value, 'str')));
    }),
  );
  if (answers.includes('crash')) return 'crash';
  const any = anyOf(answers, (answer) => answer);
  return any === 'yes' && answers.includes('maybe') ? 'maybe' : any;
}

/** From 5.1 on each engine of Django's is made and asked. */
function engineWithoutString(settings: LoadedSettings): Answer {
  const engines = templateEngines(settings);
  if (engines === 'crash' || !engines) return engines ?? 'maybe';
  return anyOf(engines, ({ django, options }) => {
    if (!django) return django === false ? 'no' : 'maybe';
    const text = entryOf(options, 'string_if_invalid');
    return text === 'absent' ? 'no' : answerOf(text, (value) => not(isOneOf(value, 'str')));
  });
}
