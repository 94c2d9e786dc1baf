/** What CPython's symbol table notes of the names of one block: how each is bound and used there, in the order in which it meets them. */
import { refuse } from './refusal.js';
import type { Comprehension, Node } from './tree.js';

export const GLOBAL = 1;
export const LOCAL = 2;
export const PARAMETER = 4;
export const NONLOCAL = 8;
export const USED = 16;
export const IMPORTED = 32;
export const ANNOTATED = 64;
/** The variable of a comprehension. */
export const ITERATED = 128;
export const BOUND = LOCAL | PARAMETER | IMPORTED;

/** A stretch of the file with names of its own. */
export interface Block {
  readonly kind: 'module' | 'class' | 'function' | 'comprehension' | 'annotation';
  readonly outer: Block | undefined;
  readonly comprehension: Comprehension['type'] | undefined;
  readonly names: Map<string, number>;
  /** Where names were declared to be of another block. */
  readonly declared: Map<string, Node>;
  readonly inner: Block[];
  /** How many iterables of comprehensions are around. */
  inIterable: number;
  /** Whether what is met is the target of a comprehension. */
  inTarget: boolean;
}

/** A block within another. */
export function createBlock(kind: Block['kind'], outer?: Block, comprehension?: Comprehension['type']): Block {
  const block: Block = {
    kind,
    outer,
    comprehension,
    names: new Map(),
    declared: new Map(),
    inner: [],
    inIterable: outer?.inIterable ?? 0,
    inTarget: false,
  };
  outer?.inner.push(block);
  return block;
}

/** What is known of a name so far. */
export const flagsOf = (block: Block, name: string): number => block.names.get(name) ?? 0;

/** Note something of a name. */
export function note(block: Block, name: string, flag: number, at: Node): void {
  let flags = flagsOf(block, name);
  if (flag & flags & PARAMETER) refuse(at, `duplicate argument '${name}' in function definition`);
  flags |= flag;
  if (block.inTarget) {
    if (flags & (GLOBAL | NONLOCAL))
      refuse(at, `comprehension inner loop cannot rebind assignment expression target '${name}'`);
    flags |= ITERATED;
  }
  block.names.set(name, flags);
  if (!(flag & GLOBAL)) return;
  // Whatever declares it, a global name is noted of the module too.
  let module = block;
  while (module.outer) module = module.outer;
  module.names.set(name, flagsOf(module, name) | flag);
}

/** Note that a name is of another block; where that cannot be, it is told at the first such place. */
export function declare(block: Block, name: string, flag: number, at: Node): void {
  note(block, name, flag, at);
  if (!block.declared.has(name)) block.declared.set(name, at);
}
