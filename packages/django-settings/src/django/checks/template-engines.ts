/** The template engines that Django makes of TEMPLATES, as far as its checks ask for them. */
import type { Value } from '@django-golive/core';
import { entryOf, isNone, iterated, truth } from '../answer.js';
import type { LoadedSettings } from '../loaded.js';

/** One engine. */
export interface Engine {
  /** Whether it is Django's own; `undefined` for a class that may be derived from it. */
  readonly django: boolean | undefined;
  readonly options: Value;
}

const djangoBackend = 'django.template.backends.django.DjangoTemplates';
/** It takes no options. */
const dummyBackend = 'django.template.backends.dummy.TemplateStrings';
const otherBackends = ['django.template.backends.jinja2.Jinja2', dummyBackend];
const parameters = ['BACKEND', 'NAME', 'DIRS', 'APP_DIRS', 'OPTIONS'];
const options = [
  'autoescape',
  'builtins',
  'context_processors',
  'debug',
  'file_charset',
  'libraries',
  'loaders',
  'string_if_invalid',
];

type Uncertain = 'crash' | undefined;

/** `engines.all()`: `crash` where one cannot be made, `undefined` where that is not known. Modules that it names are taken to be there. */
export function templateEngines(settings: LoadedSettings): readonly Engine[] | Uncertain {
  const templates = iterated(settings.get('TEMPLATES'));
  if (templates === 'crash' || !templates) return templates;
  const made = templates.map(engineOf);
  if (made.includes('crash')) return 'crash';
  const engines = made.flatMap((one) => (one && one !== 'crash' ? [one] : []));
  if (engines.length < made.length) return undefined;
  const names = new Set(engines.map(({ name }) => name));
  return names.size < engines.length ? 'crash' : engines;
}

function engineOf(template: Value): (Engine & { readonly name: string }) | Uncertain {
  if (template.kind === 'unknown' || template.kind === 'choice' || template.kind === 'object') return undefined;
  if (template.kind !== 'dict') return 'crash';
  const backend = entryOf(template, 'BACKEND');
  if (backend === undefined || (typeof backend === 'object' && isOpen(backend))) return undefined;
  if (typeof backend !== 'object' || backend.kind !== 'str' || !backend.value.includes('.')) return 'crash';
  const name = entryOf(template, 'NAME');
  const called = name === 'absent' ? backend.value.split('.').at(-2) : typeof name === 'object' && textOf(name);
  if (typeof called !== 'string') return undefined;
  const known = backend.value === djangoBackend || otherBackends.includes(backend.value);
  if (!known) return { name: called, django: undefined, options: template };
  const extra = unlisted(template, parameters);
  if (extra) return extra === 'unknown' ? undefined : 'crash';
  const given = entryOf(template, 'OPTIONS');
  const chosen: Value | Uncertain =
    given === 'absent' ? { kind: 'dict', entries: [] } : given === 'crash' ? 'crash' : given;
  if (chosen === undefined || chosen === 'crash') return chosen;
  const engine = { name: called, django: backend.value === djangoBackend, options: chosen };
  if (backend.value === dummyBackend && truth(chosen) !== 'no') return truth(chosen) === 'yes' ? 'crash' : undefined;
  if (!engine.django) return engine;
  const wrong = directoriesWrong(template) ?? optionsWrong(template, chosen);
  return wrong === 'crash' ? 'crash' : wrong === 'unknown' ? undefined : engine;
}

function directoriesWrong(template: Value): 'crash' | 'unknown' | undefined {
  const directories = entryOf(template, 'DIRS');
  if (directories === 'absent') return undefined;
  const each = typeof directories === 'object' ? iterated(directories) : directories;
  return each === 'crash' ? 'crash' : each === undefined ? 'unknown' : undefined;
}

/** What `Engine(…, **options)` refuses. */
function optionsWrong(template: Value, chosen: Value): 'crash' | 'unknown' | undefined {
  if (isOpen(chosen)) return 'unknown';
  if (chosen.kind !== 'dict') return 'crash';
  const extra = unlisted(chosen, options);
  if (extra) return extra;
  const loaders = entryOf(chosen, 'loaders');
  if (typeof loaders === 'object' && isNone(loaders) !== 'yes') {
    const automatic = entryOf(template, 'APP_DIRS');
    const on = typeof automatic === 'object' ? truth(automatic) : 'no';
    if (on !== 'no') return on === 'yes' && isNone(loaders) === 'no' ? 'crash' : 'unknown';
  }
  const builtins = entryOf(chosen, 'builtins');
  if (typeof builtins === 'object' && !['list', 'none'].includes(builtins.kind))
    return isOpen(builtins) ? 'unknown' : 'crash';
  const libraries = entryOf(chosen, 'libraries');
  if (typeof libraries === 'object' && libraries.kind !== 'dict') return 'unknown';
  return undefined;
}

/** Whether a dict has another key than those: each would be an argument that nobody takes. */
function unlisted(dict: Value, names: readonly string[]): 'crash' | 'unknown' | undefined {
  if (dict.kind !== 'dict') return 'unknown';
  const keys = dict.entries.map(([key]) => key);
  if (keys.some((key) => !isOpen(key) && !(key.kind === 'str' && names.includes(key.value)))) return 'crash';
  return keys.some(isOpen) ? 'unknown' : undefined;
}

const isOpen = ({ kind }: Value): boolean => kind === 'unknown' || kind === 'choice' || kind === 'object';
const textOf = (value: Value): string | undefined => (value.kind === 'str' ? value.value : undefined);
