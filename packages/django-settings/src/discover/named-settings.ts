/** What a file such as `wsgi.py` or `manage.py` says about DJANGO_SETTINGS_MODULE, read without running it. */
import type { SourceFile, Span } from '@django-golive/core';
import { parse } from '../syntax/parse.js';
import type { Call, Expression, Statement } from '../syntax/tree.js';
import { possibleTexts, type TextScope } from './possible-texts.js';

const variable = 'DJANGO_SETTINGS_MODULE';

/** A line that names the settings module. */
export interface NamedSettings {
  /** `default`: an environment variable goes before it (`setdefault`). `set`: it goes before the environment. */
  readonly how: 'default' | 'set';
  /** What it can be: one module, several where a condition is not known, none where nothing is known of it. */
  readonly modules: readonly string[];
  /** Whether these are all that it can be. */
  readonly complete: boolean;
  readonly span: Span;
}

/** Every line of a file that names the settings module, in the order in which Python reaches them. */
export function namedSettings(file: SourceFile, variables: ReadonlyMap<string, string>): readonly NamedSettings[] {
  if (!file.text.includes(variable) && !file.text.includes('django.setup') && !file.text.includes('configure'))
    return [];
  const found: NamedSettings[] = [];
  const scope: TextScope = { names: new Map(), variables };
  visit(parse(file.text).body, scope, found, 0);
  return found;
}

/** The names that one of the lines leads to, given whether the environment already has one. */
export function settledSettings(lines: readonly NamedSettings[]): NamedSettings | undefined {
  return lines.findLast(({ how }) => how === 'set') ?? lines[0];
}

function visit(body: readonly Statement[], scope: TextScope, found: NamedSettings[], depth: number): void {
  if (depth > 50) return;
  for (const statement of body) {
    switch (statement.kind) {
      case 'expression':
        inCall(statement.value, scope, found);
        break;
      case 'assign':
        for (const target of statement.targets) {
          if (target.kind === 'name') scope.names.set(target.name, statement.value);
          else if (isEnvironment(target)) push(found, 'set', statement.value, scope, statement);
        }
        break;
      case 'if':
        visitIf(statement, scope, found, depth);
        break;
      case 'for':
      case 'while':
        visit(statement.body, scope, found, depth + 1);
        visit(statement.otherwise, scope, found, depth + 1);
        break;
      case 'with':
        visit(statement.body, scope, found, depth + 1);
        break;
      case 'try':
        visit(statement.body, scope, found, depth + 1);
        for (const handler of statement.handlers) visit(handler.body, scope, found, depth + 1);
        visit(statement.otherwise, scope, found, depth + 1);
        visit(statement.finally, scope, found, depth + 1);
        break;
      case 'function':
        // `def main():` of manage.py: run at the end, under the same names.
        visit(statement.body, { ...scope, names: new Map(scope.names) }, found, depth + 1);
        break;
      default:
        break;
    }
  }
}

/** Names bound in both branches can be either; a module named in several branches is one line with several candidates. */
function visitIf(
  statement: Extract<Statement, { kind: 'if' }>,
  scope: TextScope,
  found: NamedSettings[],
  depth: number,
): void {
  const main =
    statement.test.kind === 'compare' && statement.test.left.kind === 'name' && statement.test.left.name === '__name__';
  const branches = [statement.body, statement.otherwise].map((body) => {
    const inner: TextScope = { ...scope, names: new Map(scope.names) };
    const lines: NamedSettings[] = [];
    visit(body, inner, lines, depth + 1);
    for (const [name, value] of inner.names) {
      if (scope.names.get(name) !== value) scope.alternatives = addAlternative(scope.alternatives, name, value);
    }
    return lines;
  });
  const [taken = [], other = []] = branches;
  const first = settledSettings(taken);
  const second = settledSettings(other);
  if (main || !first || !second) found.push(...taken, ...other);
  else {
    found.push({
      how: first.how === 'set' && second.how === 'set' ? 'set' : 'default',
      modules: [...new Set([...second.modules, ...first.modules])],
      complete: first.complete && second.complete,
      span: second.span,
    });
  }
}

function addAlternative(
  alternatives: TextScope['alternatives'],
  name: string,
  value: Expression,
): NonNullable<TextScope['alternatives']> {
  const map = alternatives ?? new Map<string, readonly Expression[]>();
  map.set(name, [...(map.get(name) ?? []), value]);
  return map;
}

function inCall(expression: Expression, scope: TextScope, found: NamedSettings[]): void {
  if (expression.kind !== 'call') return;
  const { callee } = expression;
  if (callee.kind !== 'attribute') return;
  const [first, second] = expression.positional;
  if (first?.kind === 'str' && first.value === variable && second) {
    if (callee.name === 'setdefault') push(found, 'default', second, scope, expression);
    if (callee.name === 'putenv') push(found, 'set', second, scope, expression);
  }
  if (callee.name === 'update') inUpdate(expression, scope, found);
}

/** `os.environ.update({'DJANGO_SETTINGS_MODULE': …})`, or with the name as a keyword. */
function inUpdate(call: Call, scope: TextScope, found: NamedSettings[]): void {
  for (const argument of call.positional) {
    if (argument.kind !== 'dict') continue;
    for (const [key, value] of argument.entries) {
      if (key?.kind === 'str' && key.value === variable) push(found, 'set', value, scope, call);
    }
  }
  for (const { name, value } of call.keywords) if (name === variable) push(found, 'set', value, scope, call);
}

function isEnvironment(target: Expression): boolean {
  return target.kind === 'subscript' && target.index.kind === 'str' && target.index.value === variable;
}

function push(
  found: NamedSettings[],
  how: NamedSettings['how'],
  value: Expression,
  scope: TextScope,
  span: Span,
): void {
  const { texts, complete } = possibleTexts(value, scope);
  found.push({ how, modules: texts, complete, span: { start: span.start, end: span.end } });
}
