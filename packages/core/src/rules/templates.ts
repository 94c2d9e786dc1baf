/** The rules about templates. */
import type { Rule } from '../rule.js';
import { autoescapeOff } from './templates/autoescape-off.js';
import { contextProcessorMissing } from './templates/context-processor-missing.js';
import { loaderUncached } from './templates/loader-uncached.js';
import { templateNotFound } from './templates/not-found.js';

export const templatesRules: readonly Rule[] = [
  autoescapeOff,
  contextProcessorMissing,
  loaderUncached,
  templateNotFound,
];
