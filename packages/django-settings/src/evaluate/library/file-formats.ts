/** `tomllib`, `yaml`, `csv` and `io`: data files of the repository, and texts as files. */
/// <reference path="../../iarna-toml.d.ts" />

import parseToml from '@iarna/toml/parse-string.js';
import { parse as parseYaml } from 'yaml';
import { dictOf } from '../keys.js';
import { type Bound, fn, instance, type Machine, method, type NativeModule, nativeClass, textOf } from '../native.js';
import { bool, float, int, iterator, list, none, type PyInstance, type PyValue, str } from '../value.js';
import { partialClass } from './partial-class.js';
import { PythonError, Undecided } from './plain.js';
import { parsedValue } from './plain-value.js';
import { decodeUtf8 } from './utf8.js';

/** `tomllib`, and `tomli` and `toml` that read the same. */
export const tomlModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    loads: fn('tomllib.loads', '(s, *, parse_float=)', (m, args) => fromText(m, args.get('s'), readToml)),
    load: fn('tomllib.load', '(fp, *, parse_float=)', (m, args) => fromFile(m, args.get('fp'), readToml)),
    TOMLDecodeError: nativeClass(machine, {
      name: 'TOMLDecodeError',
      module: 'tomllib',
      base: machine.builtinClass('ValueError'),
      members: {},
    }),
  }),
};

/** `yaml` (PyYAML): plain documents without tags. */
export const yamlModule: NativeModule = {
  standard: false,
  load: (machine) => {
    const load = (name: string) =>
      fn(`yaml.${name}`, '(stream, Loader=)', (m, args) => {
        // Since PyYAML 6 `load` insists on a loader.
        if (name === 'load' && !args.some('Loader')) return m.unknown('`yaml.load` without a loader is not modelled');
        return fromFile(m, args.get('stream'), readYaml);
      });
    const loader = (name: string) => nativeClass(machine, { name, module: 'yaml', members: {} });
    return {
      safe_load: load('safe_load'),
      load: load('load'),
      full_load: load('full_load'),
      SafeLoader: loader('SafeLoader'),
      FullLoader: loader('FullLoader'),
      Loader: loader('Loader'),
      CSafeLoader: loader('CSafeLoader'),
      YAMLError: nativeClass(machine, {
        name: 'YAMLError',
        module: 'yaml',
        base: machine.builtinClass('Exception'),
        members: {},
      }),
    };
  },
};

/** `io`, where a text stands for a file. */
export const ioModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    open: machine.builtin('open'),
    StringIO: memoryFile(machine, 'StringIO'),
    BytesIO: memoryFile(machine, 'BytesIO'),
  }),
};

interface MemoryFile {
  readonly content: PyValue;
  readonly read: boolean;
}

function memoryFile(machine: Machine, name: string) {
  const on = (
    member: string,
    parameters: string,
    run: (m: Machine, self: PyInstance, state: MemoryFile, args: Bound) => PyValue,
  ) =>
    method(`io.${name}.${member}`, `(self${parameters})`, (m, args) => {
      const self = args.get('self');
      return self.kind === 'instance'
        ? run(m, self, self.payload as MemoryFile, args)
        : m.unknown('it is not a plain file');
    });
  const empty: PyValue = name === 'StringIO' ? str('') : { kind: 'bytes', value: '' };
  return partialClass(machine, {
    name,
    module: '_io',
    members: {
      read: on('read', ', size=', (m, self, state) => {
        m.touch(self);
        self.payload = { ...state, read: true } satisfies MemoryFile;
        return state.read ? empty : state.content;
      }),
      getvalue: on('getvalue', '', (_, __, state) => state.content),
      seek: on('seek', ', offset, whence=', (m, self, state, args) => {
        m.touch(self);
        const offset = args.get('offset');
        const start = offset.kind === 'int' && offset.value === 0n;
        self.payload = {
          content: start ? state.content : m.unknown('positions in a file are not followed'),
          read: false,
        } satisfies MemoryFile;
        return offset;
      }),
      close: on('close', '', () => none),
      __enter__: on('__enter__', '', (_, self) => self),
      __exit__: on('__exit__', ', *rest', () => bool(false)),
      __iter__: on('__iter__', '', (m, _, state) =>
        iterator('iterator', m.iterate(m.invoke(state.content, 'splitlines', bool(true)))),
      ),
    },
    behaviour: {
      construct: (_, cls, args) =>
        instance(cls, { content: args.positional[0] ?? empty, read: false } satisfies MemoryFile),
    },
  });
}

type Reader = (text: string) => PyValue;

function fromFile(machine: Machine, value: PyValue, read: Reader): PyValue {
  if (value.kind === 'str' || value.kind === 'bytes' || value.kind === 'unknown') return fromText(machine, value, read);
  return machine.each(machine.invoke(value, 'read'), (text) => fromText(machine, text, read));
}

function fromText(machine: Machine, value: PyValue, read: Reader): PyValue {
  if (value.kind === 'unknown') return machine.derive(value);
  const text = textOf(value) ?? (value.kind === 'bytes' ? decodeUtf8(value.value) : undefined);
  if (text === undefined) return machine.unknown('the text of the file is not known');
  machine.spend(text.length / 10);
  return parsedValue(machine, () => ({ ready: read(text) }));
}

function readToml(text: string): PyValue {
  // JavaScript cannot tell the float 1.0 from the int 1 once it is parsed.
  const bare = text.replace(/"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#.*/gu, '');
  if (/\d\.0+(?![\d.])|\d[eE][+-]?\d/u.test(bare)) throw new Undecided('whole floats in TOML are not told from ints');
  let parsed: unknown;
  try {
    parsed = parseToml(text);
  } catch {
    throw new PythonError('tomllib.TOMLDecodeError', 'Invalid TOML');
  }
  return fromPlain(parsed, 0, true);
}

function readYaml(text: string): PyValue {
  // Tags make objects, and sexagesimal numbers and dates have types of their own: all rare, none guessed.
  if (/(?:^|\s)![\w!<]/u.test(text)) throw new Undecided('YAML tags are not followed');
  let parsed: unknown;
  try {
    parsed = parseYaml(text, {
      version: '1.1',
      intAsBigInt: true,
      merge: true,
      maxAliasCount: 1000,
      logLevel: 'error',
    });
  } catch {
    throw new Undecided('the YAML cannot be read');
  }
  return fromPlain(parsed, 0, false);
}

const MAX_DEPTH = 200;

/** What the parsers of these formats give: bigints are ints; numbers are floats, in TOML ints where they are whole. */
function fromPlain(value: unknown, depth: number, wholeIsInt: boolean): PyValue {
  if (depth > MAX_DEPTH) throw new Undecided('the file is nested too deeply');
  const inner = (one: unknown) => fromPlain(one, depth + 1, wholeIsInt);
  if (value === null || value === undefined) return none;
  if (typeof value === 'boolean') return bool(value);
  if (typeof value === 'bigint') return int(value);
  if (typeof value === 'string') return str(value);
  if (typeof value === 'number') return wholeIsInt && Number.isInteger(value) ? int(value) : float(value);
  if (Array.isArray(value)) return list(value.map(inner));
  if (value instanceof Date) throw new Undecided('dates in the file are not modelled');
  if (value instanceof Map) return dictOf([...value].map(([key, one]) => [inner(key), inner(one)] as const));
  if (typeof value === 'object')
    return dictOf(Object.entries(value).map(([key, one]) => [str(key), inner(one)] as const));
  throw new Undecided('the file holds a type that is not modelled');
}
