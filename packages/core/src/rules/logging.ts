/** The rules about logging: that it can be set up. */
import type { Rule } from '../rule.js';
import { directoryMissing } from './logging/directory-missing.js';
import { handlerUndefined } from './logging/handler-undefined.js';

export const loggingRules: readonly Rule[] = [handlerUndefined, directoryMissing];
