/** The rules about gunicorn: how it is started. */
import type { Rule } from '../rule.js';
import { reload } from './gunicorn/reload.js';
import { workerClassMissing } from './gunicorn/worker-class-missing.js';

export const gunicornRules: readonly Rule[] = [reload, workerClassMissing];
