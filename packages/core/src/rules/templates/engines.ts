/** The template engines of TEMPLATES, as the checks of Django's admin look at them. */
import type { Settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { itemsOf, lookup, stringOf } from '../../facts/value-reading.js';
import type { Remedy } from '../../rule.js';

export const djangoEngine = 'django.template.backends.django.DjangoTemplates';
export const jinjaEngine = 'django.template.backends.jinja2.Jinja2';

/** One engine of the list. */
export interface Engine {
  readonly backend: string | undefined;
  readonly options: Value | undefined;
  readonly whole: Value;
}

/** The engines, in order; one whose entry is not a known dict has no backend. */
export function enginesOf(settings: Settings): readonly Engine[] {
  return itemsOf(settings.get('TEMPLATES').value).map((whole) => ({
    backend: stringOf(lookup(whole, 'BACKEND')),
    options: lookup(whole, 'OPTIONS'),
    whole,
  }));
}

/** A line that adds a context processor to the first of Django's engines. */
export function addProcessor(settings: Settings, name: string): Omit<Remedy, 'summary'> {
  const engines = enginesOf(settings);
  const index = Math.max(
    0,
    engines.findIndex(({ backend }) => backend === djangoEngine),
  );
  const there = lookup(engines[index]?.options, 'context_processors');
  const list = there
    ? `['OPTIONS']['context_processors'] += ${there.kind === 'tuple' ? `('${name}',)` : `['${name}']`}`
    : `.setdefault('OPTIONS', {})['context_processors'] = ['${name}']`;
  return { code: `TEMPLATES[${index}]${list}`, language: 'python', path: settings.get('TEMPLATES').at.path };
}
