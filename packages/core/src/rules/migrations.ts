/** The rules about migrations: who makes them, where they are kept, when they run. */
import type { Rule } from '../rule.js';
import { atImageBuild } from './migrations/at-image-build.js';
import { ignoredByGit } from './migrations/ignored-by-git.js';
import { makemigrationsInDeploy } from './migrations/makemigrations-in-deploy.js';

export const migrationsRules: readonly Rule[] = [ignoredByGit, makemigrationsInDeploy, atImageBuild];
