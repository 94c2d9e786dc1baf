/** What a statement may change that is not run to its end: the values of the names that it mentions, or a function that it may call. */

import type { Statement } from '../syntax/tree.js';
import { type AnyNode, childrenOf } from '../syntax/tree-walk.js';
import type { Body } from './functions.js';
import type { Frame } from './interpreter.js';
import type { PyClass, PyDict, PyValue } from './value.js';
import { stringKey } from './value.js';

/** A name of a module that a function declares `global`. */
export interface GlobalName {
  readonly globals: PyDict;
  readonly name: string;
}

/** The values, and the names that functions may bind elsewhere. */
export function mentionedBy(
  statement: Statement,
  frame: Frame,
): { readonly values: readonly PyValue[]; readonly globals: readonly GlobalName[] } {
  const values = new Set<PyValue>();
  const spaces = new Set<PyDict>();
  const globals: GlobalName[] = [];
  const look = (nodes: readonly AnyNode[], where: Frame): void => {
    const stack = [...nodes];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.kind === 'name') for (const value of named(node.name, where)) meet(value);
      if (node.kind === 'call' && isOfNames(node, where)) spaces.add(where.globals);
      stack.push(...childrenOf(node));
    }
  };
  const meet = (value: PyValue): void => {
    if (values.has(value)) return;
    values.add(value);
    if (value.kind === 'function') {
      const { syntax, frame: home, scope } = value.body as Body;
      for (const name of scope.globals) globals.push({ globals: home.globals, name });
      look(Array.isArray(syntax.body) ? syntax.body : [syntax.body as AnyNode], home);
    } else if (value.kind === 'class') meetClass(value);
    else if (value.kind === 'instance') meetClass(value.cls);
    else if (value.kind === 'choice') value.options.forEach(meet);
    else if (value.kind === 'method') [value.self, value.callee].forEach(meet);
  };
  const meetClass = (cls: PyClass): void => {
    for (const one of cls.mro) for (const { value } of one.attributes.entries.values()) meet(value);
  };
  look([statement], frame);
  for (const space of spaces) globals.push(...settableIn(space));
  return { values: [...values], globals };
}

/** A call that gives the names of a module as a dict. */
function isOfNames(call: Extract<AnyNode, { kind: 'call' }>, { kind }: Frame): boolean {
  if (call.callee.kind !== 'name') return false;
  const { name } = call.callee;
  return name === 'globals' || (kind === 'module' && (name === 'locals' || name === 'vars'));
}

/** What may be given another value through the dict of a module: nobody puts another function or class into it. */
function settableIn(space: PyDict): GlobalName[] {
  return [...space.entries.values()].flatMap(({ key, value }) =>
    key.kind !== 'str' || key.value.startsWith('__') || ['module', 'function', 'class', 'native'].includes(value.kind)
      ? []
      : [{ globals: space, name: key.value }],
  );
}

/** What a name stands for in a frame and in those around it. */
function named(name: string, frame: Frame): PyValue[] {
  const key = stringKey(name);
  const found: PyValue[] = [];
  for (let home: Frame | undefined = frame; home; home = home.closure) {
    const entry = home.locals.entries.get(key);
    if (entry) found.push(entry.value);
  }
  const entry = frame.globals.entries.get(key);
  return entry ? [...found, entry.value] : found;
}
