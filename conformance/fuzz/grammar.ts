/** The grammar of generated programs: all templates together. */
import type { Grammar } from './expand.js';
import { call, classes, functions } from './grammar/definitions.js';
import * as mappings from './grammar/mappings.js';
import * as numbers from './grammar/numbers.js';
import * as objects from './grammar/objects.js';
import * as sequences from './grammar/sequences.js';
import { pattern, statements } from './grammar/statements.js';
import * as texts from './grammar/texts.js';
import { leaves } from './leaves.js';

/** What generated programs are made of. */
export const grammar: Grammar = {
  expressions: { ...numbers, ...texts, ...sequences, ...mappings, ...objects, call, pattern },
  leaves,
  statements: [...statements, ...functions, ...classes],
};
