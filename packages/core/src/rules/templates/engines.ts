/** The template engines of TEMPLATES, as the checks of Django's admin look at them. */
import type { Settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { itemsOf, lookup, stringOf } from '../../facts/value-reading.js';

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
