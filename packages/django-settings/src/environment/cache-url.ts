/** django-cache-url: CACHES entries out of a URL; what all its versions agree on is known, the rest is not. */

import { parseUrl } from '../evaluate/library/url-parts.js';
import { type Bound, fn, type Machine, type NativeModule, textOf } from '../evaluate/native.js';
import { emptyDict, type PyValue, record, str } from '../evaluate/value.js';
import { readVariable } from './process.js';

/** The module `django_cache_url`. */
export const djangoCacheUrlModule: NativeModule = {
  standard: false,
  load: () => ({
    DEFAULT_ENV: str('CACHE_URL'),
    parse: fn('django_cache_url.parse', '(url)', (machine, args) => parse(machine, args.get('url')), {
      gives: { type: 'dict', truth: true },
    }),
    config: fn('django_cache_url.config', '(env=, default=)', config, { unknowns: 'accept' }),
  }),
};

const BACKENDS: Readonly<Record<string, string>> = {
  db: 'db.DatabaseCache',
  dummy: 'dummy.DummyCache',
  locmem: 'locmem.LocMemCache',
};

function parse(machine: Machine, value: PyValue): PyValue {
  const text = textOf(value);
  const url = text === undefined ? undefined : parseUrl(text);
  const backend = url && Object.hasOwn(BACKENDS, url.scheme) ? BACKENDS[url.scheme] : undefined;
  if (!url || backend === undefined || url.query !== '') {
    const why = 'what django-cache-url makes of this URL depends on its version';
    return value.kind === 'unknown'
      ? machine.derive(value, { type: 'dict', truth: true })
      : machine.unknown(why, { type: 'dict', truth: true });
  }
  const location = url.netloc === '' ? url.path : url.netloc.replaceAll(',', ';');
  return record({ BACKEND: str(`django.core.cache.backends.${backend}`), LOCATION: str(location) });
}

function config(machine: Machine, args: Bound): PyValue {
  const name = textOf(args.optional('env') ?? str('CACHE_URL'));
  if (name === undefined) return machine.unknown('the name of the variable is not known', { type: 'dict' });
  const otherwise = args.optional('default') ?? str('locmem://');
  return readVariable(
    machine,
    { name, required: false, cast: 'cache URL', default: otherwise },
    'defaulted',
    (found) => {
      const value = found ?? otherwise;
      if (value.kind === 'none' || textOf(value) === '') return emptyDict();
      return machine.each(value, (one) => parse(machine, one));
    },
  );
}
