/** What CPython's compiler knows of where it is: the function or module that it compiles, and what surrounds it there. */
import type { Statement } from './tree.js';

/** What is compiled on its own. */
export interface Unit {
  readonly kind: 'module' | 'class' | 'function' | 'async-function' | 'lambda' | 'generator-expression';
  /** Whether it both yields and waits. */
  readonly asynchronousGenerator?: boolean;
}

/** Whether `return` and `yield` may stand in it. */
export const isFunction = ({ kind }: Unit): boolean => kind !== 'module' && kind !== 'class';

/** Whether `await` may stand in it. */
export const mayAwait = ({ kind }: Unit): boolean => kind === 'async-function' || kind === 'generator-expression';

/** What a jump out of here goes through, from the inside out. */
export interface Surrounding {
  readonly kind: 'loop' | 'finally' | 'group';
  readonly outer: Surrounding | undefined;
  /** What a `finally` does. */
  readonly body: readonly Statement[];
}
