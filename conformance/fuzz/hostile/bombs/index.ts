/** Every bomb, by theme and name. */
import { endless } from './endless.js';
import { files } from './files.js';
import { growth } from './growth.js';
import { libraries } from './libraries.js';
import { literals } from './literals.js';
import { nesting } from './nesting.js';
import { regexes } from './regexes.js';
import { unknowns } from './unknowns.js';

export const bombs = { nesting, literals, growth, endless, unknowns, libraries, regexes, files };

export type Theme = keyof typeof bombs;
