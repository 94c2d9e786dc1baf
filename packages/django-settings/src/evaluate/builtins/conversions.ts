/** Turns one value into another type: `int()`, `float()`, `list()`, `len()`. */
import { unlessRaised } from '../expected-errors.js';
import type { Interpreter } from '../interpreter.js';
import { lengthOf } from '../text.js';
import type { PyArguments, PyUnknown, PyValue } from '../value.js';
import { float, int, tuple } from '../value.js';
import { parseFloatText, parseIntText } from './parse-number.js';

/** `list(value)`, `tuple(value)` */
export function sequenceOf(vm: Interpreter, value: PyValue | undefined, kind: 'list' | 'tuple'): PyValue {
  if (value?.kind === 'unknown') return vm.derive(value, { type: kind });
  if (value?.kind === 'list' && value.options) {
    return vm.each(value, (option) =>
      sequenceOf(vm, option.kind === 'list' ? { ...option, options: undefined } : option, kind),
    );
  }
  const items = value ? vm.iterate(value) : [];
  return kind === 'list' ? vm.fresh({ kind: 'list', items: [...items], options: undefined }) : tuple(items);
}

/** `int(value, base)` */
export function toInt(vm: Interpreter, value: PyValue | undefined, args: PyArguments): PyValue {
  if (!value) return int(0);
  const base = args.positional[1] ?? args.keywords.get('base');
  if (value.kind === 'unknown') return numberOf(vm, value, 'int', 'invalid literal for int() with base 10');
  if (value.kind === 'int') return value;
  if (value.kind === 'bool') return int(Number(value.value));
  if (value.kind === 'float') {
    if (Number.isFinite(value.value)) return int(BigInt(Math.trunc(value.value)));
    return Number.isNaN(value.value)
      ? vm.raise('ValueError', 'cannot convert float NaN to integer')
      : vm.raise('OverflowError', 'cannot convert float infinity to integer');
  }
  if (value.kind === 'str' || value.kind === 'bytes') {
    const radix = base?.kind === 'int' ? Number(base.value) : 10;
    const parsed = parseIntText(value.value, radix);
    if (parsed !== undefined) return int(parsed);
    const text = vm.repr(value);
    return vm.raise(
      'ValueError',
      `invalid literal for int() with base ${radix}: ${text.kind === 'str' ? text.value : ''}`,
    );
  }
  const converter = vm.special(value, '__int__') ?? vm.special(value, '__index__');
  if (converter) return vm.call(converter);
  return vm.raise(
    'TypeError',
    `int() argument must be a string, a bytes-like object or a real number, not '${vm.typeName(value)}'`,
  );
}

/** The number that something not known stands for; what is known to be one can be converted. */
function numberOf(vm: Interpreter, value: PyUnknown, type: 'int' | 'float', refusal: string): PyValue {
  const number = () => vm.derive(value, { type });
  if (value.type === 'int' || value.type === 'bool' || value.type === 'float') return number();
  return unlessRaised(vm, value, number, 'ValueError', refusal);
}

/** `float(value)` */
export function toFloat(vm: Interpreter, value: PyValue | undefined): PyValue {
  if (!value) return float(0);
  if (value.kind === 'unknown') return numberOf(vm, value, 'float', 'could not convert string to float');
  if (value.kind === 'float') return value;
  if (value.kind === 'int' || value.kind === 'bool') return float(Number(value.value));
  if (value.kind === 'str') {
    const parsed = parseFloatText(value.value);
    if (parsed !== undefined) return float(parsed);
    const text = vm.repr(value);
    return vm.raise('ValueError', `could not convert string to float: ${text.kind === 'str' ? text.value : ''}`);
  }
  const converter = vm.special(value, '__float__');
  if (converter) return vm.call(converter);
  return vm.raise('TypeError', `float() argument must be a string or a real number, not '${vm.typeName(value)}'`);
}

/** The length of a value, as `len()` gives it. */
export function lengthValue(vm: Interpreter, value: PyValue): PyValue {
  switch (value.kind) {
    case 'str':
      return int(lengthOf(value.value));
    case 'bytes':
      return int(value.value.length);
    case 'list':
    case 'tuple': {
      const open = value.items.find((item) => item.kind === 'unknown' && item.many);
      return open ? vm.derive(open, { type: 'int' }) : int(value.items.length);
    }
    case 'dict':
    case 'set':
      return value.open ? vm.derive(value.open, { type: 'int' }) : int(value.entries.size);
    case 'range':
      return int(vm.iterate(value).length);
    case 'unknown':
      return vm.derive(value, { type: 'int' });
    default: {
      const measure = vm.special(value, '__len__');
      if (measure) return vm.call(measure);
      const open = value.kind === 'instance' ? value.cls.mro.find((cls) => cls.open)?.open : undefined;
      return open
        ? vm.derive(open, { type: 'int' })
        : vm.raise('TypeError', `object of type '${vm.typeName(value)}' has no len()`);
    }
  }
}
