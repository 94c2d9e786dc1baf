/** What CPython's symbol table refuses, in its order: a name used before `global`, an argument given twice, `:=` where it may not bind. */
import { analyze } from './scope-analysis.js';
import { refuseInStatement } from './scope-statements.js';
import { createBlock } from './symbols.js';
import type { Statement } from './tree.js';

/** Refuse wrong names; with annotations that are put off, nothing of the block around happens in these. */
export function refuseScopes(body: readonly Statement[], postponed: boolean): void {
  const module = createBlock('module');
  for (const statement of body) refuseInStatement(statement, module, postponed);
  analyze(module);
}
