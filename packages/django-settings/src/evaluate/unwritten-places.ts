/** Where a statement that an error stops would have written: not into a name, but into what a name holds. */

import type { Expression, Statement } from '../syntax/tree.js';
import type { Frame, Interpreter } from './interpreter.js';
import type { PyUnknown, PyValue } from './value.js';
import { str, stringKey } from './value.js';

/** What `X[…] = …` and `X.update(…)` would have made of `X` is unknown. */
export function losePlaces(vm: Interpreter, statement: Statement, frame: Frame, why: PyUnknown): void {
  if (statement.kind === 'assign') for (const target of statement.targets) loseTarget(vm, target, frame, why);
  else if (statement.kind === 'augmented') loseTarget(vm, statement.target, frame, why);
  else if (statement.kind === 'expression' && statement.value.kind === 'call') {
    const { callee } = statement.value;
    const held = callee.kind === 'attribute' ? heldBy(callee.value, frame) : undefined;
    // An object of a class may have been asked for anything.
    if (held?.kind === 'list' || held?.kind === 'dict' || held?.kind === 'set') vm.spoil(held, why);
  }
}

function loseTarget(vm: Interpreter, target: Expression, frame: Frame, why: PyUnknown): void {
  if (target.kind !== 'subscript') return;
  const held = heldBy(target.value, frame);
  if (held?.kind === 'dict' && target.index.kind === 'str') {
    vm.touch(held);
    const name = target.index.value;
    held.entries.set(stringKey(name), { key: str(name), value: why });
  } else if (held) vm.spoil(held, why);
}

/** What stands at a place that is written in names and literal keys alone. */
function heldBy(expression: Expression, frame: Frame): PyValue | undefined {
  if (expression.kind === 'name') {
    const key = stringKey(expression.name);
    return (frame.locals.entries.get(key) ?? frame.globals.entries.get(key))?.value;
  }
  if (expression.kind !== 'subscript' || expression.index.kind !== 'str') return undefined;
  const held = heldBy(expression.value, frame);
  return held?.kind === 'dict' ? held.entries.get(stringKey(expression.index.value))?.value : undefined;
}
