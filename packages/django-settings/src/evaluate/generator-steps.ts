/** The steps of a generator's body: one task at a time, and what an exception, `return`, `break` or `continue` does to those left. */
import type { AugmentedAssign, Expression, Handler, Statement } from '../syntax/tree.js';
import { advance, iteratorOf } from './advance.js';
import { inPlace } from './assignment.js';
import { caught, type Outcome, outcomeOf, withBoundary } from './branching.js';
import { block, type Task, type Use } from './generator-tasks.js';
import type { Step } from './generators.js';
import type { Frame, Interpreter } from './interpreter.js';
import { chooseCase } from './matching.js';
import { bind } from './names.js';
import { placed } from './placing.js';
import { Exhausted, type Raised } from './raised.js';
import { entered, expecting, forgetHandled, matches } from './trying.js';
import type { PyValue } from './value.js';
import { none } from './value.js';
import { hasYield, suspensionOf } from './yield-expressions.js';

const goesOn: Outcome = { kind: 'value', value: none };

/** Do a task; what it leads to is put on the list. */
export function perform(vm: Interpreter, frame: Frame, task: Task, tasks: Task[]): Step {
  const use = (more: readonly Task[] | Outcome): Outcome => {
    if ('kind' in more) return more;
    tasks.push(...more);
    return goesOn;
  };
  switch (task.kind) {
    case 'block': {
      const statement = task.body[task.at];
      if (!statement) return goesOn;
      if (task.at + 1 < task.body.length) tasks.push({ ...task, at: task.at + 1 });
      return guarded(vm, frame, tasks, () =>
        hasYield(vm, statement) ? use(begin(vm, statement, frame)) : plain(vm, statement, frame),
      );
    }
    case 'for': {
      const item = guarded(vm, frame, tasks, () => placed(frame, task.node.iterable, () => advance(vm, task.source)));
      if (!item) return use([block(task.node.otherwise)]);
      if (item.kind === 'unknown' && item.many)
        throw new Exhausted('a generator goes over something that is not known');
      tasks.push(task);
      vm.assign(task.node.target, item, frame);
      return use([block(task.node.body)]);
    }
    case 'while':
      return use([
        {
          kind: 'expression',
          node: task.node.test,
          use: (value) => (decided(vm, value) ? [task, block(task.node.body)] : [block(task.node.otherwise)]),
        },
      ]);
    case 'expression': {
      return guarded(vm, frame, tasks, (): Step => {
        const found = suspensionOf(vm, task.node, frame);
        if (!found.node) {
          const { whole } = found;
          return use(task.use(contained(vm, () => ({ kind: 'value', value: vm.evaluate(whole, frame) }))));
        }
        const { node, resume } = found;
        const fill = (sent: PyValue): Task => ({ ...task, node: resume(sent) });
        if (node.kind === 'yield-from') {
          const iterable = vm.evaluate(node.value, frame);
          return use([{ kind: 'from', at: node, source: placed(frame, node, () => iteratorOf(vm, iterable)), fill }]);
        }
        const value = node.value ? vm.evaluate(node.value, frame) : none;
        tasks.push({ kind: 'waiting', at: node, fill });
        return { kind: 'yielded', value };
      });
    }
    case 'from': {
      const item = guarded(vm, frame, tasks, () => advance(vm, task.source));
      if (!item) return use([task.fill(task.source.returned ?? none)]);
      tasks.push(task);
      return { kind: 'yielded', value: item };
    }
    case 'try':
      return use([block(task.node.otherwise)]);
    case 'handler':
      forgetHandled(vm, task.handler, task.before, frame);
      return goesOn;
    case 'finally':
      return use([block(task.body)]);
    case 'ending':
      return task.outcome;
    case 'with':
      vm.call(task.exit, [none, none, none]);
      return goesOn;
    case 'waiting':
      return use([task.fill(none)]);
  }
}

/** What a task that is under way does with another end than the normal one. */
export function unwind(vm: Interpreter, frame: Frame, task: Task, outcome: Outcome, tasks: Task[]): Outcome {
  switch (task.kind) {
    case 'for':
    case 'while':
      if (outcome.kind === 'break') return goesOn;
      if (outcome.kind !== 'continue') return outcome;
      tasks.push(task);
      return goesOn;
    case 'try': {
      if (outcome.kind !== 'raise') return outcome;
      if (task.node.group) throw new Exhausted('`except*` in a generator is not followed');
      const handler = task.node.handlers.find((one) => isOf(vm, frame, outcome.error, one));
      if (!handler) return outcome;
      tasks.push({ kind: 'handler', handler, before: frame.handling }, block(handler.body));
      frame.handling = outcome.error;
      if (handler.name) bind(vm, handler.name, outcome.error.exception, frame);
      return goesOn;
    }
    case 'handler':
      forgetHandled(vm, task.handler, task.before, frame);
      return outcome;
    case 'finally':
      tasks.push({ kind: 'ending', outcome }, block(task.body));
      return goesOn;
    case 'with': {
      if (outcome.kind !== 'raise') {
        vm.call(task.exit, [none, none, none]);
        return outcome;
      }
      const { exception } = outcome.error;
      return decided(vm, vm.call(task.exit, [exception.cls, exception, none])) ? goesOn : outcome;
    }
    default:
      return outcome;
  }
}

/** A statement that holds a `yield`. */
function begin(vm: Interpreter, statement: Statement, frame: Frame): readonly Task[] {
  frame.at = statement;
  const after = (node: Expression, use: Use): readonly Task[] => [{ kind: 'expression', node, use }];
  switch (statement.kind) {
    case 'expression':
      return after(statement.value, () => []);
    case 'assign':
      return after(statement.value, (value) => {
        for (const target of statement.targets) vm.assign(target, value, frame);
        return [];
      });
    case 'annotated':
      if (!statement.value) break;
      return after(statement.value, (value) => {
        vm.assign(statement.target, value, frame);
        return [];
      });
    case 'augmented':
      return augmented(vm, statement, frame);
    case 'return':
      if (!statement.value) break;
      return after(statement.value, (value) => ({ kind: 'return', value }));
    case 'if':
      return after(statement.test, (value) => [block(decided(vm, value) ? statement.body : statement.otherwise)]);
    case 'for':
      if (statement.asynchronous) break;
      return after(statement.iterable, (value) => {
        const source = placed(frame, statement.iterable, () => iteratorOf(vm, value));
        return [{ kind: 'for', node: statement, source }];
      });
    case 'while':
      return [{ kind: 'while', node: statement }];
    case 'try': {
      const last: Task[] = statement.finally.length > 0 ? [{ kind: 'finally', body: statement.finally }] : [];
      return [...last, { kind: 'try', node: statement }, block(statement.body)];
    }
    case 'with': {
      const [item, ...items] = statement.items;
      if (!item || statement.asynchronous) break;
      return after(item.context, (manager) => {
        const { exit, value } = placed(frame, item.context, () => entered(vm, manager));
        if (!exit) throw new Exhausted('a generator hangs on a context manager that is not known');
        if (item.target) vm.assign(item.target, value, frame);
        const rest: Task = items.length > 0 ? block([{ ...statement, items }]) : block(statement.body);
        return [{ kind: 'with', exit }, rest];
      });
    }
    case 'match':
      return after(statement.subject, (subject) => [block(chooseCase(vm, statement, subject, frame)?.body ?? [])]);
    default:
  }
  throw new Exhausted('a `yield` in such a place is not followed');
}

function augmented(vm: Interpreter, node: AugmentedAssign, frame: Frame): readonly Task[] {
  const { target } = node;
  if (target.kind !== 'name') throw new Exhausted('a `yield` in such a place is not followed');
  const before = vm.evaluate(target, frame);
  return [
    {
      kind: 'expression',
      node: node.value,
      use: (value) => {
        bind(vm, target.name, inPlace(vm, node.operator, before, value), frame);
        return [];
      },
    },
  ];
}

/** A statement without a `yield`, all at once. */
function plain(vm: Interpreter, statement: Statement, frame: Frame): Outcome {
  return alone(vm, () => outcomeOf(vm.execute([statement], frame)));
}

function contained(vm: Interpreter, run: () => Outcome): PyValue {
  const outcome = alone(vm, run);
  if (outcome.kind === 'raise') throw outcome.error;
  return outcome.kind === 'value' ? outcome.value : none;
}

/** A generator waits in one state: where a part of it may end in several ways, it is not followed. */
function alone(vm: Interpreter, run: () => Outcome): Outcome {
  return withBoundary(
    vm,
    'finally',
    (boundary) => {
      const outcome = caught(run);
      if (boundary.pending.length > 0) throw new Exhausted('a generator hangs on a condition that is not known');
      return outcome;
    },
    (ended) => ended(),
  );
}

/** Run something inside each `try` whose body is under way. */
function guarded<T>(vm: Interpreter, frame: Frame, tasks: readonly Task[], run: () => T): T {
  let all = run;
  for (const task of tasks) {
    if (task.kind !== 'try') continue;
    const inner = all;
    all = () => expecting(vm, task.node.handlers, frame, inner);
  }
  return all();
}

function decided(vm: Interpreter, value: PyValue): boolean {
  const truth = vm.truth(value);
  if (truth === 'maybe') throw new Exhausted('a generator hangs on a condition that is not known');
  return truth === 'yes';
}

function isOf(vm: Interpreter, frame: Frame, error: Raised, handler: Handler): boolean {
  if (!handler.type) return true;
  const types = vm.evaluate(handler.type, frame);
  const truth = placed(frame, handler, () => matches(vm, error, types));
  if (truth === 'maybe') throw new Exhausted('a generator hangs on an exception that is not known');
  return truth === 'yes';
}
