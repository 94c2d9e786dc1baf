/** Where names come from, once every block is known: `nonlocal` needs a function around it that binds the name. */
import { refuse } from './refusal.js';
import { type Block, BOUND, GLOBAL, NONLOCAL } from './symbols.js';
import type { Node } from './tree.js';

/** Refuse names that no block around them has; `bound` are those of the functions around. */
export function analyze(block: Block, bound?: Set<string>): void {
  // One set for all blocks, put right again on the way out: a copy for each would cost the square of their number.
  const visible = bound ?? new Set<string>();
  const hidden: string[] = [];
  const shown: string[] = [];
  const own: string[] = [];
  for (const [name, flags] of block.names) {
    const at = block.declared.get(name) as Node;
    if (flags & GLOBAL) {
      if (flags & NONLOCAL) refuse(at, `name '${name}' is nonlocal and global`);
      // A class hands on what it found around it, whatever it declares itself.
      if (block.kind !== 'class' && visible.delete(name)) hidden.push(name);
    } else if (flags & NONLOCAL) {
      if (!bound) refuse(at, 'nonlocal declaration not allowed at module level');
      if (!visible.has(name)) refuse(at, `no binding for nonlocal '${name}' found`);
    } else if (flags & BOUND) own.push(name);
  }
  const added = block.kind === 'class' ? ['__class__', '__classdict__'] : block.kind === 'module' ? [] : own;
  for (const name of added) {
    if (visible.has(name)) continue;
    visible.add(name);
    shown.push(name);
  }
  for (const one of block.inner) analyze(one, visible);
  for (const name of shown) visible.delete(name);
  for (const name of hidden) visible.add(name);
}
