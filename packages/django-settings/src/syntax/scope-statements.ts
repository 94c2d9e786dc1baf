/** Goes through statements as CPython's symbol table does, and refuses names that are declared after they were met. */
import { byKind, defaultsOf } from './parameter-order.js';
import { refuse } from './refusal.js';
import { bind, bindName, noteParameters, refuseIn, refuseInAnnotation } from './scope-expressions.js';
import { refuseInPattern } from './scope-patterns.js';
import {
  ANNOTATED,
  type Block,
  createBlock,
  declare,
  flagsOf,
  GLOBAL,
  IMPORTED,
  LOCAL,
  NONLOCAL,
  note,
  PARAMETER,
  USED,
} from './symbols.js';
import type { AnnotatedAssign, ClassDefinition, Expression, FunctionDefinition, Statement } from './tree.js';

export function refuseInStatement(node: Statement, block: Block, postponed: boolean): void {
  const within = (...nodes: readonly (Expression | undefined)[]): void => {
    for (const one of nodes) if (one) refuseIn(one, block);
  };
  const run = (body: readonly Statement[]): void => {
    for (const one of body) refuseInStatement(one, block, postponed);
  };
  switch (node.kind) {
    case 'function':
      return inFunction(node, block, postponed);
    case 'class':
      return inClass(node, block, postponed);
    case 'expression':
    case 'return':
      return within(node.value);
    case 'delete':
      return bind(node.targets, block);
    case 'assign':
      bind(node.targets, block);
      return within(node.value);
    case 'augmented':
      bind([node.target], block);
      return within(node.value);
    case 'annotated':
      return inAnnotated(node, block, postponed);
    case 'for':
      bind([node.target], block);
      within(node.iterable);
      run(node.body);
      return run(node.otherwise);
    case 'if':
    case 'while':
      within(node.test);
      run(node.body);
      return run(node.otherwise);
    case 'match':
      within(node.subject);
      for (const { pattern, guard, body } of node.cases) {
        refuseInPattern(pattern, block);
        within(guard);
        run(body);
      }
      return;
    case 'raise':
      return within(node.value, node.cause);
    case 'assert':
      return within(node.test, node.message);
    case 'try':
      run(node.body);
      for (const handler of node.handlers) {
        within(handler.type);
        if (handler.name !== undefined) bindName(handler.name, block, handler);
        run(handler.body);
      }
      run(node.otherwise);
      return run(node.finally);
    case 'with':
      for (const { context, target } of node.items) {
        within(context);
        if (target) bind([target], block);
      }
      return run(node.body);
    case 'import':
    case 'import-from':
      for (const alias of node.names) {
        if (alias.name !== '*') note(block, alias.as ?? alias.name.split('.')[0] ?? '', IMPORTED, alias);
        else if (block.kind !== 'module') refuse(alias, 'import * only allowed at module level');
      }
      return;
    case 'global':
    case 'nonlocal':
      return inDeclaration(node, block);
    case 'type-alias':
      return bindName(node.name, block, node);
    case 'opaque':
      for (const name of node.names) bindName(name, block, node);
      return;
    default:
  }
}

function inDeclaration(node: Extract<Statement, { kind: 'global' | 'nonlocal' }>, block: Block): void {
  const { kind } = node;
  for (const name of node.names) {
    const flags = flagsOf(block, name);
    if (flags & PARAMETER) refuse(node, `name '${name}' is parameter and ${kind}`);
    if (flags & USED) refuse(node, `name '${name}' is used prior to ${kind} declaration`);
    if (flags & ANNOTATED) refuse(node, `annotated name '${name}' can't be ${kind}`);
    if (flags & LOCAL) refuse(node, `name '${name}' is assigned to before ${kind} declaration`);
    declare(block, name, kind === 'global' ? GLOBAL : NONLOCAL, node);
  }
}

function inAnnotated(node: AnnotatedAssign, block: Block, postponed: boolean): void {
  const { target } = node;
  if (target.kind === 'name') {
    const flags = flagsOf(block, target.name);
    if (flags & (GLOBAL | NONLOCAL) && block.kind !== 'module' && node.simple)
      refuse(node, `annotated name '${target.name}' can't be ${flags & GLOBAL ? 'global' : 'nonlocal'}`);
    if (node.simple) note(block, target.name, ANNOTATED | LOCAL, target);
    else if (node.value) bindName(target.name, block, target);
  } else bind([target], block);
  refuseInAnnotation(node.annotation, block, postponed);
  if (node.value) refuseIn(node.value, block);
}

function inFunction(node: FunctionDefinition, block: Block, postponed: boolean): void {
  const { parameters } = node;
  bindName(node.name, block, node);
  for (const one of [...defaultsOf(parameters), ...node.decorators]) refuseIn(one, block);
  const typed = inTypeParameters(node, block);
  const inner = createBlock('function', typed);
  const annotations = byKind(parameters, 'positional-only', 'either', 'rest', 'extra', 'keyword-only');
  for (const { annotation } of annotations) if (annotation) refuseInAnnotation(annotation, typed, postponed);
  if (node.returns) refuseInAnnotation(node.returns, typed, postponed);
  noteParameters(parameters, inner);
  for (const one of node.body) refuseInStatement(one, inner, postponed);
}

function inClass(node: ClassDefinition, block: Block, postponed: boolean): void {
  bindName(node.name, block, node);
  for (const one of node.decorators) refuseIn(one, block);
  const typed = inTypeParameters(node, block);
  for (const one of [...node.bases, ...node.keywords.map(({ value }) => value)]) refuseIn(one, typed);
  const inner = createBlock('class', typed);
  for (const one of node.body) refuseInStatement(one, inner, postponed);
}

/** Type parameters are names of a block of their own around what has them. */
function inTypeParameters(node: FunctionDefinition | ClassDefinition, block: Block): Block {
  if (node.typeParameters.length === 0) return block;
  const typed = createBlock('function', block);
  for (const name of node.typeParameters) bindName(name, typed, node);
  return typed;
}
