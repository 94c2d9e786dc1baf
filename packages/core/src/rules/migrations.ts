/** The rules about migrations: who makes them, where they are kept, when they run. */
import type { Rule } from '../rule.js';
import { atImageBuild } from './migrations/at-image-build.js';
import { conflict } from './migrations/conflict.js';
import { ignoredByGit } from './migrations/ignored-by-git.js';
import { makemigrationsInDeploy } from './migrations/makemigrations-in-deploy.js';
import { missing } from './migrations/missing.js';

export const migrationsRules: readonly Rule[] = [missing, conflict, ignoredByGit, makemigrationsInDeploy, atImageBuild];
