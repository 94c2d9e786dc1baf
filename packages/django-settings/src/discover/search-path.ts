/** The directories that a starting file adds to `sys.path`, as cookiecutter's `wsgi.py` and `manage.py` do. */
import type { SourceFile } from '@django-golive/core';
import { parse } from '../syntax/parse.js';
import type { Expression, Statement } from '../syntax/tree.js';
import { directoryOf } from './searched-files.js';

/** Directories relative to the project's root: those put before the others, and those put after them. */
export interface AddedDirectories {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a file adds to `sys.path`, as far as it is made of `__file__` and literals. */
export function addedDirectories(file: SourceFile, start: string): AddedDirectories {
  const added = { before: [] as string[], after: [] as string[] };
  if (!file.text.includes('sys.path')) return added;
  visit(parse(file.text).body, { path: file.path, start, names: new Map() }, added, 0);
  return added;
}

interface Scope {
  readonly path: string;
  /** The directory the process starts in. */
  readonly start: string;
  readonly names: Map<string, Expression>;
}

function visit(
  body: readonly Statement[],
  scope: Scope,
  added: { before: string[]; after: string[] },
  depth: number,
): void {
  if (depth > 20) return;
  for (const statement of body) {
    if (statement.kind === 'assign') {
      for (const target of statement.targets) if (target.kind === 'name') scope.names.set(target.name, statement.value);
    } else if (statement.kind === 'expression') inCall(statement.value, scope, added);
    else if ('body' in statement) visit(statement.body, scope, added, depth + 1);
  }
}

function inCall(call: Expression, scope: Scope, added: { before: string[]; after: string[] }): void {
  if (call.kind !== 'call' || call.callee.kind !== 'attribute' || !isSearchPath(call.callee.value)) return;
  const { name } = call.callee;
  const given = name === 'insert' ? call.positional[1] : call.positional[0];
  const several = name === 'extend' && (given?.kind === 'list' || given?.kind === 'tuple') ? given.items : [given];
  if (!['insert', 'append', 'extend'].includes(name)) return;
  for (const item of several) {
    const path = item && pathOf(item, scope, 0);
    if (path !== undefined) (name === 'insert' ? added.before : added.after).push(path);
  }
}

function isSearchPath(expression: Expression): boolean {
  return (
    expression.kind === 'attribute' &&
    expression.name === 'path' &&
    expression.value.kind === 'name' &&
    expression.value.name === 'sys'
  );
}

/** A path relative to the project's root; `undefined` where it is not known or lies outside. */
function pathOf(expression: Expression, scope: Scope, depth: number): string | undefined {
  if (depth > 20) return undefined;
  const of = (part: Expression | undefined): string | undefined => part && pathOf(part, scope, depth + 1);
  switch (expression.kind) {
    case 'name': {
      if (expression.name === '__file__') return scope.path;
      const value = scope.names.get(expression.name);
      return value === expression ? undefined : of(value);
    }
    case 'str':
      return expression.value.startsWith('/') ? undefined : joined(scope.start, expression.value);
    case 'attribute':
      return expression.name === 'parent' ? parentOf(of(expression.value)) : undefined;
    case 'subscript': {
      const { value, index } = expression;
      if (value.kind !== 'attribute' || value.name !== 'parents' || index.kind !== 'int') return undefined;
      let path = of(value.value);
      for (let up = 0n; up <= index.value && path !== undefined; up += 1n) path = parentOf(path);
      return path;
    }
    case 'binary':
      return expression.operator === '/' && expression.right.kind === 'str'
        ? joined(of(expression.left), expression.right.value)
        : undefined;
    case 'call':
      return ofCall(expression, scope, of);
    default:
      return undefined;
  }
}

function ofCall(
  call: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
  of: (part: Expression | undefined) => string | undefined,
): string | undefined {
  const { callee, positional } = call;
  const name = callee.kind === 'name' || callee.kind === 'attribute' ? callee.name : '';
  const [first, ...rest] = positional;
  const texts = rest.map((part) => (part.kind === 'str' ? part.value : undefined));
  switch (name) {
    case 'getcwd':
      return scope.start;
    case 'dirname':
      return parentOf(of(first));
    case 'abspath':
    case 'realpath':
    case 'normpath':
    case 'str':
    case 'Path':
    case 'fspath':
      return rest.length === 0 ? of(first) : undefined;
    case 'join':
      return texts.reduce((path, text) => (text === undefined ? undefined : joined(path, text)), of(first));
    case 'resolve':
    case 'absolute':
      return callee.kind === 'attribute' ? of(callee.value) : undefined;
    case 'joinpath': {
      const parts = positional.map((part) => (part.kind === 'str' ? part.value : undefined));
      const base = callee.kind === 'attribute' ? of(callee.value) : undefined;
      return parts.reduce((path, text) => (text === undefined ? undefined : joined(path, text)), base);
    }
    default:
      return undefined;
  }
}

function parentOf(path: string | undefined): string | undefined {
  return path === undefined || path === '' ? undefined : directoryOf(path);
}

function joined(base: string | undefined, text: string): string | undefined {
  if (base === undefined || text.startsWith('/')) return undefined;
  const parts = base === '' ? [] : base.split('/');
  for (const part of text.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
