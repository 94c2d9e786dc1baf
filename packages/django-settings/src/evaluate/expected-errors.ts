/** A `try` that waits for an error says that it may come: where a value is not known, both are then possible. */
import type { Handler, Statement } from '../syntax/tree.js';
import { type AnyNode, childrenOf } from '../syntax/tree-walk.js';
import type { Interpreter } from './interpreter.js';
import { orderOfSets } from './key-order.js';
import { inPart } from './library/partial-class.js';
import type { PyClass, PyValue } from './value.js';

/** The names that a handler may have under which an import that fails is waited for. */
export const importErrors = ['ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException'];

/**
 * The names of the exceptions that handlers wait for. A handler that only goes on to another error, or ends the process,
 * waits for none: it says what the settings refuse, and whoever runs them gives what they accept.
 */
export function expectedBy(handlers: readonly Handler[]): readonly string[] {
  return handlers.flatMap(({ type, body }) => {
    if (body.some((one) => one.kind === 'raise' || isExit(one)) && !body.some(mayGoOn)) return [];
    if (!type) return ['BaseException'];
    const nodes = type.kind === 'tuple' ? type.items : [type];
    return nodes.flatMap((node) => (node.kind === 'name' || node.kind === 'attribute' ? [node.name] : []));
  });
}

/** `sys.exit(…)`, `exit(…)` */
function isExit(statement: Statement): boolean {
  if (statement.kind !== 'expression' || statement.value.kind !== 'call') return false;
  const { callee } = statement.value;
  if (callee.kind === 'name') return callee.name === 'exit' || callee.name === 'quit';
  return (
    callee.kind === 'attribute' && callee.name === 'exit' && callee.value.kind === 'name' && callee.value.name === 'sys'
  );
}

/** Whether a handler around goes on without a module that is not there. */
export function doesWithoutModule({ expected }: Interpreter): boolean {
  return expected.some((names) => names.some((name) => importErrors.includes(name)));
}

/** Whether a statement may leave the handler, or the `finally`, in another way than by an error. */
export function mayGoOn(node: AnyNode): boolean {
  if (node.kind === 'function' || node.kind === 'class' || node.kind === 'lambda') return false;
  return ['return', 'break', 'continue'].includes(node.kind) || childrenOf(node).some(mayGoOn);
}

/** What readers of variables raise where one is missing, and what else a handler may call that. */
const lacking = [
  ...['KeyError', 'LookupError', 'Exception', 'BaseException'],
  ...['ImproperlyConfigured', 'UndefinedValueError', 'EnvError'],
];

/** Whether a handler around waits for the error that a missing variable makes. */
export function expectsMissing({ expected }: Interpreter): boolean {
  return expected.some((names) => names.some((name) => lacking.includes(name)));
}

/**
 * The value, or the error where a handler around waits for one like it: it hangs on a `doubt` whether it comes. Without
 * arguments it is not known what the error says.
 */
export function unlessRaised(
  vm: Interpreter,
  doubt: PyValue,
  value: () => PyValue,
  type: string | PyClass,
  ...args: readonly (PyValue | string)[]
): PyValue {
  // What hangs on the order of a set is no setting that somebody gives as it has to be.
  const told = args.length > 0 ? args : [vm.derive(doubt, { type: 'str', truth: true })];
  if (doubt.kind === 'unknown' && doubt.why === orderOfSets)
    return vm.fork([value, () => vm.raise(type, ...told)], doubt);
  const cls = typeof type === 'string' ? vm.builtinClass(type) : type;
  const kinds = cls.mro.map(({ name }) => name);
  if (!vm.expected.some((names) => names.some((name) => kinds.includes(name)))) {
    // What only a model leaves out, Python knows.
    if (doubt.kind === 'unknown' && doubt.why.endsWith(inPart))
      vm.givenUp.push({ why: doubt.why, at: vm.here(), after: vm.failures.length });
    return value();
  }
  const cause = vm.doubt(doubt);
  return vm.fork([value, () => vm.raise(type, ...told)], cause);
}
