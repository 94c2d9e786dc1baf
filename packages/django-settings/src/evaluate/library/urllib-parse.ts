/** `urllib.parse`: URLs as settings take them apart and put them together. */

import { pythonAtLeast } from '../../environment/surroundings.js';
import { dictOf } from '../keys.js';
import { type Bound, fn, type Machine, method, type NativeModule, nativeClass, property, textOf } from '../native.js';
import { isNoIterable } from '../no-iterable.js';
import { int, list, none, type PyClass, type PyTuple, type PyValue, str, tuple } from '../value.js';
import { remembering } from './lru-cache.js';
import { raisePython } from './plain-value.js';
import { urlencode } from './url-encode.js';
import {
  hostOf,
  joinUrl,
  parsePairs,
  parseQuery,
  parseUrl,
  portOf,
  splitUrl,
  type UrlParts,
  USES_NETLOC,
  unparseUrl,
  userOf,
} from './url-parts.js';
import { quoting } from './url-quoting.js';

/** The module `urllib.parse`. */
export const urllibParseModule: NativeModule = {
  standard: true,
  load(machine) {
    const split = resultClass(machine, 'SplitResult', SPLIT_FIELDS);
    const parse = resultClass(machine, 'ParseResult', PARSE_FIELDS);
    const text = { gives: { type: 'str' } } as const;
    const plainSplit = fn('urllib.parse.urlsplit', '(url, scheme=, allow_fragments=)', (m, args) =>
      inUsualWay(m, args, () =>
        withText(m, args.get('url'), args.optional('scheme'), (url) =>
          resultOf(
            split,
            SPLIT_FIELDS,
            raisePython(m, () => splitUrl(url, schemeOf(args))),
          ),
        ),
      ),
    );
    return {
      SplitResult: split,
      ParseResult: parse,
      urlparse: fn('urllib.parse.urlparse', '(url, scheme=, allow_fragments=)', (m, args) =>
        inUsualWay(m, args, () =>
          withText(m, args.get('url'), args.optional('scheme'), (url) =>
            resultOf(
              parse,
              PARSE_FIELDS,
              raisePython(m, () => parseUrl(url, schemeOf(args))),
            ),
          ),
        ),
      ),
      urlsplit: pythonAtLeast(machine, 11) ? remembering(machine, plainSplit, 128, true) : plainSplit,
      urlunparse: fn(
        'urllib.parse.urlunparse',
        '(components)',
        (m, args) => unparse(m, args.get('components'), PARSE_FIELDS),
        text,
      ),
      urlunsplit: fn(
        'urllib.parse.urlunsplit',
        '(components)',
        (m, args) => unparse(m, args.get('components'), SPLIT_FIELDS),
        text,
      ),
      urljoin: fn(
        'urllib.parse.urljoin',
        '(base, url, allow_fragments=)',
        (m, args) =>
          inUsualWay(m, args, () => {
            const [first, second] = [args.get('base'), args.get('url')];
            if (m.truth(first) === 'no') return second;
            if (m.truth(second) === 'no') return first;
            return withText(m, first, second, (base, url) => str(raisePython(m, () => joinUrl(base, url))));
          }),
        text,
      ),
      ...quoting(),
      urlencode: fn(
        'urllib.parse.urlencode',
        '(query, doseq=, safe=, encoding=, errors=, quote_via=)',
        urlencode,
        text,
      ),
      parse_qs: fn(
        'urllib.parse.parse_qs',
        '(qs, keep_blank_values=, strict_parsing=, encoding=, errors=, max_num_fields=, separator=)',
        (m, args) =>
          isPlain(m, args) ??
          withQuery(m, args.get('qs'), (query) =>
            dictOf(
              [...parseQuery(paidFor(m, query), keeps(m, args))].map(([name, values]) => [
                str(name),
                list(values.map((one) => str(one))),
              ]),
            ),
          ),
        { gives: { type: 'dict' } },
      ),
      parse_qsl: fn(
        'urllib.parse.parse_qsl',
        '(qs, keep_blank_values=, strict_parsing=, encoding=, errors=, max_num_fields=, separator=)',
        (m, args) =>
          isPlain(m, args) ??
          withQuery(m, args.get('qs'), (query) =>
            list(parsePairs(paidFor(m, query), keeps(m, args)).map(([name, value]) => tuple([str(name), str(value)]))),
          ),
        { gives: { type: 'list' } },
      ),
      uses_netloc: list([...USES_NETLOC].map((scheme) => str(scheme))),
    };
  },
};

/** Without fragments it is not followed. */
function inUsualWay(machine: Machine, args: Bound, run: () => PyValue): PyValue {
  const fragments = args.optional('allow_fragments');
  if (fragments && machine.truth(fragments) !== 'yes')
    return machine.unknown('a URL whose fragment is none is not followed');
  return run();
}

/** Other options than the usual ones are not modelled. */
function isPlain(machine: Machine, args: Bound): PyValue | undefined {
  const strict = args.optional('strict_parsing');
  const others = ['encoding', 'errors', 'max_num_fields', 'separator'];
  const usual = others.every((name) => !args.optional(name)) && (!strict || machine.truth(strict) === 'no');
  return usual ? undefined : machine.unknown('this way of reading a query is not modelled');
}

const SPLIT_FIELDS = ['scheme', 'netloc', 'path', 'query', 'fragment'] as const;
const PARSE_FIELDS = ['scheme', 'netloc', 'path', 'params', 'query', 'fragment'] as const;

function resultClass(machine: Machine, name: string, fields: readonly string[]): PyClass {
  const reads = (get: (m: Machine, parts: UrlParts) => PyValue, member: string) =>
    property(member, (m, self) => {
      const parts = partsOf(self, fields);
      return parts ? get(m, parts) : m.derive(self);
    });
  const cls: PyClass = nativeClass(machine, {
    name,
    module: 'urllib.parse',
    base: machine.builtinClass('tuple'),
    members: {
      _fields: tuple(fields.map((field) => str(field))),
      ...Object.fromEntries(
        fields.map((field, index) => [field, property(field, (m, self) => m.getItem(self, int(index)))]),
      ),
      hostname: reads((_, parts) => textOrNone(hostOf(parts)), 'hostname'),
      port: reads((m, parts) => {
        const port = raisePython(m, () => portOf(parts));
        return port === null ? none : int(port);
      }, 'port'),
      username: reads((_, parts) => textOrNone(userOf(parts).username), 'username'),
      password: reads((_, parts) => textOrNone(userOf(parts).password), 'password'),
      encode: method(`urllib.parse.${name}.encode`, '(self, encoding=, errors=)', (m) =>
        m.unmodelled('parts of a URL as bytes are not modelled'),
      ),
      geturl: method(`urllib.parse.${name}.geturl`, '(self)', (m, args) => {
        const parts = partsOf(args.get('self'), fields);
        return parts ? str(unparseUrl(parts)) : m.derive(args.get('self'), { type: 'str' });
      }),
      _replace: method(
        `urllib.parse.${name}._replace`,
        '(self, **extra)',
        (m, args) => {
          const self = args.get('self');
          if (self.kind !== 'tuple') return m.derive(self);
          const strange = [...args.extra.keys()].filter((one) => !fields.includes(one));
          if (strange.length > 0) refuseFields(m, strange);
          return { ...tuple(self.items.map((item, index) => args.extra.get(fields[index] ?? '') ?? item)), cls };
        },
        { unknowns: 'accept' },
      ),
    },
  });
  return cls;
}

function resultOf(cls: PyClass, fields: readonly (keyof UrlParts)[], parts: UrlParts): PyTuple {
  return { ...tuple(fields.map((field) => str(parts[field]))), cls };
}

function partsOf(value: PyValue, fields: readonly string[]): UrlParts | undefined {
  if (value.kind !== 'tuple') return undefined;
  const found: Record<string, string> = {};
  for (const [index, field] of fields.entries()) {
    const text = textOf(value.items[index]);
    if (text === undefined) return undefined;
    found[field] = text;
  }
  const { scheme = '', netloc = '', path = '', params = '', query = '', fragment = '' } = found;
  return { scheme, netloc, path, params, query, fragment };
}

/** What `_replace` of a named tuple is asked to replace, but is no field. */
function refuseFields(machine: Machine, names: readonly string[]): never {
  const shown = machine.repr(list(names.map((name) => str(name))));
  const type = pythonAtLeast(machine, 13) ? 'TypeError' : 'ValueError';
  return machine.raise(type, machine.binary('+', str('Got unexpected field names: '), shown));
}

function textOrNone(text: string | null): PyValue {
  return text === null ? none : str(text);
}

/** Run with a URL and what goes with it: both are texts, or both bytes. */
function withText(
  machine: Machine,
  value: PyValue,
  other: PyValue | undefined,
  run: (text: string, other: string) => PyValue,
): PyValue {
  const [text, with_] = [textOf(value), other ? textOf(other) : ''];
  if (text !== undefined && with_ !== undefined) return run(text, with_);
  const says = (one: PyValue | undefined) => one !== undefined && machine.truth(one) === 'yes';
  if (other && says(value) && says(other) && (text === undefined) !== (with_ === undefined))
    return machine.raise('TypeError', 'Cannot mix str and non-str arguments');
  if (text === undefined && says(value)) machine.getAttribute(value, 'decode');
  return machine.unknown('URLs of what is not a str are not followed');
}

/** Run with a query, which newer releases of Python look at as bytes where it is no text. */
function withQuery(machine: Machine, value: PyValue, run: (query: string) => PyValue): PyValue {
  const text = textOf(value);
  if (text !== undefined) return run(text);
  if (value.kind === 'bytes' || !pythonAtLeast(machine, 13))
    return machine.unknown('a query that is not a str is not followed');
  if (machine.truth(value) === 'no') return run('');
  return machine.raise('TypeError', `memoryview: a bytes-like object is required, not '${machine.typeName(value)}'`);
}

function schemeOf(args: Bound): string {
  return textOf(args.optional('scheme')) ?? '';
}

function keeps(machine: Machine, args: Bound): boolean {
  const keep = args.optional('keep_blank_values');
  return keep !== undefined && machine.truth(keep) === 'yes';
}

function unparse(machine: Machine, value: PyValue, fields: readonly string[]): PyValue {
  if (isNoIterable(machine, value)) {
    const type = machine.typeName(value);
    return machine.raise('TypeError', `urllib.parse._coerce_args() argument after * must be an iterable, not ${type}`);
  }
  const items = machine.iterate(value);
  const wanted = fields.length + 1;
  if (items.length > 0 && items.length < fields.length && items.every(({ kind }) => kind === 'str'))
    machine.raise('ValueError', `not enough values to unpack (expected ${wanted}, got ${items.length + 1})`);
  const parts = items.length === fields.length ? partsOf(tuple(items), fields) : undefined;
  return parts ? str(unparseUrl(parts)) : machine.unmodelled('the parts of the URL are not all known', { type: 'str' });
}

/** A query has a pair for every few characters. */
function paidFor(machine: Machine, query: string): string {
  machine.spend(query.length / 4);
  return query;
}
