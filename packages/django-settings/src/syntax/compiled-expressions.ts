/** Goes through expressions in the order in which CPython compiles them, and refuses what it cannot place. */
import { isFunction, mayAwait, type Unit } from './compiled-unit.js';
import { defaultsOf } from './parameter-order.js';
import { refuse } from './refusal.js';
import type { Comprehension, Expression, Keyword, Node, ParameterSyntax } from './tree.js';
import { childrenOf } from './tree-walk.js';
import { isAsynchronous } from './waiting.js';

const assigned = 'cannot assign to __debug__';

/** `__debug__` is bound by nothing. */
export function notDebug(name: string | undefined, at: Node, message = assigned): void {
  if (name === '__debug__') refuse(at, message);
}

export function compileExpression(node: Expression, unit: Unit): void {
  const into = (...nodes: readonly (Expression | undefined)[]): void => {
    for (const one of nodes) if (one) compileExpression(one, unit);
  };
  switch (node.kind) {
    case 'walrus':
      into(node.value);
      return notDebug(node.name, node);
    case 'lambda':
      notDebugParameters(node.parameters);
      into(...defaultsOf(node.parameters));
      return compileExpression(node.body, { kind: 'lambda' });
    case 'conditional':
      return into(node.test, node.body, node.otherwise);
    case 'comprehension':
      return compileComprehension(node, unit);
    case 'yield':
    case 'yield-from': {
      const word = node.kind === 'yield' ? 'yield' : 'yield from';
      if (!isFunction(unit)) refuse(node, `'${word}' outside function`);
      if (node.kind === 'yield-from' && unit.kind === 'async-function')
        refuse(node, "'yield from' inside async function");
      return into(node.value);
    }
    case 'await':
      if (!mayAwait(unit)) refuse(node, `'await' outside ${isFunction(unit) ? 'async ' : ''}function`);
      return into(node.value);
    case 'call':
      refuseKeywords(node.keywords);
      return into(node.callee, ...node.positional.map(unstarred), ...node.keywords.map(({ value }) => value));
    case 'starred':
      return refuse(node, "can't use starred expression here");
    case 'list':
    case 'tuple':
    case 'set':
      return into(...node.items.map(unstarred));
    default:
      return into(...(childrenOf(node) as Expression[]));
  }
}

/** Where a star may stand before it, what it stands before. */
const unstarred = (node: Expression): Expression => (node.kind === 'starred' ? node.value : node);

/** Assign to a target. */
export function compileTarget(target: Expression, unit: Unit): void {
  switch (target.kind) {
    case 'name':
      return notDebug(target.name, target);
    case 'attribute':
      compileExpression(target.value, unit);
      return notDebug(target.name, target);
    case 'starred':
      return refuse(target, 'starred assignment target must be in a list or tuple');
    case 'tuple':
    case 'list':
      if (target.items.filter(({ kind }) => kind === 'starred').length > 1)
        refuse(target, 'multiple starred expressions in assignment');
      for (const item of target.items) compileTarget(unstarred(item), unit);
      return;
    default:
      compileExpression(target, unit);
  }
}

/** No parameter may be `__debug__`. */
export function notDebugParameters(parameters: readonly ParameterSyntax[]): void {
  for (const { name, place } of parameters) notDebug(name, place);
}

/** A keyword is given once. */
export function refuseKeywords(keywords: readonly Keyword[]): void {
  const repeated = secondOf(keywords, ({ name }) => name);
  for (const keyword of keywords) {
    const { name } = keyword;
    if (name === undefined) continue;
    notDebug(name, keyword);
    const again = repeated.get(name);
    if (again) refuse(again, `keyword argument repeated: ${name}`);
  }
}

/** The second of those that have a name in common, by that name. */
export function secondOf<T>(all: readonly T[], nameOf: (one: T) => string | undefined): ReadonlyMap<string, T> {
  const met = new Set<string>();
  const second = new Map<string, T>();
  for (const one of all) {
    const name = nameOf(one);
    if (name === undefined) continue;
    if (met.has(name) && !second.has(name)) second.set(name, one);
    met.add(name);
  }
  return second;
}

/** Displays are compiled within what is around them; a generator expression is a function of its own, and comes before what it goes through. */
function compileComprehension(node: Comprehension, unit: Unit): void {
  const [first] = node.generators;
  const generator = node.type === 'generator';
  if (!first) return;
  if (!generator) {
    compileExpression(first.iterable, unit);
    if (isAsynchronous(node) && !mayAwait(unit))
      refuse(node, 'asynchronous comprehension outside of an asynchronous function');
  }
  const within: Unit = generator ? { kind: 'generator-expression' } : unit;
  for (const { target, iterable, conditions } of node.generators) {
    if (iterable !== first.iterable) compileExpression(iterable, within);
    compileTarget(target, within);
    for (const one of conditions) compileExpression(one, within);
  }
  for (const one of [node.key, node.value]) if (one) compileExpression(one, within);
  if (generator) compileExpression(first.iterable, unit);
}
