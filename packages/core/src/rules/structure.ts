/** The rules about the shape of the repository: that what is named is there, as it is spelt. */
import type { Rule } from '../rule.js';
import { caseMismatch } from './structure/case-mismatch.js';
import { cwdDependentPaths } from './structure/cwd-dependent-paths.js';
import { envExampleBehind } from './structure/env-example-behind.js';
import { localAppMissing } from './structure/local-app-missing.js';
import { managePyMissing } from './structure/manage-py-missing.js';
import { unconnected } from './structure/unconnected.js';
import { virtualenvCommitted } from './structure/virtualenv-committed.js';

export const structureRules: readonly Rule[] = [
  managePyMissing,
  localAppMissing,
  caseMismatch,
  cwdDependentPaths,
  unconnected,
  virtualenvCommitted,
  envExampleBehind,
];
