/** Which errors a `with` or a `finally` may swallow: inside, these are waited for as with a handler. */
import type { Statement } from '../syntax/tree.js';
import { type AnyNode, childrenOf } from '../syntax/tree-walk.js';
import { expectedBy, mayGoOn } from './expected-errors.js';
import type { Body } from './functions.js';
import type { Task } from './generator-tasks.js';
import { findInMro } from './mro.js';
import type { PyValue } from './value.js';

/** The names of the exceptions that leaving a context manager may swallow. */
export function swallowedBy(manager: PyValue): readonly string[] {
  if (manager.kind !== 'instance') return [];
  const { cls, payload } = manager;
  if (cls.module === 'contextlib' && cls.name === 'suppress')
    return (payload as readonly PyValue[]).flatMap((type) => (type.kind === 'class' ? [type.name] : []));
  if (cls.module === 'contextlib' && cls.name === '_GeneratorContextManager') {
    const { state } = payload as { readonly state?: { readonly tasks?: readonly Task[] } };
    return (state?.tasks ?? []).flatMap(swallowedAround);
  }
  const exit = findInMro(cls.mro, '__exit__')?.entry.value;
  return exit?.kind === 'function' && mayAnswer(exit.body as Body) ? everything : [];
}

/** What a `finally` swallows that leaves by itself. */
export function swallowedByFinally(body: readonly Statement[]): readonly string[] {
  return body.some(mayGoOn) ? everything : [];
}

const everything = ['BaseException'];

/** What a generator swallows at the `yield` where it waits. */
function swallowedAround(task: Task): readonly string[] {
  if (task.kind === 'try') return expectedBy(task.node.handlers);
  if (task.kind === 'finally') return swallowedByFinally(task.body);
  return task.kind === 'with' && task.exit.kind === 'method' ? swallowedBy(task.exit.self) : [];
}

/** Whether a function may give something other than None and False. */
function mayAnswer({ syntax }: Body): boolean {
  return Array.isArray(syntax.body) && syntax.body.some(answers);
}

function answers(node: AnyNode): boolean {
  if (node.kind === 'function' || node.kind === 'class' || node.kind === 'lambda') return false;
  if (node.kind === 'return' && node.value)
    return !(node.value.kind === 'none' || (node.value.kind === 'bool' && !node.value.value));
  return childrenOf(node).some(answers);
}
