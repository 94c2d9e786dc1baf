/** The rules about logging: that it can be set up, and that errors get to it. */
import type { Rule } from '../rule.js';
import { directoryMissing } from './logging/directory-missing.js';
import { fileOnEphemeralDisk } from './logging/file-on-ephemeral-disk.js';
import { handlerUndefined } from './logging/handler-undefined.js';
import { noProductionHandler } from './logging/no-production-handler.js';

export const loggingRules: readonly Rule[] = [
  handlerUndefined,
  directoryMissing,
  noProductionHandler,
  fileOnEphemeralDisk,
];
