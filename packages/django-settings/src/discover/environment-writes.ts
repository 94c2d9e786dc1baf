/** What a file such as `wsgi.py` or `manage.py` puts into the environment, DJANGO_SETTINGS_MODULE above all, read without running it. */
import type { SourceFile, Span } from '@django-golive/core';
import { parse } from '../syntax/parse.js';
import type { Call, Expression, ImportFrom, Statement } from '../syntax/tree.js';
import { constantCondition, type ImportedName } from './constant-condition.js';
import { type PossibleTexts, possibleTexts, type TextScope } from './possible-texts.js';

/** A line that gives an environment variable a value. */
export interface EnvironmentWrite {
  readonly name: string;
  /** `default`: an environment variable goes before it (`setdefault`). `set`: it goes before the environment. */
  readonly how: 'default' | 'set';
  /** What it can be: one text, several where a condition is not known, none where nothing is known of it. */
  readonly texts: readonly string[];
  /** Whether these are all that it can be. */
  readonly complete: boolean;
  /** Whether the line stands under a condition that is not known. */
  readonly conditional: boolean;
  readonly span: Span;
}

/** The project's file that an absolute import of a module leads to. */
export type ModuleFile = (module: string) => SourceFile | undefined;

/** Every line of a file that gives a variable, in the order in which Python reaches them. */
export function environmentWrites(
  file: SourceFile,
  variables: ReadonlyMap<string, string>,
  fileOf: ModuleFile = () => undefined,
): readonly EnvironmentWrite[] {
  if (!/environ|putenv/.test(file.text)) return [];
  const found: EnvironmentWrite[] = [];
  visit(
    parse(file.text).body,
    { names: new Map(), imported: new Map(), imports: new Map(), variables, fileOf },
    found,
    0,
  );
  return found;
}

/** The line that decides what the settings module is. */
export function settingsLine(
  file: SourceFile,
  variables: ReadonlyMap<string, string>,
  fileOf: ModuleFile,
): EnvironmentWrite | undefined {
  if (!file.text.includes('DJANGO_SETTINGS_MODULE')) return undefined;
  return decisive(environmentWrites(file, variables, fileOf).filter(({ name }) => name === 'DJANGO_SETTINGS_MODULE'));
}

interface Scope extends TextScope {
  readonly imported: Map<string, PossibleTexts>;
  readonly imports: Map<string, ImportedName>;
  readonly fileOf: ModuleFile;
}

/** The last line that sets a variable, else the first that gives it a default. */
export function decisive(lines: readonly EnvironmentWrite[]): EnvironmentWrite | undefined {
  return lines.findLast(({ how }) => how === 'set') ?? lines[0];
}

function visit(body: readonly Statement[], scope: Scope, found: EnvironmentWrite[], depth: number): void {
  if (depth > 50) return;
  for (const statement of body) {
    switch (statement.kind) {
      case 'import-from':
        importNames(statement, scope);
        break;
      case 'expression':
        inCall(statement.value, scope, found);
        break;
      case 'assign':
        // `module = os.environ.setdefault(…)` gives it all the same.
        inCall(statement.value, scope, found);
        for (const target of statement.targets) {
          if (target.kind === 'name') scope.names.set(target.name, statement.value);
          const name = environmentName(target);
          if (name !== undefined) push(found, name, 'set', statement.value, scope, statement);
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

/** What the names can be that a module of the project makes, as far as that module alone tells. */
function importNames({ module, level, names }: ImportFrom, { imported, imports, variables, fileOf }: Scope): void {
  const file = level === 0 ? fileOf(module) : undefined;
  for (const { name, as } of level === 0 ? names : []) {
    const inside = fileOf(`${module}.${name}`);
    if (inside) imports.set(as ?? name, { file: inside, name: undefined });
    else if (file) imports.set(as ?? name, { file, name });
  }
  if (!file) return;
  const inner: Scope = {
    names: new Map(),
    imported: new Map(),
    imports: new Map(),
    variables,
    fileOf: () => undefined,
  };
  visit(parse(file.text).body, inner, [], 0);
  for (const { name, as } of names) {
    imported.set(as ?? name, possibleTexts({ kind: 'name', name, start: 0, end: 0 }, inner));
  }
}

/** Names bound in both branches can be either; a module named in several branches is one line with several candidates. */
function visitIf(
  statement: Extract<Statement, { kind: 'if' }>,
  scope: Scope,
  found: EnvironmentWrite[],
  depth: number,
): void {
  const main =
    statement.test.kind === 'compare' && statement.test.left.kind === 'name' && statement.test.left.name === '__name__';
  const decided = constantCondition(statement.test, scope.imports, scope.names);
  if (decided !== undefined) {
    visit(decided ? statement.body : statement.otherwise, scope, found, depth + 1);
    return;
  }
  const branches = [statement.body, statement.otherwise].map((body) => {
    const inner: Scope = { ...scope, names: new Map(scope.names) };
    const lines: EnvironmentWrite[] = [];
    visit(body, inner, lines, depth + 1);
    for (const [name, value] of inner.names) {
      if (scope.names.get(name) !== value) scope.alternatives = addAlternative(scope.alternatives, name, value);
    }
    return lines;
  });
  const [taken = [], other = []] = branches;
  if (main) found.push(...taken, ...other);
  else found.push(...joinBranches(taken, other));
}

/** A variable that both branches give can be either; one that a single branch gives may not be given at all. */
function joinBranches(
  taken: readonly EnvironmentWrite[],
  other: readonly EnvironmentWrite[],
): readonly EnvironmentWrite[] {
  const names = [...new Set([...taken, ...other].map(({ name }) => name))];
  return names.flatMap((name): EnvironmentWrite[] => {
    const [first, second] = [taken, other].map((lines) => decisive(lines.filter((line) => line.name === name)));
    if (!first || !second) return [first ?? second].flatMap((line) => (line ? [{ ...line, conditional: true }] : []));
    return [
      {
        name,
        how: first.how === 'set' && second.how === 'set' ? ('set' as const) : ('default' as const),
        texts: [...new Set([...second.texts, ...first.texts])],
        complete: first.complete && second.complete,
        conditional: first.conditional || second.conditional,
        span: second.span,
      },
    ];
  });
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

function inCall(expression: Expression, scope: Scope, found: EnvironmentWrite[]): void {
  if (expression.kind !== 'call') return;
  const { callee } = expression;
  if (callee.kind !== 'attribute') return;
  const [first, second] = expression.positional;
  const environ = isEnviron(callee.value);
  if (first?.kind === 'str' && second) {
    if (callee.name === 'setdefault' && environ) push(found, first.value, 'default', second, scope, expression);
    if (callee.name === 'putenv') push(found, first.value, 'set', second, scope, expression);
  }
  if (callee.name === 'update' && environ) inUpdate(expression, scope, found);
}

/** `os.environ.update({'DJANGO_SETTINGS_MODULE': …})`, or with the name as a keyword. */
function inUpdate(call: Call, scope: Scope, found: EnvironmentWrite[]): void {
  for (const argument of call.positional) {
    if (argument.kind !== 'dict') continue;
    for (const [key, value] of argument.entries) {
      if (key?.kind === 'str') push(found, key.value, 'set', value, scope, call);
    }
  }
  for (const { name, value } of call.keywords) if (name !== undefined) push(found, name, 'set', value, scope, call);
}

/** The variable that an assignment to `os.environ['NAME']` gives. */
function environmentName(target: Expression): string | undefined {
  return target.kind === 'subscript' && target.index.kind === 'str' && isEnviron(target.value)
    ? target.index.value
    : undefined;
}

function isEnviron(expression: Expression): boolean {
  return (
    (expression.kind === 'attribute' && expression.name === 'environ') ||
    (expression.kind === 'name' && expression.name === 'environ')
  );
}

function push(
  found: EnvironmentWrite[],
  name: string,
  how: EnvironmentWrite['how'],
  value: Expression,
  scope: Scope,
  span: Span,
): void {
  const { texts, complete } = possibleTexts(value, scope);
  found.push({ name, how, texts, complete, conditional: false, span: { start: span.start, end: span.end } });
}
