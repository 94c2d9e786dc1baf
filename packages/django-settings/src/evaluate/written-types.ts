/** The annotations of a class body as they are written: `list[str]` says more than the class that it comes to here. */
import type { Expression } from '../syntax/tree.js';
import type { Frame, Interpreter } from './interpreter.js';
import type { Machine } from './native.js';
import { Raised } from './raised.js';
import { none, type PyDict, type PyValue } from './value.js';

/** A type as it is written. */
export type WrittenType =
  /** `name` is that of a plain name: a container's own name stands for any items, another name of it for nobody knows which. */
  | { readonly kind: 'plain'; readonly value: PyValue; readonly name: string | undefined }
  | { readonly kind: 'of'; readonly origin: PyValue; readonly parts: readonly WrittenType[] }
  | { readonly kind: 'either'; readonly types: readonly WrittenType[] };

interface Kept {
  readonly node: Expression;
  readonly frame: Frame;
}

function kept(machine: Machine): WeakMap<PyDict, Map<string, Kept>> {
  return machine.once('annotations as they are written', () => new WeakMap());
}

/** Keep how a name of a class body is annotated. */
export function keepAnnotation(vm: Interpreter, body: PyDict, name: string, node: Expression, frame: Frame): void {
  const all = kept(vm);
  const own = all.get(body) ?? new Map<string, Kept>();
  all.set(body, own.set(name, { node, frame }));
}

/** The type that a name of a class body is annotated with; `undefined` where nothing is kept of it. */
export function writtenType(machine: Machine, body: PyDict, name: string): WrittenType | undefined {
  const found = kept(machine).get(body)?.get(name);
  return found && written(machine as Interpreter, found.node, found.frame);
}

function written(vm: Interpreter, node: Expression, frame: Frame): WrittenType {
  if (node.kind === 'subscript' && node.index.kind !== 'slice') {
    const origin = valueOf(vm, node.value, frame);
    const parts = node.index.kind === 'tuple' ? node.index.items : [node.index];
    return { kind: 'of', origin, parts: parts.map((part) => written(vm, part, frame)) };
  }
  if (node.kind === 'binary' && node.operator === '|')
    return { kind: 'either', types: [node.left, node.right].map((side) => written(vm, side, frame)) };
  if (node.kind === 'none') return { kind: 'plain', value: none, name: 'None' };
  return { kind: 'plain', value: valueOf(vm, node, frame), name: node.kind === 'name' ? node.name : undefined };
}

function valueOf(vm: Interpreter, node: Expression, frame: Frame): PyValue {
  try {
    return vm.evaluate(node, frame);
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    return vm.unknown('the annotation is not evaluated');
  }
}
