/** The rules about templates. */
import type { Rule } from '../rule.js';
import { autoescapeOff } from './templates/autoescape-off.js';
import { contextProcessorMissing } from './templates/context-processor-missing.js';

export const templatesRules: readonly Rule[] = [autoescapeOff, contextProcessorMissing];
