/** Annotations that are made of plain data: what goes wrong in them goes wrong in CPython too. */
import type { Expression } from '../syntax/tree.js';
import { type AnyNode, childrenOf } from '../syntax/tree-walk.js';
import type { Frame, Interpreter } from './interpreter.js';
import { Raised } from './raised.js';
import { type PyValue, stringKey } from './value.js';

const plain: readonly PyValue['kind'][] = [
  'none',
  'bool',
  'int',
  'float',
  'str',
  'bytes',
  'list',
  'tuple',
  'dict',
  'set',
  'range',
  'function',
];

/** Whether an error is a module's that has no such name, or of a key that is not there: what types can do has no part in it. */
function isOfNames({ exception: { cls, attributes } }: Raised): boolean {
  if (cls.name === 'KeyError') return true;
  const args = attributes.entries.get('args')?.value;
  const words = args?.kind === 'tuple' ? args.items[0] : undefined;
  return cls.name === 'AttributeError' && words?.kind === 'str' && words.value.startsWith("module '");
}

/** Built-in types and functions are modelled whole. */
function isBuiltin(vm: Interpreter, value: PyValue): boolean {
  return (
    (value.kind === 'class' || value.kind === 'native') &&
    vm.builtins.entries.get(stringKey(value.name))?.value === value
  );
}

/** Whether each name stands for plain data or what is built in: of what other types and modules can do, less is known. */
export function isPlainData(vm: Interpreter, node: Expression, frame: Frame, error: Raised): boolean {
  const names: string[] = [];
  const visit = (one: AnyNode): boolean => {
    if (one.kind === 'name') names.push(one.name);
    return !['walrus', 'await', 'yield', 'yield-from'].includes(one.kind) && childrenOf(one).every(visit);
  };
  return visit(node) && names.every((name) => isPlain(vm, name, frame, error));
}

/** A name that there is not was not come to, or is one of what a lambda or comprehension goes over. */
function isPlain(vm: Interpreter, name: string, frame: Frame, error: Raised): boolean {
  try {
    const value = vm.lookup(name, frame);
    const counts = plain.includes(value.kind) || isBuiltin(vm, value);
    return (counts || (value.kind === 'module' && isOfNames(error))) && !vm.doubt(value);
  } catch (missing) {
    if (missing instanceof Raised) return true;
    throw missing;
  }
}
