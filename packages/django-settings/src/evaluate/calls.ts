/** Calls of anything that can be called. */

import { pythonAtLeast } from '../environment/surroundings.js';
import { instantiate } from './classes.js';
import type { Interpreter } from './interpreter.js';
import type { Certain } from './native.js';
import { openBase } from './open-base.js';
import { packageCode } from './package-code.js';
import { paidFor, payForArguments } from './sizes.js';
import type { PyArguments, PyNative, PyUnknown, PyValue } from './value.js';
import { stringKey } from './value.js';

export function callWith(vm: Interpreter, callee: PyValue, args: PyArguments): PyValue {
  vm.spend(2);
  switch (callee.kind) {
    case 'function':
      return vm.callFunction(callee, args);
    case 'native':
      payForArguments(vm, args);
      return paidFor(vm, callModel(vm, callee, args));
    case 'method':
      return callWith(vm, callee.callee, { ...args, positional: [callee.self, ...args.positional] });
    case 'class':
      return instantiate(vm, callee, args);
    case 'unknown':
      return callUnknown(vm, callee, args);
    case 'choice':
      return vm.each(callee, (option) => callWith(vm, option, args));
    case 'descriptor':
      if (callee.type === 'staticmethod' && pythonAtLeast(vm, 10)) return callWith(vm, callee.get, args);
      break;
    default: {
      const method = vm.special(callee, '__call__');
      if (method) return callWith(vm, method, args);
      const open = openBase(callee);
      if (open) {
        vm.mayRaise(open, 'TypeError');
        return callUnknown(vm, open, args);
      }
    }
  }
  return vm.raise('TypeError', `'${vm.typeName(callee)}' object is not callable${hintFor(vm, callee)}`);
}

/** Calls a model; what it raises itself is known from what the project's code that it calls raises. */
function callModel(vm: Interpreter, callee: PyNative, args: PyArguments): PyValue {
  const { native, frame } = vm.model;
  vm.model.native = callee;
  vm.model.frame = vm.frame;
  try {
    return callee.call(vm, args);
  } finally {
    vm.model.native = native;
    vm.model.frame = frame;
  }
}

/** Code that is not known can change whatever it is given. */
function callUnknown(vm: Interpreter, callee: PyUnknown, args: PyArguments): PyValue {
  const { symbol, reaches } = callee;
  const why = symbol === undefined ? vm.derive(callee) : vm.unknown(packageCode(symbol, `${symbol}()`));
  for (const value of [...args.positional, ...args.keywords.values(), ...(reaches ? [reaches] : [])])
    vm.spoil(value.kind === 'module' && value.path !== undefined ? value.namespace : value, why);
  if (symbol !== undefined) mayFail(vm, why);
  return why;
}

/** What a call gives that no model describes. */
export function unmodelled(vm: Interpreter, why: string, certain?: Certain): PyUnknown {
  const made = vm.unknown(why, certain);
  vm.met.unknown = true;
  mayFail(vm, made);
  return made;
}

/** Code that is not run may raise what a handler around waits for; one for ImportError waits for the import alone. */
export function mayFail(vm: Interpreter, why: PyUnknown): void {
  for (const name of vm.expected.at(-1) ?? []) {
    const type = vm.builtins.entries.get(stringKey(name))?.value;
    if (type?.kind !== 'class' || /^(?:Import|ModuleNotFound)Error$/.test(name)) continue;
    vm.mayRaise(why, type);
  }
}

/** Since Python 3.12 a module that is called reminds of its member of the same name. */
function hintFor(vm: Interpreter, callee: PyValue): string {
  if (callee.kind !== 'module' || !vm.python || vm.python[1] < 12) return '';
  const member = callee.namespace.entries.get(callee.name)?.value;
  const callable = member && ['function', 'native', 'class', 'method'].includes(member.kind);
  return callable ? `. Did you mean: '${callee.name}.${callee.name}(...)'?` : '';
}
