/** What CPython's compiler cannot place, in the order in which it compiles: a `return` outside a function, a pattern that nothing can reach. */
import {
  compileExpression,
  compileTarget,
  notDebug,
  notDebugParameters,
  refuseKeywords,
} from './compiled-expressions.js';
import { isFunction, mayAwait, type Surrounding, type Unit } from './compiled-unit.js';
import { type Future, late } from './future-refusals.js';
import { byKind, defaultsOf } from './parameter-order.js';
import { refusePattern } from './pattern-refusals.js';
import { refuse } from './refusal.js';
import type { AnnotatedAssign, ClassDefinition, Expression, FunctionDefinition, Statement } from './tree.js';
import { waits } from './waiting.js';

type Try = Extract<Statement, { kind: 'try' }>;

/** Refuse what cannot be compiled. */
export function refusePlaces(body: readonly Statement[], future: Future): void {
  const compile = createCompiler(future);
  compile(body, { kind: 'module' }, undefined);
}

function createCompiler(future: Future) {
  /** What `finally` does is compiled wherever a jump leaves its `try`: here only the first time, as all are alike. */
  const finished = new Set<readonly Statement[]>();

  function compile(body: readonly Statement[], unit: Unit, around: Surrounding | undefined): void {
    for (const one of body) statement(one, unit, around);
  }

  function finish(body: readonly Statement[], unit: Unit, around: Surrounding | undefined): void {
    if (finished.has(body)) return;
    finished.add(body);
    compile(body, unit, around);
  }

  /** Leave what is around, up to a loop where only that is left. */
  function leave(node: Statement, unit: Unit, around: Surrounding | undefined, toLoop: boolean): boolean {
    for (let one = around; one; one = one.outer) {
      if (one.kind === 'group') refuse(node, "'break', 'continue' and 'return' cannot appear in an except* block");
      if (one.kind === 'loop' && toLoop) return true;
      if (one.kind === 'finally') finish(one.body, unit, one.outer);
    }
    return false;
  }

  function statement(node: Statement, unit: Unit, around: Surrounding | undefined): void {
    const value = (...nodes: readonly (Expression | undefined)[]): void => {
      for (const one of nodes) if (one) compileExpression(one, unit);
    };
    const within = (kind: Surrounding['kind'], body: readonly Statement[] = []): Surrounding => ({
      kind,
      outer: around,
      body,
    });
    switch (node.kind) {
      case 'function':
        return definition(node, unit);
      case 'class':
        return classDefinition(node, unit);
      case 'return':
        if (!isFunction(unit)) refuse(node, "'return' outside function");
        if (node.value && unit.asynchronousGenerator) refuse(node, "'return' with value in async generator");
        value(node.value);
        leave(node, unit, around, false);
        return;
      case 'break':
      case 'continue':
        if (!leave(node, unit, around, true))
          refuse(node, node.kind === 'break' ? "'break' outside loop" : "'continue' not properly in loop");
        return;
      case 'expression':
        return value(node.value);
      case 'delete':
        return deletion(node.targets, unit);
      case 'assign':
        value(node.value);
        for (const target of node.targets) compileTarget(target, unit);
        return;
      case 'augmented':
        if (node.target.kind !== 'name') value(node.target);
        value(node.value);
        if (node.target.kind === 'name') compileTarget(node.target, unit);
        return;
      case 'annotated':
        return annotated(node, unit);
      case 'for':
        if (node.asynchronous && unit.kind !== 'async-function') refuse(node, "'async for' outside async function");
        value(node.iterable);
        compileTarget(node.target, unit);
        compile(node.body, unit, within('loop'));
        return compile(node.otherwise, unit, around);
      case 'while':
        value(node.test);
        compile(node.body, unit, within('loop'));
        return compile(node.otherwise, unit, around);
      case 'if':
        value(node.test);
        compile(node.body, unit, around);
        return compile(node.otherwise, unit, around);
      case 'match':
        value(node.subject);
        for (const [index, { pattern, guard, body }] of node.cases.entries()) {
          refusePattern(pattern, guard !== undefined || index === node.cases.length - 1);
          value(guard);
          compile(body, unit, around);
        }
        return;
      case 'raise':
        return value(node.value, node.cause);
      case 'assert':
        return value(node.test, node.message);
      case 'try':
        trying(node, unit, node.finally.length > 0 ? within('finally', node.finally) : around);
        return finish(node.finally, unit, around);
      case 'with':
        for (const { context, target } of node.items) {
          if (node.asynchronous && !mayAwait(unit)) refuse(node, "'async with' outside async function");
          value(context);
          if (target) compileTarget(target, unit);
        }
        return compile(node.body, unit, around);
      case 'import':
      case 'import-from':
        if (node.kind === 'import-from' && future.isLate(node)) refuse(node, late);
        for (const { name, as } of node.names) notDebug(as ?? name.split('.')[0], node);
        return;
      default:
    }
  }

  function trying(node: Try, unit: Unit, around: Surrounding | undefined): void {
    compile(node.body, unit, around);
    // After `except*` comes `else`, before a plain `except` too.
    if (!node.group) compile(node.otherwise, unit, around);
    const inside: Surrounding | undefined = node.group ? { kind: 'group', outer: around, body: [] } : around;
    for (const [index, handler] of node.handlers.entries()) {
      if (handler.type) compileExpression(handler.type, unit);
      else if (index < node.handlers.length - 1) refuse(handler, "default 'except:' must be last");
      notDebug(handler.name, handler);
      compile(handler.body, unit, inside);
    }
    if (node.group) compile(node.otherwise, unit, around);
  }

  function annotated({ target, value, annotation, simple }: AnnotatedAssign, unit: Unit): void {
    if (value) {
      compileExpression(value, unit);
      compileTarget(target, unit);
    }
    if (target.kind === 'name') notDebug(target.name, target);
    if (target.kind === 'attribute') notDebug(target.name, target);
    if (!value && !simple && target.kind !== 'name') compileTarget(target, unit);
    if (!isFunction(unit) && !future.annotations) compileExpression(annotation, unit);
  }

  function deletion(targets: readonly Expression[], unit: Unit): void {
    for (const target of targets) {
      if (target.kind === 'name') notDebug(target.name, target, 'cannot delete __debug__');
      else if (target.kind === 'tuple' || target.kind === 'list') deletion(target.items, unit);
      else compileExpression(target, unit);
    }
  }

  function definition(node: FunctionDefinition, unit: Unit): void {
    const { parameters, decorators } = node;
    notDebugParameters(parameters);
    for (const one of [...decorators, ...defaultsOf(parameters)]) compileExpression(one, unit);
    const annotations = byKind(parameters, 'either', 'positional-only', 'rest', 'keyword-only', 'extra');
    for (const one of [...annotations.map(({ annotation }) => annotation), node.returns])
      if (one && !future.annotations) compileExpression(one.kind === 'starred' ? one.value : one, unit);
    const asynchronousGenerator = node.generator && (node.asynchronous || node.body.some(waits));
    compile(node.body, { kind: node.asynchronous ? 'async-function' : 'function', asynchronousGenerator }, undefined);
    notDebug(node.name, node);
  }

  /** A class is compiled before what it is made with. */
  function classDefinition(node: ClassDefinition, unit: Unit): void {
    for (const one of node.decorators) compileExpression(one, unit);
    compile(node.body, { kind: 'class' }, undefined);
    refuseKeywords(node.keywords);
    for (const one of [...node.bases, ...node.keywords.map(({ value }) => value)])
      compileExpression(one.kind === 'starred' ? one.value : one, unit);
    notDebug(node.name, node);
  }

  return compile;
}
