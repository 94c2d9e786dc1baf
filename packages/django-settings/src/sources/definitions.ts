/** What the names of the project's modules stand for, followed through imports, without running anything. */
import type { Project } from '@django-golive/core';
import { findModule, moduleName } from '../discover/module-path.js';
import type { ClassDefinition, Expression, FunctionDefinition, ImportFrom, Statement } from '../syntax/tree.js';
import type { SyntaxReader } from '../syntax-reader.js';

/** A module of the project. */
export interface OwnModule {
  readonly path: string;
  /** Its dotted name. */
  readonly name: string;
}

/** What a name stands for. */
export type Definition =
  | { readonly kind: 'class'; readonly module: OwnModule; readonly node: ClassDefinition }
  | { readonly kind: 'function'; readonly module: OwnModule; readonly node: FunctionDefinition }
  /** A name that is assigned: the last expression it gets at the top of its module. */
  | { readonly kind: 'value'; readonly module: OwnModule; readonly name: string; readonly value: Expression }
  | { readonly kind: 'module'; readonly module: OwnModule }
  /** Of a package, by its dotted name there. */
  | { readonly kind: 'foreign'; readonly name: string };

/** Looks names up. */
export interface Definitions {
  /** A module by its dotted name. */
  module(name: string): OwnModule | undefined;
  body(module: OwnModule): readonly Statement[];
  /** What a dotted name stands for: `orders.views.OrderDetail`. */
  named(name: string): Definition | undefined;
  /** What a name or an attribute of a name stands for inside a module. */
  of(module: OwnModule, expression: Expression): Definition | undefined;
}

type Binding =
  | { readonly kind: 'import'; readonly name: string }
  | { readonly kind: 'class'; readonly node: ClassDefinition }
  | { readonly kind: 'function'; readonly node: FunctionDefinition }
  | { readonly kind: 'value'; readonly value: Expression };

interface Scope {
  readonly names: Map<string, Binding>;
  /** Modules all of whose names are taken, in order. */
  readonly stars: string[];
}

/** Imports that lead on to imports: more than any project has. */
const deepest = 20;

export function createDefinitions(project: Project, roots: readonly string[], syntax: SyntaxReader): Definitions {
  const scopes = new Map<string, Scope>();

  function module(name: string): OwnModule | undefined {
    const found = findModule(project, roots, name);
    return found && { path: found.path, name };
  }

  function scopeOf(own: OwnModule): Scope {
    let scope = scopes.get(own.path);
    if (!scope) {
      scope = { names: new Map(), stars: [] };
      scopes.set(own.path, scope);
      gather(syntax(own.path).body, packageOf(own), scope, false);
    }
    return scope;
  }

  function packageOf({ path, name }: OwnModule): readonly string[] {
    const parts = name.split('.');
    return path.endsWith('/__init__.py') || path === '__init__.py' ? parts : parts.slice(0, -1);
  }

  function lookUp(own: OwnModule, name: string, depth: number): Definition | undefined {
    if (depth > deepest) return undefined;
    const { names, stars } = scopeOf(own);
    const binding = names.get(name);
    if (binding) {
      switch (binding.kind) {
        case 'import':
          return follow(binding.name, depth + 1);
        case 'value':
          return { kind: 'value', module: own, name, value: binding.value };
        default:
          return { ...binding, module: own } as Definition;
      }
    }
    for (const star of stars.toReversed()) {
      const from = module(star);
      const found = from && from.path !== own.path ? lookUp(from, name, depth + 1) : undefined;
      if (found) return found;
    }
    return submodule(own, name);
  }

  function submodule(own: OwnModule, name: string): Definition | undefined {
    const inner = own.path.endsWith('__init__.py') ? module(`${own.name}.${name}`) : undefined;
    return inner && { kind: 'module', module: inner };
  }

  /** What a dotted name leads to: the longest module of the project that it begins with, then names inside. */
  function follow(dotted: string, depth: number): Definition | undefined {
    if (depth > deepest) return undefined;
    const parts = dotted.split('.');
    for (let count = parts.length; count > 0; count -= 1) {
      const own = module(parts.slice(0, count).join('.'));
      if (!own) continue;
      const rest = parts.slice(count);
      const [first] = rest;
      if (first === undefined) return { kind: 'module', module: own };
      const found = lookUp(own, first, depth + 1);
      return found && within(found, rest.slice(1), depth + 1);
    }
    // A folder without `__init__.py` is a package too; a name of it alone says nothing.
    const folder = roots.some((root) => project.isDirectory([root, parts[0]].filter((one) => one !== '').join('/')));
    return folder ? undefined : { kind: 'foreign', name: dotted };
  }

  function within(found: Definition, names: readonly string[], depth: number): Definition | undefined {
    const [name, ...rest] = names;
    if (name === undefined) return found;
    if (found.kind === 'foreign') return { kind: 'foreign', name: [found.name, ...names].join('.') };
    const next = found.kind === 'module' ? lookUp(found.module, name, depth + 1) : undefined;
    return next && within(next, rest, depth + 1);
  }

  return {
    module,
    body: (own) => syntax(own.path).body,
    named: (name) => follow(name, 0),
    of(own, expression) {
      const parts = dottedParts(expression);
      const [first, ...rest] = parts ?? [];
      if (first === undefined) return undefined;
      const found = lookUp(own, first, 0);
      return found && within(found, rest, 0);
    },
  };

  /** The names that statements bind; `late`: of a branch taken only where an earlier one is not. */
  function gather(body: readonly Statement[], around: readonly string[], scope: Scope, late: boolean): void {
    const bind = (name: string, binding: Binding): void => {
      if (!late || !scope.names.has(name)) scope.names.set(name, binding);
    };
    for (const statement of body) {
      switch (statement.kind) {
        case 'import':
          for (const { name, as } of statement.names)
            bind(as ?? name.split('.')[0] ?? name, { kind: 'import', name: as ? name : (name.split('.')[0] ?? name) });
          break;
        case 'import-from': {
          const from = absolute(statement, around);
          for (const { name, as } of statement.names) {
            if (name === '*') scope.stars.push(from);
            else bind(as ?? name, { kind: 'import', name: `${from}.${name}` });
          }
          break;
        }
        case 'class':
          bind(statement.name, { kind: 'class', node: statement });
          break;
        case 'function':
          bind(statement.name, { kind: 'function', node: statement });
          break;
        case 'assign':
          for (const target of statement.targets)
            if (target.kind === 'name') bind(target.name, { kind: 'value', value: statement.value });
          break;
        case 'annotated':
          if (statement.target.kind === 'name' && statement.value)
            bind(statement.target.name, { kind: 'value', value: statement.value });
          break;
        case 'if':
          gather(statement.body, around, scope, late);
          gather(statement.otherwise, around, scope, true);
          break;
        case 'try':
          gather(statement.body, around, scope, late);
          for (const handler of statement.handlers) gather(handler.body, around, scope, true);
          gather(statement.otherwise, around, scope, late);
          gather(statement.finally, around, scope, late);
          break;
        case 'with':
        case 'for':
        case 'while':
          gather(statement.body, around, scope, late);
          break;
        default:
          break;
      }
    }
  }
}

/** The module that `from … import` names, without dots at its start. */
function absolute({ module, level }: ImportFrom, around: readonly string[]): string {
  if (level === 0) return module;
  const base = around.slice(0, around.length - (level - 1));
  return [...base, ...(module === '' ? [] : [module])].join('.');
}

/** The parts of `a.b.c`; `undefined` for anything else. */
export function dottedParts(expression: Expression): readonly string[] | undefined {
  if (expression.kind === 'name') return [expression.name];
  if (expression.kind !== 'attribute') return undefined;
  const before = dottedParts(expression.value);
  return before && [...before, expression.name];
}

/** The dotted name of a definition. */
export function nameOf(definition: Definition): string {
  switch (definition.kind) {
    case 'foreign':
      return definition.name;
    case 'module':
      return definition.module.name;
    case 'value':
      return `${definition.module.name}.${definition.name}`;
    default:
      return `${definition.module.name}.${definition.node.name}`;
  }
}

/** The name a file has as a module of the directories that imports start from. */
export function ownModule(roots: readonly string[], path: string): OwnModule | undefined {
  for (const root of roots) {
    const name = moduleName(root, path);
    if (name !== undefined) return { path, name };
  }
  return undefined;
}
