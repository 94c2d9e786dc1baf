/** Where names come from, once every block is known: `nonlocal` needs a function around it that binds the name. */
import { refuse } from './refusal.js';
import { type Block, BOUND, GLOBAL, NONLOCAL } from './symbols.js';
import type { Node } from './tree.js';

/** Refuse names that no block around them has; `bound` are those of the functions around. */
export function analyze(block: Block, bound?: ReadonlySet<string>): void {
  const visible = new Set(bound);
  const own: string[] = [];
  for (const [name, flags] of block.names) {
    const at = block.declared.get(name) as Node;
    if (flags & GLOBAL) {
      if (flags & NONLOCAL) refuse(at, `name '${name}' is nonlocal and global`);
      // A class hands on what it found around it, whatever it declares itself.
      if (block.kind !== 'class') visible.delete(name);
    } else if (flags & NONLOCAL) {
      if (!bound) refuse(at, 'nonlocal declaration not allowed at module level');
      if (!visible.has(name)) refuse(at, `no binding for nonlocal '${name}' found`);
    } else if (flags & BOUND) own.push(name);
  }
  if (block.kind === 'class') visible.add('__class__').add('__classdict__');
  else if (block.kind !== 'module') for (const name of own) visible.add(name);
  for (const one of block.inner) analyze(one, visible);
}
