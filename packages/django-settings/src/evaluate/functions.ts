/** Functions of the project: making them, and running their bodies. */

import { budgets } from '../budgets.js';
import type { Expression, ParameterSyntax, Statement } from '../syntax/tree.js';
import { withBoundary } from './branching.js';
import { nameOfGlobals } from './defining-module.js';
import { docOf } from './docstrings.js';
import { block } from './generator-tasks.js';
import { generatorOf } from './generators.js';
import type { Frame, Interpreter } from './interpreter.js';
import { Exhausted } from './raised.js';
import { namesOf, type ScopeNames } from './scopes.js';
import { bindArguments, type Parameter } from './signature.js';
import { noteReturn } from './tracing.js';
import type { PyArguments, PyClass, PyFunction, PyUnknown, PyValue } from './value.js';
import { emptyDict, emptyNamespace, none, str, stringKey, tuple } from './value.js';

export interface FunctionSyntax {
  readonly name: string;
  readonly parameters: readonly ParameterSyntax[];
  readonly body: readonly Statement[] | Expression;
  readonly generator: boolean;
  readonly asynchronous: boolean;
  /** Where a `def` stands, and what decorates it. */
  readonly start?: number;
  readonly decorators?: readonly Expression[];
}

/** What a function value of the project holds. */
export interface Body {
  readonly syntax: FunctionSyntax;
  readonly frame: Frame;
  readonly parameters: readonly Parameter[];
  readonly defaults: ReadonlyMap<string, PyValue>;
  readonly scope: ScopeNames;
  /** The class whose body holds it, set when the class is made; `undefined` where none does. */
  readonly owner: { current: PyClass | undefined } | undefined;
}

export function defineFunction(vm: Interpreter, syntax: FunctionSyntax, frame: Frame): PyFunction {
  const defaults = new Map<string, PyValue>();
  for (const parameter of syntax.parameters) {
    if (parameter.default) defaults.set(parameter.name, vm.evaluate(parameter.default, frame));
  }
  const expression = !Array.isArray(syntax.body);
  const statements: readonly Statement[] = expression
    ? [{ kind: 'expression', start: 0, end: 0, value: syntax.body as Expression }]
    : (syntax.body as readonly Statement[]);
  const body: Body = {
    syntax,
    frame,
    parameters: syntax.parameters.map(({ name, kind, default: value }) => ({
      name,
      kind,
      optional: value !== undefined,
    })),
    defaults,
    scope: namesOf(statements, syntax.parameters),
    owner: frame.method?.cls,
  };
  const prefix =
    frame.kind === 'module' || frame.qualname === ''
      ? ''
      : frame.kind === 'class'
        ? `${frame.qualname}.`
        : `${frame.qualname}.<locals>.`;
  const attributes = emptyNamespace();
  const module = nameOfGlobals(frame);
  if (module?.kind !== 'str') attributes.entries.set('__module__', { key: str('__module__'), value: module ?? none });
  return {
    kind: 'function',
    name: syntax.name,
    qualname: prefix + syntax.name,
    module: module?.kind === 'str' ? module.value : frame.module.name,
    doc: expression ? undefined : docOf(statements),
    body,
    attributes,
  };
}

const isByPlace = ({ kind }: Parameter) => kind === 'positional-only' || kind === 'either';

/** Arguments of which some are not known: what they leave out may be given, or not. */
function filledUp(vm: Interpreter, { parameters, defaults }: Body, args: PyArguments, unknown: PyUnknown): PyArguments {
  const positional = [...args.positional];
  const keywords = new Map(args.keywords);
  const byPlace = parameters.filter(isByPlace);
  for (const parameter of parameters) {
    const { name, kind } = parameter;
    const at = byPlace.indexOf(parameter);
    if (kind === 'rest' || kind === 'extra' || (at >= 0 && at < positional.length) || keywords.has(name)) continue;
    const otherwise = defaults.get(name);
    const value = otherwise ? vm.join([otherwise, unknown]) : unknown;
    if (kind === 'positional-only') positional.push(value);
    else keywords.set(name, value);
  }
  return { positional, keywords };
}

/** Call a function of the project. */
export function callFunction(vm: Interpreter, callee: PyFunction, args: PyArguments): PyValue {
  const body = callee.body as Body;
  const unknown = args.open && vm.derive(args.open);
  const bound = bindArguments(
    callee.qualname,
    body.parameters,
    unknown ? filledUp(vm, body, args, unknown) : args,
    (message) => vm.raise('TypeError', message),
    vm.python,
  );
  if (body.syntax.asynchronous) return vm.unknown('a coroutine is not run');
  const locals = emptyNamespace();
  const put = (name: string, value: PyValue) => locals.entries.set(stringKey(name), { key: str(name), value });
  for (const { name, kind } of body.parameters) {
    if (kind === 'rest') put(name, tuple(unknown ? [...bound.rest, { ...unknown, many: true }] : bound.rest));
    else if (kind === 'extra') {
      const extra = vm.fresh({ ...emptyDict(), open: unknown });
      for (const [key, value] of bound.extra) extra.entries.set(stringKey(key), { key: str(key), value });
      put(name, extra);
    } else {
      const value = bound.optional(name) ?? body.defaults.get(name) ?? none;
      put(name, value);
    }
  }
  if (vm.depth >= budgets.calls) throw new Exhausted('calls are nested too deeply');
  const { frame: outer } = body;
  const frame: Frame = {
    kind: 'function',
    name: callee.name,
    qualname: callee.qualname,
    module: outer.module,
    globals: outer.globals,
    locals: vm.fresh(locals),
    scope: body.scope,
    closure: outer.kind === 'class' ? outer.closure : outer.kind === 'module' ? undefined : outer,
    file: outer.file,
    method: { cls: body.owner, first: body.parameters.find(isByPlace)?.name },
    caller: vm.frame,
    at: { start: 0, end: 0 },
    handling: undefined,
  };
  if (body.syntax.generator) {
    const statements = isExpression(body.syntax.body)
      ? [{ ...body.syntax.body, kind: 'return', value: body.syntax.body } as const]
      : body.syntax.body;
    // What is thrown into it before it has begun comes from its first line.
    const start = body.syntax.decorators?.[0]?.start ?? body.syntax.start;
    if (start !== undefined) frame.at = { start, end: start };
    return generatorOf(vm, [block(statements)], frame);
  }
  return run(vm, body, frame);
}

function isExpression(body: readonly Statement[] | Expression): body is Expression {
  return !Array.isArray(body);
}

function run(vm: Interpreter, body: Body, frame: Frame): PyValue {
  const { frame: caller } = vm;
  vm.frame = frame;
  vm.depth += 1;
  try {
    if (!Array.isArray(body.syntax.body)) {
      frame.at = body.syntax.body as Expression;
      return vm.evaluate(body.syntax.body as Expression, frame);
    }
    const statements = body.syntax.body as readonly Statement[];
    const outcome = withBoundary(
      vm,
      'function',
      () => vm.execute(statements, frame) ?? { kind: 'value', value: none },
      (ended) => {
        const end = ended();
        if (end.kind !== 'return') return end;
        noteReturn(vm, frame);
        return { kind: 'value', value: end.value };
      },
    );
    if (outcome.kind === 'raise') throw outcome.error;
    return outcome.kind === 'value' ? outcome.value : none;
  } finally {
    vm.depth -= 1;
    vm.frame = caller;
  }
}
