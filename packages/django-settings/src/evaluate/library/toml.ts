/** `tomllib` and `tomli`: TOML as Python reads it, whole floats told from ints. */
/// <reference path="../../iarna-toml.d.ts" />

import parseToml from '@iarna/toml/parse-string.js';
import { pythonAtLeast } from '../../environment/surroundings.js';
import { dictOf } from '../keys.js';
import { fn, type Machine, type NativeModule, nativeClass } from '../native.js';
import { bool, float, int, list, none, type PyClass, type PyValue, str } from '../value.js';
import { textOfSource } from './source-text.js';

/** The module `tomllib`, and `tomli` that reads the same. */
export const tomlModule: NativeModule = {
  standard: true,
  load(machine) {
    const error = nativeClass(machine, {
      name: 'TOMLDecodeError',
      module: 'tomllib',
      base: machine.builtinClass('ValueError'),
      members: {},
    });
    const read = (m: Machine, source: PyValue) => textOfSource(m, source, (text) => readToml(m, text, error));
    return {
      loads: fn('tomllib.loads', '(s, *, parse_float=)', (m, args) => read(m, textToLoad(m, args.get('s')))),
      load: fn('tomllib.load', '(fp, *, parse_float=)', (m, args) => {
        const file = args.get('fp');
        if (file.kind === 'str' || file.kind === 'bytes') m.getAttribute(file, 'read');
        return read(m, file);
      }),
      TOMLDecodeError: error,
    };
  },
};

/** The text that `loads` is given; anything else it cannot make its lines alike in. */
function textToLoad(machine: Machine, source: PyValue): PyValue {
  if (source.kind === 'str' || source.kind === 'unknown' || source.kind === 'choice') return source;
  if (pythonAtLeast(machine, 14))
    return machine.raise('TypeError', `Expected str object, not '${machine.typeName(source)}'`);
  if (source.kind === 'bytes') return machine.raise('TypeError', "a bytes-like object is required, not 'str'");
  machine.getAttribute(source, 'replace');
  return machine.unmodelled('this text is not modelled');
}

const MARK = '\u0001float:';
const TOKENS =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|(?<![\w.+-])[+-]?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?(?![\w.:+-])(?!\s*=)/gu;

/** The text with each float put down as a marked string: once parsed, JavaScript cannot tell 1.0 from 1. */
function markFloats(text: string): string {
  return text.replace(TOKENS, (token) =>
    /^[+-]?\d[\d_]*(?:\.|[eE])/u.test(token) ? `"\\u0001float:${token}"` : token,
  );
}

/** A TOML document as a dict; raises where it cannot be read. */
export function readToml(machine: Machine, text: string, error: PyClass): PyValue {
  machine.spend(text.length / 10);
  let parsed: unknown;
  try {
    parsed = parseToml(markFloats(text.replace(/\r\n/gu, '\n')));
  } catch {
    const doubt = machine.unknown('the TOML cannot be read', { type: 'dict' });
    return machine.branch(
      'maybe',
      () => doubt,
      () => machine.raise(error, doubt),
      doubt,
    );
  }
  return fromToml(machine, parsed, 0);
}

const deepest = 200;

function fromToml(machine: Machine, value: unknown, depth: number): PyValue {
  if (depth > deepest) return machine.unknown('the TOML is nested too deeply');
  const inner = (one: unknown) => fromToml(machine, one, depth + 1);
  if (value === null || value === undefined) return none;
  if (typeof value === 'boolean') return bool(value);
  if (typeof value === 'bigint') return int(value);
  if (typeof value === 'string')
    return value.startsWith(MARK) ? float(Number(value.slice(MARK.length).replaceAll('_', ''))) : str(value);
  if (typeof value === 'number') return Number.isInteger(value) ? int(value) : float(value);
  if (Array.isArray(value)) return list(value.map(inner));
  if (value instanceof Date) return machine.unmodelled('dates in TOML are not modelled', { truth: true });
  const entries = Object.entries(value);
  // JavaScript puts keys that look like numbers first.
  if (entries.length > 1 && entries.some(([key]) => /^\d+$/u.test(key)))
    return machine.unknown('the order of keys that are numbers is not known', { type: 'dict', truth: true });
  return dictOf(entries.map(([key, one]) => [str(key), inner(one)] as const));
}
