/** What pydantic makes of one plain value, in its lax way: a text for a number, a number for a truth. */
import { canonical, membersOf } from '../evaluate/library/enum-registry.js';
import type { Machine } from '../evaluate/native.js';
import { bool, float, int, none, type PyClass, type PyUnknown, type PyValue } from '../evaluate/value.js';
import { strtobool } from './truth-words.js';

/** What a value comes to; the problem that it has, in pydantic's name for it and its words; or that this is not known. */
export type Checked =
  | { readonly value: PyValue }
  | { readonly type: string; readonly words: string | undefined }
  | { readonly unsure: string };

const not = (type: string, words: string | undefined): Checked => ({ type, words });

/** `bool` */
export function toBool(value: PyValue): Checked {
  const unreadable = not('bool_parsing', 'Input should be a valid boolean, unable to interpret input');
  switch (value.kind) {
    case 'bool':
      return { value };
    case 'str': {
      const found = strtobool(value.value);
      return found === undefined ? unreadable : { value: bool(found) };
    }
    case 'int':
      if (value.cls) return { unsure: 'a number of this kind' };
      return value.value === 0n || value.value === 1n ? { value: bool(value.value === 1n) } : unreadable;
    case 'float':
      return value.value === 0 || value.value === 1
        ? { value: bool(value.value === 1) }
        : Number.isInteger(value.value)
          ? { unsure: 'a large number' }
          : not('bool_type', 'Input should be a valid boolean');
    default:
      return isPlain(value) ? not('bool_type', 'Input should be a valid boolean') : { unsure: 'an object' };
  }
}

const DIGITS = /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/u;

/** `int` */
export function toInt(value: PyValue): Checked {
  switch (value.kind) {
    case 'int':
      return value.cls ? { unsure: 'a number of this kind' } : { value };
    case 'bool':
      return { value: int(value.value ? 1 : 0) };
    case 'str': {
      const text = trimmed(value.value);
      if (text.length > 4000 || !isAscii(text)) return { unsure: 'a long number' };
      if (!DIGITS.test(text))
        return not('int_parsing', 'Input should be a valid integer, unable to parse string as an integer');
      const digits = text.replace(/\.0+$/u, '').replaceAll('_', '').replace(/^\+/u, '');
      return { value: int(digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits)) };
    }
    case 'float':
      if (!Number.isFinite(value.value)) return { unsure: 'a number that is not finite' };
      return Number.isInteger(value.value)
        ? { value: int(BigInt(value.value)) }
        : not('int_from_float', 'Input should be a valid integer, got a number with a fractional part');
    default:
      return isPlain(value) ? not('int_type', 'Input should be a valid integer') : { unsure: 'an object' };
  }
}

const DECIMAL = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+)?$/u;

/** `float` */
export function toFloat(value: PyValue): Checked {
  switch (value.kind) {
    case 'float':
      return { value };
    case 'int':
      return value.cls ? { unsure: 'a number of this kind' } : { value: float(Number(value.value)) };
    case 'bool':
      return { value: float(value.value ? 1 : 0) };
    case 'str': {
      const text = trimmed(value.value);
      if (DECIMAL.test(text)) return { value: float(Number(text.replaceAll('_', ''))) };
      if (/^[+-]?(?:inf|infinity|nan)$/iu.test(text) || /\d_|_\d/u.test(text) || !isAscii(text))
        return { unsure: 'a number written like this' };
      return not('float_parsing', 'Input should be a valid number, unable to parse string as a number');
    }
    default:
      return isPlain(value) ? not('float_type', 'Input should be a valid number') : { unsure: 'an object' };
  }
}

const isAscii = (text: string) => /^[\0-\x7f]*$/u.test(text);

function trimmed(text: string): string {
  return text.replace(/^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/gu, '');
}

/** `str` */
export function toText(value: PyValue): Checked {
  if (value.kind === 'str') return { value };
  if (value.kind === 'bytes') return { unsure: 'bytes' };
  if (value.kind === 'instance' && value.cls.mro.some(({ name, module }) => module === 'builtins' && name === 'str'))
    return { unsure: 'a text of a class of its own' };
  return isPlain(value) || value.kind === 'instance'
    ? not('string_type', 'Input should be a valid string')
    : { unsure: 'an object' };
}

/** `Path` */
export function toPath(machine: Machine, value: PyValue): Checked {
  const path = machine.classFrom('pathlib', 'Path');
  if (value.kind === 'instance' && value.cls.mro.includes(path)) return { value };
  if (value.kind === 'str') return { value: machine.call(path, [value]) };
  return isPlain(value) ? not('path_type', undefined) : { unsure: 'an object' };
}

/** `Literal[…]` */
export function toLiteral(machine: Machine, values: readonly PyValue[], value: PyValue): Checked {
  const plain = (one: PyValue) => ['str', 'int', 'none'].includes(one.kind) && !('cls' in one && one.cls);
  if (!values.every(plain)) return { unsure: 'a literal of this kind' };
  const found = values.find((one) => one.kind === value.kind && machine.equal(one, value) === 'yes');
  if (found) return { value: found };
  if (!plain(value) && !['list', 'dict', 'tuple'].includes(value.kind)) return { unsure: 'a value of this kind' };
  return not('literal_error', `Input should be ${choices(machine, values)}`);
}

function choices(machine: Machine, values: readonly PyValue[]): string {
  const shown = values.map((one) => {
    const text = machine.repr(one);
    return text.kind === 'str' ? text.value : '?';
  });
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} or ${last}` : last;
}

/** A member of an enumeration, by its value. */
export function toMember(machine: Machine, cls: PyClass, value: PyValue): Checked {
  if (value.kind === 'instance' && value.cls === cls) return { value };
  const members = membersOf(machine, cls);
  const plain = members?.all.every((one) => one.value.kind === 'str' || one.value.kind === 'int');
  if (!members?.exact || !plain || cls.mro.some(hasMissing)) return { unsure: 'an enumeration of this kind' };
  const all = canonical(members);
  const asked = isNumbered(cls) && value.kind === 'str' ? toInt(value) : { value };
  const wanted = 'value' in asked ? asked.value : none;
  const found = all.find((one) => one.value.kind === wanted.kind && machine.equal(one.value, wanted) === 'yes');
  if (found) return { value: found.member };
  if (!['str', 'int', 'none'].includes(wanted.kind)) return { unsure: 'a value of this kind' };
  return not(
    'enum',
    `Input should be ${choices(
      machine,
      all.map((one) => one.value),
    )}`,
  );
}

const hasMissing = ({ module, attributes }: PyClass) => module !== 'enum' && attributes.entries.has('_missing_');

const isNumbered = ({ mro }: PyClass) => mro.some(({ module, name }) => module === 'builtins' && name === 'int');

/** A value of Python's own kinds, of which pydantic's refusal is known. */
export function isPlain(value: PyValue): boolean {
  return ['none', 'bool', 'int', 'float', 'str', 'list', 'tuple', 'dict', 'set'].includes(value.kind);
}

/** What is certain of a value that is not known, once pydantic has taken it for the type. */
export function certainly(machine: Machine, kind: string, value: PyUnknown): PyUnknown {
  switch (kind) {
    case 'bool':
    case 'int':
    case 'float':
    case 'list':
    case 'tuple':
    case 'dict':
    case 'set':
      return machine.derive(value, { type: kind });
    case 'str':
      return machine.derive(value, {
        type: 'str',
        ...(value.type === 'str' && value.truth !== undefined ? { truth: value.truth } : {}),
      });
    default:
      return machine.derive(value);
  }
}
