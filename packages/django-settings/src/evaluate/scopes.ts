/** Which names a function or class body binds itself: Python decides it before anything runs. */
import type { Expression, ParameterSyntax, Pattern, Statement } from '../syntax/tree.js';

export interface ScopeNames {
  readonly locals: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
}

const noParameters: readonly ParameterSyntax[] = [];

/** What was found of a body: a definition may be run again and again. */
const found = new WeakMap<
  readonly Statement[],
  { readonly of: readonly ParameterSyntax[]; readonly names: ScopeNames }
>();

/** The names of a body. Nested functions and classes bind only their own name here. */
export function namesOf(body: readonly Statement[], parameters = noParameters): ScopeNames {
  const before = found.get(body);
  if (before?.of === parameters) return before.names;
  const names = findNames(body, parameters);
  found.set(body, { of: parameters, names });
  return names;
}

function findNames(body: readonly Statement[], parameters: readonly ParameterSyntax[]): ScopeNames {
  const bound = new Set<string>(parameters.map(({ name }) => name));
  const globals = new Set<string>();
  const nonlocals = new Set<string>();
  const inTarget = (target: Expression): void => {
    if (target.kind === 'name') bound.add(target.name);
    else if (target.kind === 'starred') inTarget(target.value);
    else if (target.kind === 'tuple' || target.kind === 'list') target.items.forEach(inTarget);
    else inExpression(target);
  };
  const inExpression = (node: Expression | undefined): void => {
    if (node) for (const name of walrusNames(node)) bound.add(name);
  };
  const inPattern = (pattern: Pattern): void => {
    if (pattern.kind === 'as') {
      if (pattern.name) bound.add(pattern.name);
      if (pattern.pattern) inPattern(pattern.pattern);
    } else if (pattern.kind === 'star') {
      if (pattern.name) bound.add(pattern.name);
    } else if (pattern.kind === 'sequence' || pattern.kind === 'either') pattern.patterns.forEach(inPattern);
    else if (pattern.kind === 'mapping') {
      for (const [, one] of pattern.entries) inPattern(one);
      if (pattern.rest) bound.add(pattern.rest);
    } else if (pattern.kind === 'class') {
      pattern.patterns.forEach(inPattern);
      for (const [, one] of pattern.keywords) inPattern(one);
    }
  };
  const inBody = (statements: readonly Statement[]): void => {
    for (const one of statements) inStatement(one);
  };
  const inStatement = (one: Statement): void => {
    switch (one.kind) {
      case 'expression':
        return inExpression(one.value);
      case 'assign':
        one.targets.forEach(inTarget);
        return inExpression(one.value);
      case 'augmented':
      case 'annotated':
        inTarget(one.target);
        return inExpression(one.value);
      case 'delete':
        return one.targets.forEach(inTarget);
      case 'return':
        return inExpression(one.value);
      case 'raise':
        return inExpression(one.value);
      case 'assert':
        return inExpression(one.test);
      case 'global':
        for (const name of one.names) globals.add(name);
        return;
      case 'nonlocal':
        for (const name of one.names) nonlocals.add(name);
        return;
      case 'import':
        for (const { name, as } of one.names) bound.add(as ?? name.split('.')[0] ?? name);
        return;
      case 'import-from':
        for (const { name, as } of one.names) if (name !== '*') bound.add(as ?? name);
        return;
      case 'if':
      case 'while':
        inExpression(one.test);
        inBody(one.body);
        return inBody(one.otherwise);
      case 'for':
        inTarget(one.target);
        inExpression(one.iterable);
        inBody(one.body);
        return inBody(one.otherwise);
      case 'with':
        for (const { context, target } of one.items) {
          inExpression(context);
          if (target) inTarget(target);
        }
        return inBody(one.body);
      case 'try':
        inBody(one.body);
        for (const handler of one.handlers) {
          if (handler.name) bound.add(handler.name);
          inBody(handler.body);
        }
        inBody(one.otherwise);
        return inBody(one.finally);
      case 'match':
        inExpression(one.subject);
        for (const { pattern, guard, body: inner } of one.cases) {
          inPattern(pattern);
          inExpression(guard);
          inBody(inner);
        }
        return;
      case 'function':
      case 'class':
      case 'type-alias':
        bound.add(one.name);
        return;
      case 'opaque':
        for (const name of one.names) bound.add(name);
        return;
      default:
        return;
    }
  };
  inBody(body);
  for (const name of [...globals, ...nonlocals]) bound.delete(name);
  return { locals: bound, globals, nonlocals };
}

/** Names bound by `:=` anywhere in an expression, comprehensions included, nested lambdas not. */
export function walrusNames(node: Expression): string[] {
  const names: string[] = [];
  const stack: unknown[] = [node];
  while (stack.length > 0) {
    const one = stack.pop();
    if (Array.isArray(one)) {
      for (const item of one) stack.push(item);
    } else if (one !== null && typeof one === 'object') {
      const { kind, name } = one as { kind?: string; name?: string };
      if (kind === 'lambda') continue;
      if (kind === 'walrus' && name) names.push(name);
      for (const child of Object.values(one)) if (child !== null && typeof child === 'object') stack.push(child);
    }
  }
  return names;
}

/** The names that a statement of a module may bind, at any depth. */
export function namesBoundBy(statement: Statement): string[] {
  return [...namesOf([statement]).locals];
}
