/** Every bomb by name. */
import type { BombMaker } from '../bomb.js';
import { endless } from './endless.js';
import { files } from './files.js';
import { growth } from './growth.js';
import { libraries } from './libraries.js';
import { literals } from './literals.js';
import { nesting } from './nesting.js';
import { unknowns } from './unknowns.js';

export const bombs: readonly (readonly [string, BombMaker])[] = Object.entries({
  nesting,
  literals,
  growth,
  endless,
  unknowns,
  libraries,
  files,
}).flatMap(([theme, makers]) => Object.entries(makers).map(([name, make]) => [`${theme}: ${name}`, make] as const));
