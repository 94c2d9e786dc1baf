/** What a generator has still to do, as plain values: a stack of tasks that can be kept, restored and gone on with. */
import type { Expression, For, Handler, Node, Statement, Try, While } from '../syntax/tree.js';
import type { Outcome } from './branching.js';
import type { Raised } from './raised.js';
import type { PyIterator, PyValue } from './value.js';

/** One piece of work; the last of a list is done first. */
export type Task =
  | { readonly kind: 'block'; readonly body: readonly Statement[]; readonly at: number }
  | { readonly kind: 'for'; readonly node: For; readonly source: PyIterator }
  | { readonly kind: 'while'; readonly node: While }
  /** Work an expression out, and give its value on. */
  | { readonly kind: 'expression'; readonly node: Expression; readonly use: Use }
  /** Waits at a `yield` for what is sent. */
  | { readonly kind: 'waiting'; readonly at: Node; readonly fill: (sent: PyValue) => Task }
  /** `yield from` */
  | {
      readonly kind: 'from';
      readonly at: Node;
      readonly source: PyIterator;
      readonly fill: (result: PyValue) => Task;
    }
  /** The body of a `try` is under way. */
  | { readonly kind: 'try'; readonly node: Try }
  /** A handler's body is under way. */
  | { readonly kind: 'handler'; readonly handler: Handler; readonly before: Raised | undefined }
  | { readonly kind: 'finally'; readonly body: readonly Statement[] }
  /** A `finally` is under way; then it ends like this. */
  | { readonly kind: 'ending'; readonly outcome: Outcome }
  | { readonly kind: 'with'; readonly exit: PyValue };

/** What is done with a value: more tasks, or how the statement ends. */
export type Use = (value: PyValue) => readonly Task[] | Outcome;

/** A block as a task. */
export function block(body: readonly Statement[]): Task {
  return { kind: 'block', body, at: 0 };
}
