/** How methods of builtin types are written: the receiver may be one of several contents, arguments may be unknown. */
import type { Interpreter } from '../interpreter.js';
import { hasOptions } from '../items.js';
import { type Bound, type Certain, type Handling, method } from '../native.js';
import type { PyNative, PyValue } from '../value.js';
import { int } from '../value.js';

export type SelfOf<K extends PyValue['kind']> = Extract<PyValue, { kind: K }>;

/** A method that deals with unknown arguments itself. It is run once for every content the receiver may have. */
export function member<K extends PyValue['kind']>(
  vm: Interpreter,
  kind: K,
  name: string,
  signature: string,
  run: (self: SelfOf<K>, args: Bound) => PyValue,
  gives: Certain = {},
  /** The class that has it, where that is not the kind's own. */
  owner: string = kind,
  openly?: Handling['openly'],
): PyNative {
  const go = (receiver: PyValue, args: Bound): PyValue => {
    const self = asSelf(kind, receiver);
    if (self.kind === 'unknown') return vm.derive(self, gives);
    if (self.kind !== kind) {
      return vm.raise(
        'TypeError',
        `descriptor '${name}' for '${owner}' objects doesn't apply to a '${vm.typeName(self)}' object`,
      );
    }
    return run(self as SelfOf<K>, args);
  };
  return method(
    `${owner}.${name}`,
    `(self, ${signature})`,
    (_machine, args) => {
      const self = args.get('self');
      if (self.kind === 'choice' || hasOptions(self)) return vm.each(self, (option) => go(option, args));
      return go(self, args);
    },
    { unknowns: 'accept', written: 'C', ...(openly ? { openly } : {}) },
  );
}

/** A method whose result is unknown as soon as an argument is. */
export function plainMember<K extends PyValue['kind']>(
  vm: Interpreter,
  kind: K,
  name: string,
  signature: string,
  run: (self: SelfOf<K>, args: Bound) => PyValue,
  gives: Certain = {},
  /** The error that there may be instead of an unknown result. */
  raises?: string,
): PyNative {
  return method(
    `${kind}.${name}`,
    `(self, ${signature})`,
    (_machine, args) => {
      const self = asSelf(kind, args.get('self'));
      if (self.kind !== kind) {
        return vm.raise(
          'TypeError',
          `descriptor '${name}' for '${kind}' objects doesn't apply to a '${vm.typeName(self)}' object`,
        );
      }
      return run(self as SelfOf<K>, args);
    },
    { gives, written: 'C', ...(raises === undefined ? {} : { raises }) },
  );
}

/** A bool is an int. */
function asSelf(kind: PyValue['kind'], value: PyValue): PyValue {
  return kind === 'int' && value.kind === 'bool' ? int(Number(value.value)) : value;
}
