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
  const globals: GlobalName[] = [];
  const look = (nodes: readonly AnyNode[], where: Frame): void => {
    const stack = [...nodes];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.kind === 'name') for (const value of named(node.name, where)) meet(value);
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
  return { values: [...values], globals };
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
