/** The rules about the modules that servers load. */
import type { Rule } from '../rule.js';
import { envLoadedLate } from './wsgi/env-loaded-late.js';
import { missing } from './wsgi/missing.js';

export const wsgiRules: readonly Rule[] = [missing, envLoadedLate];
