/** Exception groups, and `except*`, which takes them apart by type. */
import type { Try } from '../syntax/tree.js';
import { caught, completionOf, type Outcome, outcomeOf } from './branching.js';
import type { Completion, Frame, Interpreter } from './interpreter.js';
import { bind } from './names.js';
import { placed } from './placing.js';
import { Exhausted, Raised } from './raised.js';
import { expecting, forgetHandled, matches, refuseNoExceptions, whileHandling } from './trying.js';
import type { PyInstance, PyValue } from './value.js';
import { list, str, tuple } from './value.js';

/** `try: … except* …`, without its `finally`. */
export function executeGroupTry(vm: Interpreter, node: Try, frame: Frame): Completion {
  const end = caught(() => expecting(vm, node.handlers, frame, () => outcomeOf(vm.execute(node.body, frame))));
  if (end.kind === 'value') return vm.execute(node.otherwise, frame);
  if (end.kind !== 'raise') return completionOf(end);
  const left = handlersOf(vm, node, end.error, frame);
  if (left) throw left;
  return undefined;
}

/** Run each handler on what it takes; what is left is still raised. */
function handlersOf(vm: Interpreter, node: Try, error: Raised, frame: Frame): Raised | undefined {
  let left: PyInstance | undefined = error.exception;
  let took = false;
  for (const handler of node.handlers) {
    if (!handler.type) break;
    const { type } = handler;
    const [taken, rest]: Split = whileHandling(frame, error, () => {
      const types = vm.evaluate(type, frame);
      return placed(frame, handler, () => {
        refuseGroups(vm, types);
        return left ? split(vm, left, types, error) : [undefined, undefined];
      });
    });
    if (!taken) continue;
    took = true;
    left = rest;
    const group = isGroup(taken) ? taken : groupOf(vm, '', tuple([taken]));
    const before = frame.handling;
    frame.handling = again(error, group);
    if (handler.name) bind(vm, handler.name, group, frame);
    try {
      const end: Outcome = caught(() => outcomeOf(vm.execute(handler.body, frame)));
      if (end.kind !== 'value') throw new Exhausted('what an `except*` raises itself is not followed');
    } finally {
      forgetHandled(vm, handler, before, frame);
    }
  }
  if (!left) return undefined;
  return took ? again(error, left) : error;
}

/** What `except*` cannot name; it is refused also where nothing is left to take. */
function refuseGroups(vm: Interpreter, types: PyValue): void {
  refuseNoExceptions(vm, types);
  const group = vm.builtinClass('BaseExceptionGroup');
  const all = types.kind === 'tuple' ? types.items : [types];
  if (all.some((type) => type.kind === 'class' && type.mro.includes(group)))
    vm.raise('TypeError', 'catching ExceptionGroup with except* is not allowed. Use except instead.');
}

type Split = readonly [taken: PyInstance | undefined, rest: PyInstance | undefined];

/** The part of an exception that is of a type, and the rest. */
function split(vm: Interpreter, value: PyInstance, types: PyValue, error: Raised): Split {
  const truth = matches(vm, again(error, value), types);
  if (truth === 'maybe') throw new Exhausted('an `except*` hangs on an exception that is not known');
  if (truth === 'yes') return [value, undefined];
  if (!isGroup(value)) return [undefined, value];
  const parts = partsOf(value).map((part) => split(vm, part, types, error));
  const message = messageOf(value);
  const gather = (all: readonly (PyInstance | undefined)[]): PyInstance | undefined => {
    const some = all.filter((one) => one !== undefined);
    return some.length === 0 ? undefined : groupOf(vm, message, vm.fresh(list(some)));
  };
  return [gather(parts.map(([taken]) => taken)), gather(parts.map(([, rest]) => rest))];
}

function isGroup(value: PyInstance): boolean {
  return value.cls.mro.some(({ name }) => name === 'BaseExceptionGroup');
}

function argsOf(value: PyInstance): readonly PyValue[] {
  const args = value.attributes.entries.get('args')?.value;
  return args?.kind === 'tuple' ? args.items : [];
}

function messageOf(value: PyInstance): string {
  const [message] = argsOf(value);
  return message?.kind === 'str' ? message.value : '';
}

/** The exceptions directly in a group. */
function partsOf(value: PyInstance): readonly PyInstance[] {
  const [, parts] = argsOf(value);
  const items = parts?.kind === 'list' || parts?.kind === 'tuple' ? parts.items : [parts];
  return items.map((item) => {
    if (item?.kind !== 'instance') throw new Exhausted('what an exception group holds is not known');
    return item;
  });
}

function groupOf(vm: Interpreter, message: string, parts: PyValue): PyInstance {
  const made = vm.call(vm.builtinClass('ExceptionGroup'), [str(message), parts]);
  if (made.kind !== 'instance') throw new Exhausted('an exception group is not evaluated');
  return made;
}

function again({ at, steps, reads, doubts }: Raised, exception: PyInstance): Raised {
  return new Raised(exception, at, steps, reads, doubts);
}
