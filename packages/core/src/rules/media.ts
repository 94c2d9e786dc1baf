/** The rules about uploads: that they last, and lie apart. */
import type { Rule } from '../rule.js';
import { ephemeral } from './media/ephemeral.js';
import { insideStatic } from './media/inside-static.js';

export const mediaRules: readonly Rule[] = [ephemeral, insideStatic];
