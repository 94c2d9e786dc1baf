/** django-environ's `parse_value`: what each cast does to a text. */

import { dictOf } from '../evaluate/keys.js';
import { parseFloat10, reprText, stripOf } from '../evaluate/library/python-text.js';
import { type Machine, textOf } from '../evaluate/native.js';
import { bool, float, list, type PyDict, type PyValue, str, stringKey, tuple } from '../evaluate/value.js';
import { environBool } from './truth-words.js';

/** `Env.parse_value(value, cast)`. */
export function parseCast(machine: Machine, value: PyValue, cast: PyValue | undefined): PyValue {
  if (cast === undefined || cast.kind === 'none') return value;
  const text = textOf(value);
  if (cast.kind === 'class' && cast.module === 'builtins') {
    if (cast.name === 'bool') return text === undefined ? boolOf(machine, value) : bool(environBool(text));
    if (text !== undefined) {
      if (cast.name === 'list') return list(pieces(text).map((piece) => str(piece)));
      if (cast.name === 'tuple') return tuple(pieces(withoutParentheses(text)).map((piece) => str(piece)));
      if (cast.name === 'dict') return simpleDict(machine, text);
      if (cast.name === 'float') return float10(machine, text);
    } else if (['list', 'tuple', 'dict'].includes(cast.name)) {
      return machine.raise('AttributeError', `'${machine.typeName(value)}' object has no attribute 'split'`);
    }
  }
  if (text !== undefined) {
    if (cast.kind === 'list') return list(pieces(text).map((piece) => callCast(machine, cast.items[0], piece)));
    if (cast.kind === 'tuple') {
      return tuple(pieces(withoutParentheses(text)).map((piece) => callCast(machine, cast.items[0], piece)));
    }
    if (cast.kind === 'dict') return typedDict(machine, text, cast);
  }
  return machine.call(cast, [value]);
}

/** Commas separate, blanks stay, empty pieces disappear. */
function pieces(text: string): string[] {
  return text.split(',').filter((piece) => piece !== '');
}

function withoutParentheses(text: string): string {
  return stripOf(stripOf(text, '('), ')');
}

function callCast(machine: Machine, cast: PyValue | undefined, text: string): PyValue {
  return cast ? machine.call(cast, [str(text)]) : str(text);
}

function boolOf(machine: Machine, value: PyValue): PyValue {
  const number = machine.call(machine.builtin('int'), [value]);
  return number.kind === 'int' ? bool(number.value !== 0n) : machine.derive(number, { type: 'bool' });
}

function simpleDict(machine: Machine, text: string): PyValue {
  const pairs = pieces(text).map((piece, index): readonly [PyValue, PyValue] => {
    const equals = piece.indexOf('=');
    if (equals < 0) {
      return machine.raise('ValueError', `dictionary update sequence element #${index} has length 1; 2 is required`);
    }
    return [str(piece.slice(0, equals)), str(piece.slice(equals + 1))];
  });
  return dictOf(pairs);
}

function typedDict(machine: Machine, text: string, cast: PyDict): PyValue {
  const member = (name: string) => cast.entries.get(stringKey(name))?.value;
  const keyCast = member('key') ?? machine.builtin('str');
  const valueCast = member('value') ?? machine.builtin('str');
  const byKey = member('cast');
  const pairs = text
    .split(';')
    .filter((piece) => piece !== '')
    .map((piece): readonly [PyValue, PyValue] => {
      const [key = '', value] = piece.split('=');
      if (value === undefined) return machine.raise('IndexError', 'list index out of range');
      const own = byKey?.kind === 'dict' ? byKey.entries.get(stringKey(key))?.value : undefined;
      return [machine.call(keyCast, [str(key)]), parseCast(machine, str(value), own ?? valueCast)];
    });
  return dictOf(pairs);
}

/** Digits and separators alone; the last separator is the decimal point. */
function float10(machine: Machine, text: string): PyValue {
  const parts = text.replace(/[^\p{Nd},.-]/gu, '').split(/[,.]/u);
  const last = parts.pop() ?? '';
  const clean = parts.length === 0 ? last : `${parts.join('')}.${last}`;
  const number = parseFloat10(clean);
  return number === undefined
    ? machine.raise('ValueError', `could not convert string to float: ${reprText(clean)}`)
    : float(number);
}
