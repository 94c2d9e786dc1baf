/** The rules about starting at all. */
import type { Rule } from '../rule.js';
import { asyncUnsafeAllowed } from './startup/async-unsafe-allowed.js';
import { cannotStart } from './startup/cannot-start.js';
import { moduleNotInPython } from './startup/module-not-in-python.js';
import { nameMissing } from './startup/name-missing.js';
import { ownModuleMissing } from './startup/own-module-missing.js';
import { syntaxError } from './startup/syntax-error.js';
import { unknown } from './startup/unknown.js';

export const startupRules: readonly Rule[] = [
  cannotStart,
  unknown,
  syntaxError,
  ownModuleMissing,
  nameMissing,
  moduleNotInPython,
  asyncUnsafeAllowed,
];
