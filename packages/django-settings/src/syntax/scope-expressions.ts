/** Goes through expressions as CPython's symbol table does, and refuses `yield` and `:=` where their blocks do not allow them. */
import { byKind, defaultsOf } from './parameter-order.js';
import { refuse } from './refusal.js';
import {
  type Block,
  createBlock,
  declare,
  flagsOf,
  GLOBAL,
  ITERATED,
  LOCAL,
  NONLOCAL,
  note,
  PARAMETER,
  USED,
} from './symbols.js';
import type { Comprehension, Expression, Node, ParameterSyntax } from './tree.js';
import { childrenOf } from './tree-walk.js';

export const bindName = (name: string, block: Block, at: Node): void => note(block, name, LOCAL, at);

/** Targets are bound, and what they are parts of is used. */
export function bind(targets: readonly Expression[], block: Block): void {
  for (const target of targets) {
    if (target.kind === 'name') bindName(target.name, block, target);
    else if (target.kind === 'starred') bind([target.value], block);
    else if (target.kind === 'tuple' || target.kind === 'list') bind(target.items, block);
    else refuseIn(target, block);
  }
}

/** An annotation; where it is put off it is a block of its own. */
export function refuseInAnnotation(node: Expression, block: Block, postponed: boolean): void {
  refuseIn(node, postponed ? createBlock('annotation', block) : block);
}

export function refuseIn(node: Expression, block: Block): void {
  const into = (nodes: readonly (Expression | undefined)[], where = block): void => {
    for (const one of nodes) if (one) refuseIn(one, where);
  };
  switch (node.kind) {
    case 'name':
      // `__debug__` is a constant by then.
      if (node.name !== '__debug__') note(block, node.name, USED, node);
      return;
    case 'walrus':
      notInAnnotation(block, 'named expression', node);
      if (block.inIterable > 0)
        refuse(node, 'assignment expression cannot be used in a comprehension iterable expression');
      if (block.kind === 'comprehension') bindAround(node.name, block, node);
      into([node.value]);
      return bindName(node.name, block, node);
    case 'lambda': {
      into(defaultsOf(node.parameters));
      const inner = createBlock('function', block);
      noteParameters(node.parameters, inner);
      return into([node.body], inner);
    }
    case 'dict':
      into(node.entries.map(([key]) => key));
      return into(node.entries.map(([, value]) => value));
    case 'comprehension':
      return inComprehension(node, block);
    case 'yield':
    case 'yield-from':
      notInAnnotation(block, 'yield expression', node);
      into([node.value]);
      if (block.comprehension) refuse(node, `'yield' inside ${displays[block.comprehension]}`);
      return;
    case 'await':
      notInAnnotation(block, 'await expression', node);
      return into([node.value]);
    case 'conditional':
      return into([node.test, node.body, node.otherwise]);
    default:
      return into(childrenOf(node) as Expression[]);
  }
}

const displays = {
  list: 'list comprehension',
  set: 'set comprehension',
  dict: 'dict comprehension',
  generator: 'generator expression',
};

function notInAnnotation(block: Block, what: string, at: Node): void {
  if (block.kind === 'annotation') refuse(at, `${what} cannot be used within an annotation`);
}

/** The first iterable belongs to what is around a comprehension. */
function inComprehension(node: Comprehension, block: Block): void {
  const [first, ...others] = node.generators;
  if (!first) return;
  block.inIterable += 1;
  refuseIn(first.iterable, block);
  block.inIterable -= 1;
  const inner = createBlock('comprehension', block, node.type);
  const iterated = (target: Expression): void => {
    inner.inTarget = true;
    bind([target], inner);
    inner.inTarget = false;
  };
  iterated(first.target);
  for (const one of first.conditions) refuseIn(one, inner);
  for (const { target, iterable, conditions } of others) {
    iterated(target);
    inner.inIterable += 1;
    refuseIn(iterable, inner);
    inner.inIterable -= 1;
    for (const one of conditions) refuseIn(one, inner);
  }
  if (node.key) refuseIn(node.value, inner);
  refuseIn(node.key ?? node.value, inner);
}

/** `:=` binds in the block around its comprehensions, of which it may not bind the variables. */
function bindAround(name: string, block: Block, at: Node): void {
  let around: Block | undefined = block;
  while (around?.kind === 'comprehension') {
    const flags = flagsOf(around, name);
    if (flags & ITERATED && flags & LOCAL)
      refuse(at, `assignment expression cannot rebind comprehension iteration variable '${name}'`);
    around = around.outer;
  }
  if (!around || around.kind === 'annotation') return;
  if (around.kind === 'class')
    refuse(at, 'assignment expression within a comprehension cannot be used in a class body');
  const shared = around.kind === 'module' || flagsOf(around, name) & GLOBAL;
  declare(block, name, shared ? GLOBAL : NONLOCAL, at);
  note(around, name, around.kind === 'module' ? GLOBAL : LOCAL, at);
}

/** Note a function's parameters in its block. */
export function noteParameters(parameters: readonly ParameterSyntax[], block: Block): void {
  for (const { name, place } of byKind(parameters, 'positional-only', 'either', 'keyword-only', 'rest', 'extra'))
    note(block, name, PARAMETER, place);
}
