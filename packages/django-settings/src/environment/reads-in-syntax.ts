/** Where a settings file reads the environment, by its syntax alone: enough to say what an operator would set. */
import type { Call, Expression, Statement } from '../syntax/tree.js';

/** A read of a variable as it is written. */
export interface WrittenRead {
  readonly name: string;
  /** `presence` is `'X' in os.environ`; `required` has no default and fails without; `optional` gives None. */
  readonly how: 'required' | 'defaulted' | 'optional' | 'presence';
  readonly default: Expression | undefined;
  /** The words of the call that tell its cast: `config(cast=bool)`, `env.bool`. */
  readonly bool: boolean;
}

const VARIABLE = /^[A-Z][A-Z0-9_]{0,60}$/u;
/** Readers by their names: `config`, `env`, `get_env`, `get_bool_from_env`, `env_var`, `getenv`. */
const GETTER = /^(?:\w*_)?(?:env|envvar|getenv|environ|config)(?:_\w*)?$/iu;

/** The read that an expression is, if it is one. */
export function readIn(expression: Expression): WrittenRead | undefined {
  if (expression.kind === 'subscript') {
    const name = variableName(expression.index);
    return name !== undefined && isEnvironment(expression.value)
      ? { name, how: 'required', default: undefined, bool: false }
      : undefined;
  }
  if (expression.kind === 'compare') {
    const [first, ...more] = expression.rest;
    const name = variableName(expression.left);
    if (name === undefined || !first || more.length > 0 || !/^(?:not )?in$/u.test(first[0])) return undefined;
    return isEnvironment(first[1]) ? { name, how: 'presence', default: undefined, bool: false } : undefined;
  }
  return expression.kind === 'call' ? readInCall(expression) : undefined;
}

function readInCall(call: Call): WrittenRead | undefined {
  const path = dottedName(call.callee);
  const [first] = call.positional;
  const name = first && variableName(first);
  if (path === undefined || name === undefined) return undefined;
  const last = path.split('.').at(-1) ?? '';
  const fromOs = /(?:^|\.)(?:environ\.get|getenv)$/u.test(path);
  const typed = /(?:^|\.)_?env\.\w+$/iu.test(path);
  if (!fromOs && !typed && !GETTER.test(last)) return undefined;
  if (last === 'get' && !fromOs && !typed) return undefined;
  const keyword = (word: string) => call.keywords.find((one) => one.name === word)?.value;
  const cast = keyword('cast');
  const bool = /bool/iu.test(last) || (cast?.kind === 'name' && cast.name === 'bool');
  const second = call.positional[1];
  const byKeyword = keyword('default');
  // The second place of `env.list` is a cast, of most others a default.
  const otherwise = byKeyword ?? (typed && last === 'list' ? undefined : second);
  // What a project's own helper does without a default, only its code says.
  const strict = typed || last === 'config' || last === 'env';
  const how = otherwise ? 'defaulted' : strict ? 'required' : 'optional';
  return { name, how, default: otherwise, bool };
}

function variableName(expression: Expression): string | undefined {
  return expression.kind === 'str' && VARIABLE.test(expression.value) ? expression.value : undefined;
}

function isEnvironment(expression: Expression): boolean {
  return /(?:^|\.)(?:environ|env)$/u.test(dottedName(expression) ?? '');
}

/** `os.environ.get` out of the syntax; `undefined` for anything but names and attributes. */
export function dottedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'attribute') return undefined;
  const before = dottedName(expression.value);
  return before === undefined ? undefined : `${before}.${expression.name}`;
}

/** An expression and everything inside it, outermost first. */
export function* within(expression: Expression): Iterable<Expression> {
  const waiting: Expression[] = [expression];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (const child of childrenOf(next)) waiting.push(child);
  }
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items;
    case 'dict':
      return expression.entries.flatMap(([key, value]) => (key ? [key, value] : [value]));
    case 'joined':
      return expression.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.value]));
    case 'starred':
    case 'attribute':
    case 'unary':
    case 'walrus':
    case 'await':
      return [expression.value];
    case 'subscript':
      return [expression.value, expression.index];
    case 'call':
      return [expression.callee, ...expression.positional, ...expression.keywords.map((keyword) => keyword.value)];
    case 'binary':
      return [expression.left, expression.right];
    case 'and':
    case 'or':
      return expression.values;
    case 'compare':
      return [expression.left, ...expression.rest.map(([, right]) => right)];
    case 'conditional':
      return [expression.test, expression.body, expression.otherwise];
    case 'comprehension':
      return [expression.value, ...expression.generators.map((generator) => generator.iterable)];
    case 'lambda':
      return [expression.body];
    default:
      return [];
  }
}

/** Every statement of a body and of the bodies inside it, in order. */
export function* statementsIn(body: readonly Statement[]): Iterable<Statement> {
  const waiting = [...body].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (const inner of innerStatements(next).reverse()) waiting.push(inner);
  }
}

function innerStatements(statement: Statement): Statement[] {
  switch (statement.kind) {
    case 'if':
    case 'for':
    case 'while':
      return [...statement.body, ...statement.otherwise];
    case 'try':
      return [
        ...statement.body,
        ...statement.handlers.flatMap((handler) => handler.body),
        ...statement.otherwise,
        ...statement.finally,
      ];
    case 'with':
    case 'function':
    case 'class':
      return [...statement.body];
    case 'match':
      return statement.cases.flatMap((one) => one.body);
    default:
      return [];
  }
}

/** The expressions that stand directly in a statement. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'expression':
    case 'assign':
    case 'augmented':
      return [statement.value];
    case 'annotated':
    case 'return':
      return statement.value ? [statement.value] : [];
    case 'if':
    case 'while':
      return [statement.test];
    case 'assert':
      return [statement.test];
    case 'for':
      return [statement.iterable];
    case 'with':
      return statement.items.map((item) => item.context);
    case 'match':
      return [statement.subject];
    default:
      return [];
  }
}
