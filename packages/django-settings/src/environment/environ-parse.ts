/** django-environ's `parse_value`: what each cast does to a value. */

import { dictOf } from '../evaluate/keys.js';
import { asciiDigits, parseFloat10, reprText, strip, stripOf } from '../evaluate/library/python-text.js';
import { type Machine, textOf } from '../evaluate/native.js';
import { bool, float, list, type PyDict, type PyValue, str, tuple } from '../evaluate/value.js';
import type { AtLeast } from './version.js';

/** What values are parsed with: the class whose words count, and the release. */
export interface Parsing {
  readonly cls: PyValue;
  readonly atLeast: AtLeast;
}

/** `Env.parse_value(value, cast)`. */
export function parseCast(machine: Machine, value: PyValue, cast: PyValue | undefined, how: Parsing): PyValue {
  if (cast === undefined || cast.kind === 'none') return value;
  if (value.kind === 'unknown') return machine.derive(value);
  if (cast.kind === 'list') {
    const one = itemCast(machine, cast.items, 'list');
    return list(pieces(splitOf(machine, value, 'split'), ',').map((piece) => machine.call(one, [str(piece)])));
  }
  if (cast.kind === 'tuple') {
    const text = withoutParentheses(splitOf(machine, value, 'strip'));
    const one = itemCast(machine, cast.items, 'tuple');
    return tuple(pieces(text, ',').map((piece) => machine.call(one, [str(piece)])));
  }
  if (cast.kind === 'dict') return typedDict(machine, value, cast, how);
  if (cast.kind === 'class' && cast.module === 'builtins') {
    if (cast.name === 'bool') return boolOf(machine, value, how);
    if (cast.name === 'list') return list(pieces(splitOf(machine, value, 'split'), ',').map((piece) => str(piece)));
    if (cast.name === 'tuple') {
      const text = withoutParentheses(splitOf(machine, value, 'strip'));
      return tuple(pieces(text, ',').map((piece) => str(piece)));
    }
    if (cast.name === 'dict') return simpleDict(machine, splitOf(machine, value, 'split'), how);
    if (cast.name === 'float') return floatOf(machine, value, how);
  }
  return machine.call(cast, [value]);
}

/** The text that a method of str is called on; anything else has no such method, bytes refuse a text. */
function splitOf(machine: Machine, value: PyValue, name: 'split' | 'strip'): string {
  const text = textOf(value);
  if (text !== undefined) return text;
  if (value.kind === 'bytes') return machine.raise('TypeError', "a bytes-like object is required, not 'str'");
  return machine.raise('AttributeError', `'${machine.typeName(value)}' object has no attribute '${name}'`);
}

/** The separator separates, blanks stay, empty pieces disappear. */
function pieces(text: string, separator: string): string[] {
  return text.split(separator).filter((piece) => piece !== '');
}

function itemCast(machine: Machine, items: readonly PyValue[], of: 'list' | 'tuple'): PyValue {
  return items[0] ?? machine.raise('IndexError', `${of} index out of range`);
}

function withoutParentheses(text: string): string {
  return stripOf(stripOf(text, '('), ')');
}

/** A number is true unless it is 0; a text that is none is true if it is one of the words. Never an error for a text. */
function boolOf(machine: Machine, value: PyValue, { cls, atLeast }: Parsing): PyValue {
  const number = machine.attempt<PyValue | undefined>(
    () => machine.call(machine.builtin('int'), [value]),
    ['ValueError'],
    () => undefined,
  );
  if (number) return number.kind === 'int' ? bool(number.value !== 0n) : machine.derive(number, { type: 'bool' });
  const word = textOf(value)?.toLowerCase();
  const words = machine.getAttribute(cls, 'BOOLEAN_TRUE_STRINGS');
  if (word === undefined) return bool(false);
  return machine.compare('in', str(atLeast(0, 11) ? strip(word) : word), words);
}

function simpleDict(machine: Machine, text: string, { atLeast }: Parsing): PyValue {
  const pairs = pieces(text, ',').map((piece, index): readonly [PyValue, PyValue] => {
    const parts = atLeast(0, 10) && piece.includes('=') ? splitOnce(piece) : piece.split('=');
    const [key, value] = parts;
    if (parts.length !== 2 || key === undefined || value === undefined) {
      const message = `dictionary update sequence element #${index} has length ${parts.length}; 2 is required`;
      return machine.raise('ValueError', message);
    }
    return [str(key), str(value)];
  });
  return dictOf(pairs);
}

function splitOnce(piece: string): string[] {
  const equals = piece.indexOf('=');
  return [piece.slice(0, equals), piece.slice(equals + 1)];
}

function typedDict(machine: Machine, value: PyValue, cast: PyDict, how: Parsing): PyValue {
  const member = (name: string, otherwise: PyValue) => machine.invoke(cast, 'get', str(name), otherwise);
  const text = splitOf(machine, value, 'split');
  const keyCast = member('key', machine.builtin('str'));
  const valueCast = member('value', machine.builtin('str'));
  const byKey = member('cast', dictOf([]));
  const result = dictOf([]);
  for (const piece of pieces(text, ';')) {
    const [key = '', given] = piece.split('=');
    const made = machine.call(keyCast, [str(key)]);
    if (given === undefined) return machine.raise('IndexError', 'list index out of range');
    const own = machine.invoke(byKey, 'get', str(key), valueCast);
    machine.setItem(result, made, parseCast(machine, str(given), own, how));
  }
  return result;
}

/** Digits and separators alone; the last separator is the decimal point. */
function floatOf(machine: Machine, value: PyValue, { atLeast }: Parsing): PyValue {
  const text = textOf(value);
  if (text === undefined) {
    if (value.kind === 'bytes') return machine.raise('TypeError', 'cannot use a string pattern on a bytes-like object');
    return machine.raise('TypeError', `expected string or bytes-like object, got '${machine.typeName(value)}'`);
  }
  const parts = text.replace(atLeast(0, 7) ? /[^\p{Nd},.-]/gu : /[^\p{Nd},.]/gu, '').split(/[,.]/u);
  const last = parts.pop() ?? '';
  const clean = parts.length === 0 ? last : `${parts.join('')}.${last}`;
  const number = parseFloat10(asciiDigits(clean));
  return number === undefined
    ? machine.raise('ValueError', `could not convert string to float: ${reprText(clean)}`)
    : float(number);
}
