/** The rules about running the site: that what it holds outlives the server. */
import type { Rule } from '../rule.js';
import { backupMissing } from './ops/backup-missing.js';

export const opsRules: readonly Rule[] = [backupMissing];
