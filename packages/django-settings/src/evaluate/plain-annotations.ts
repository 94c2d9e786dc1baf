/** Annotations that are made of plain data: what goes wrong in them goes wrong in CPython too. */
import type { Expression } from '../syntax/tree.js';
import { type AnyNode, childrenOf } from '../syntax/tree-walk.js';
import type { Frame, Interpreter } from './interpreter.js';
import { Raised } from './raised.js';
import type { PyValue } from './value.js';

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

/** Whether each name stands for plain data: of what types and modules can do, less is known. */
export function isPlainData(vm: Interpreter, node: Expression, frame: Frame): boolean {
  const names: string[] = [];
  const visit = (one: AnyNode): boolean => {
    if (one.kind === 'name') names.push(one.name);
    return (
      !['lambda', 'comprehension', 'walrus', 'await', 'yield', 'yield-from'].includes(one.kind) &&
      childrenOf(one).every(visit)
    );
  };
  if (!visit(node)) return false;
  try {
    return names.every((name) => {
      const value = vm.lookup(name, frame);
      return plain.includes(value.kind) && !vm.doubt(value);
    });
  } catch (error) {
    if (error instanceof Raised) return false;
    throw error;
  }
}
