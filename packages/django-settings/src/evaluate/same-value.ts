/** Whether two values are the same for certain, however they came about. */
import { keyOf } from './keys.js';
import type { PyValue } from './value.js';

/** Parts that are compared before two values are taken for different: shared parts of nested tuples multiply. */
const mostLooked = 10_000;

/** The same for certain: one object, or equal values that nobody can change or tell apart. */
export function sameValue(a: PyValue, b: PyValue, looked = { left: mostLooked }): boolean {
  if (a === b) return true;
  looked.left -= 1;
  if (a.kind !== b.kind || looked.left < 0) return false;
  switch (a.kind) {
    case 'none':
      return true;
    case 'bool':
    case 'str':
    case 'bytes':
      return 'value' in b && a.value === b.value;
    case 'int':
      return b.kind === 'int' && a.value === b.value && a.cls === b.cls;
    case 'float':
      return b.kind === 'float' && Object.is(a.value, b.value);
    case 'tuple':
      return (
        b.kind === 'tuple' &&
        a.cls === b.cls &&
        a.items.length === b.items.length &&
        a.items.every((item, index) => {
          const other = b.items[index];
          return other !== undefined && sameValue(item, other, looked);
        })
      );
    case 'unknown':
      return (
        b.kind === 'unknown' &&
        a.why === b.why &&
        a.type === b.type &&
        a.truth === b.truth &&
        a.many === b.many &&
        a.shared === b.shared &&
        a.symbol === b.symbol
      );
    case 'choice':
      return (
        b.kind === 'choice' &&
        a.options.length === b.options.length &&
        a.options.every((option) => b.options.some((other) => sameValue(option, other, looked)))
      );
    case 'method':
      return b.kind === 'method' && a.callee === b.callee && sameValue(a.self, b.self, looked);
    case 'range':
      return b.kind === 'range' && a.start === b.start && a.stop === b.stop && a.step === b.step;
    case 'instance':
      if (b.kind !== 'instance' || a.cls !== b.cls || a.cls.native?.identity === undefined) return false;
      return keyText(a) === keyText(b);
    default:
      return false;
  }
}

function keyText(value: PyValue): unknown {
  const found = keyOf(value);
  return 'key' in found ? found.key : value;
}
