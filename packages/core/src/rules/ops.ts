/** The rules about running the site: that what it holds outlives the server, and that its jobs run once. */
import type { Rule } from '../rule.js';
import { backupMissing } from './ops/backup-missing.js';
import { jobInEveryProcess } from './ops/job-in-every-process.js';

export const opsRules: readonly Rule[] = [backupMissing, jobInEveryProcess];
