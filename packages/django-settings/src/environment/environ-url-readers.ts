/** The URL readers of django-environ's `Env`: `db`, `cache`, `email`, `search_url`, `channels`, `url` and `path`. */

import type { Plain } from '../evaluate/library/plain.js';
import { parsedValue } from '../evaluate/library/plain-value.js';
import { parseUrl, type UrlParts } from '../evaluate/library/url-parts.js';
import { type Bound, classMethod, type Machine, method, textOf } from '../evaluate/native.js';
import { emptyDict, type PyUnknown, type PyValue, record, str, stringKey } from '../evaluate/value.js';
import { type DatabaseRules, environDatabase, environDatabaseOf } from './environ-database-url.js';
import { parseCast } from './environ-parse.js';
import {
  environCache,
  environChannels,
  environEmail,
  environSearch,
  type ServiceRules,
} from './environ-service-urls.js';
import { getValue } from './environ-value.js';
import type { AtLeast } from './version.js';

const accept = { unknowns: 'accept' } as const;

interface Service {
  readonly name: string;
  readonly alias?: string;
  readonly variable: string;
  readonly parameter: 'backend' | 'engine';
  readonly schemes: string;
  readonly make: (url: UrlParts, rules: ServiceRules) => ReadonlyMap<string, Plain>;
  /** What becomes of None: `urlparse` takes it for empty bytes. */
  readonly nothing: (machine: Machine) => PyValue;
}

const bytesWanted = (machine: Machine): PyValue =>
  machine.raise('TypeError', "a bytes-like object is required, not 'str'");

const SERVICES: readonly Service[] = [
  {
    name: 'cache_url',
    alias: 'cache',
    variable: 'CACHE_URL',
    parameter: 'backend',
    schemes: 'CACHE_SCHEMES',
    make: environCache,
    nothing: emptyDict,
  },
  {
    name: 'email_url',
    alias: 'email',
    variable: 'EMAIL_URL',
    parameter: 'backend',
    schemes: 'EMAIL_SCHEMES',
    make: environEmail,
    nothing: bytesWanted,
  },
  {
    name: 'search_url',
    variable: 'SEARCH_URL',
    parameter: 'engine',
    schemes: 'SEARCH_SCHEMES',
    make: environSearch,
    nothing: bytesWanted,
  },
  {
    name: 'channels_url',
    alias: 'channels',
    variable: 'CHANNELS_URL',
    parameter: 'backend',
    schemes: 'CHANNELS_SCHEMES',
    make: environChannels,
    nothing: (machine) =>
      machine.raise(machine.classFrom('django.core.exceptions', 'ImproperlyConfigured'), "Invalid channels schema b''"),
  },
];

/** The readers and the parsers behind them, by the name of the method. */
export function urlReaders(atLeast: AtLeast): Readonly<Record<string, PyValue>> {
  const members: Record<string, PyValue> = {
    url: method(
      'environ.Env.url',
      '(self, var, default=)',
      (m, args) => rawValue(m, args, '', 'url', true, atLeast),
      accept,
    ),
    path: method(
      'environ.Env.path',
      '(self, var, default=, **extra)',
      (m, args) => {
        const read = { value: undefined, name: 'path' };
        const otherwise = args.optional('default');
        const value = getValue(m, args.get('self'), args.get('var'), read, otherwise, false, atLeast);
        return m.call(m.from('environ', 'Path'), [value], args.extra);
      },
      accept,
    ),
  };
  for (const service of SERVICES.filter(({ name }) => name !== 'channels_url' || atLeast(0, 12))) {
    const { name, alias, variable, parameter } = service;
    const reader = method(
      `environ.Env.${name}`,
      `(self, var=, default=, ${parameter}=)`,
      (m, args) => {
        const self = args.get('self');
        const value = rawValue(m, args, variable, alias ?? name, true, atLeast);
        return serviceOf(m, service, self.kind === 'instance' ? self.cls : self, value, args, atLeast);
      },
      accept,
    );
    members[name] = reader;
    if (alias !== undefined) members[alias] = reader;
    members[`${name}_config`] = classMethod(
      `environ.Env.${name}_config`,
      `(cls, url, ${parameter}=)`,
      (m, args) => serviceOf(m, service, args.get('cls'), args.get('url'), args, atLeast),
      accept,
    );
  }
  return { ...members, ...databaseReaders(atLeast) };
}

function databaseReaders(atLeast: AtLeast): Readonly<Record<string, PyValue>> {
  const extra = atLeast(0, 13) ? ', options_cast=, extra_options=' : '';
  const db = method(
    'environ.Env.db_url',
    `(self, var=, default=, engine=${extra})`,
    (m, args) => {
      const self = args.get('self');
      const value = rawValue(m, args, 'DATABASE_URL', 'db', false, atLeast);
      return databaseOf(m, self.kind === 'instance' ? self.cls : self, value, args, atLeast);
    },
    accept,
  );
  const config = classMethod(
    'environ.Env.db_url_config',
    `(cls, url, engine=${extra})`,
    (m, args) => databaseOf(m, args.get('cls'), args.get('url'), args, atLeast),
    accept,
  );
  return { db, db_url: db, db_url_config: config };
}

function rawValue(
  machine: Machine,
  args: Bound,
  variable: string,
  name: string,
  asUrl: boolean,
  atLeast: AtLeast,
): PyValue {
  const cast = { value: asUrl ? machine.from('urllib.parse', 'urlparse') : undefined, name };
  const named = args.optional('var') ?? str(variable);
  return getValue(machine, args.get('self'), named, cast, args.optional('default'), asUrl, atLeast);
}

/** `email_url` gives the same settings whatever the address says: two that its scheme or its query may add, and the query's others. */
function unknownEmail(machine: Machine, url: PyUnknown, backend: PyValue | undefined): PyValue {
  const value = machine.derive(url);
  const always = ['FILE_PATH', 'HOST_USER', 'HOST_PASSWORD', 'HOST', 'PORT', 'BACKEND'];
  const dict = record(Object.fromEntries(always.map((name) => [`EMAIL_${name}`, value])));
  const put = (name: string, more: PyValue, maybe: boolean) =>
    dict.entries.set(stringKey(name), { key: str(name), value: more, ...(maybe ? { maybe } : {}) });
  if (backend) put('EMAIL_BACKEND', backend, false);
  for (const name of ['EMAIL_USE_TLS', 'EMAIL_USE_SSL', 'OPTIONS']) put(name, value, true);
  return dict;
}

function serviceOf(
  machine: Machine,
  service: Service,
  cls: PyValue,
  value: PyValue,
  args: Bound,
  atLeast: AtLeast,
): PyValue {
  return machine.each(value, (one) => {
    if (one.kind === 'unknown') {
      mayBeRefused(machine, one);
      if (service.name === 'email_url') return unknownEmail(machine, one, args.some(service.parameter));
      // An empty text makes an empty cache.
      return machine.derive(one, service.name === 'cache_url' ? { type: 'dict' } : { type: 'dict', truth: true });
    }
    const given = textOf(args.some(service.parameter));
    if (one.kind === 'none') {
      const named = service.name === 'channels_url' && given !== undefined && given !== '';
      if (named) return record({ BACKEND: str(given) });
      return atLeast(0, 5) ? service.nothing(machine) : bytesWanted(machine);
    }
    if (textOf(one) === '' && service.name === 'cache_url' && atLeast(0, 5)) return emptyDict();
    const schemes = schemesOf(machine, cls, service.schemes);
    if (!schemes) return machine.unknown(`\`Env.${service.schemes}\` is not known`, { type: 'dict' });
    const text = textOf(one);
    const url = urlOf(one);
    if (!url && text === undefined)
      return machine.unknown(`\`env.${service.name}\` was given something that is not a URL`, { type: 'dict' });
    return parsedValue(machine, () => service.make(url ?? parseUrl(text ?? ''), { atLeast, schemes, given }));
  });
}

function databaseOf(machine: Machine, cls: PyValue, value: PyValue, args: Bound, atLeast: AtLeast): PyValue {
  return machine.each(value, (one) => {
    if (one.kind === 'unknown') {
      mayBeRefused(machine, one);
      return machine.derive(one, { type: 'dict', truth: true });
    }
    const schemes = schemesOf(machine, cls, 'DB_SCHEMES');
    if (!schemes) return machine.unknown('`Env.DB_SCHEMES` is not known', { type: 'dict' });
    const rules = {
      atLeast,
      schemes,
      engine: textOf(args.some('engine')),
      ...optionRules(machine, cls, args, atLeast),
    };
    const url = urlOf(one);
    if (url) return parsedValue(machine, () => environDatabaseOf(url, rules));
    const text = textOf(one);
    if (text !== undefined) return parsedValue(machine, () => environDatabase(text, rules));
    if (machine.truth(one) === 'no')
      return atLeast(0, 11) ? parsedValue(machine, () => environDatabase('', rules)) : bytesWanted(machine);
    if (one.kind === 'bytes') return machine.unknown('a URL of bytes is not followed', { type: 'dict' });
    return machine.raise('AttributeError', `'${machine.typeName(one)}' object has no attribute 'decode'`);
  });
}

/** Another text may be no such URL. */
function mayBeRefused(machine: Machine, url: PyValue): void {
  machine.mayRaise(url, 'ValueError');
  machine.mayRaise(url, machine.classFrom('django.core.exceptions', 'ImproperlyConfigured'));
}

/** What `options_cast` and `extra_options` say, since 0.13. */
function optionRules(machine: Machine, cls: PyValue, args: Bound, atLeast: AtLeast): Partial<DatabaseRules> {
  if (!atLeast(0, 13)) return {};
  const casts = args.some('options_cast');
  const extra = args.some('extra_options');
  return {
    ...(casts
      ? {
          castOption: (name: string, text: string) => {
            if (machine.truth(machine.compare('in', str(name), casts)) !== 'yes') return undefined;
            const cast = machine.getItem(casts, str(name));
            return {
              ready:
                cast.kind === 'class'
                  ? parseCast(machine, str(text), cast, { cls, atLeast })
                  : machine.call(cast, [str(text)]),
            };
          },
        }
      : {}),
    ...(extra?.kind === 'dict'
      ? {
          extra: [...extra.entries.values()].flatMap(({ key, value }) =>
            key.kind === 'str' ? [[key.value, { ready: value }] as const] : [],
          ),
        }
      : {}),
  };
}

/** A class's table of schemes, to which projects add their own; `undefined` where it is not wholly known. */
function schemesOf(machine: Machine, cls: PyValue, name: string): ReadonlyMap<string, string> | undefined {
  const table = machine.getAttribute(cls, name);
  if (table.kind !== 'dict' || table.open || table.options) return undefined;
  const entries = [...table.entries.values()].map(({ key, value }) => [textOf(key), textOf(value)] as const);
  if (entries.some(([key, value]) => key === undefined || value === undefined)) return undefined;
  return new Map(entries as [string, string][]);
}

/** The parts of a `ParseResult`. */
function urlOf(value: PyValue): UrlParts | undefined {
  if (value.kind !== 'tuple' || value.cls?.name !== 'ParseResult') return undefined;
  const [scheme, netloc, path, params, query, fragment] = value.items.map(textOf);
  if (scheme === undefined || netloc === undefined || path === undefined) return undefined;
  return { scheme, netloc, path, params: params ?? '', query: query ?? '', fragment: fragment ?? '' };
}
