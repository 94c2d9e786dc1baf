/** What a class that is not wholly known makes of operators and protocols: it may have them, or refuse. */
import { unlessRaised } from './expected-errors.js';
import type { Interpreter } from './interpreter.js';
import type { Certain } from './native.js';
import type { PyUnknown, PyValue } from './value.js';

/** Modelled with all their special methods, if not with every attribute. */
const whole = /^(?:collections\.(?:OrderedDict|defaultdict)|re\.(?:Match|Pattern))$/u;

/** The unknown base of an instance by which it may have special methods that are not known. */
export function openBase(value: PyValue): PyUnknown | undefined {
  const cls = value.kind === 'instance' || value.kind === 'dict' ? value.cls : undefined;
  if (cls?.native && whole.test(`${cls.module}.${cls.name}`)) return undefined;
  return cls?.mro.find((one) => one.open)?.open;
}

/** What such a special method gives, if it is there: a TypeError comes where it is not. */
export function unlessLacking(vm: Interpreter, open: PyUnknown, certain: Certain = {}): PyValue {
  return unlessRaised(vm, open, () => vm.derive(open, certain), 'TypeError');
}
