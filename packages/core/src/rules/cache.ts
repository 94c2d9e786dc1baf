/** The rules about caches: that they work, keep what they are given, and show it to nobody. */
import type { Rule } from '../rule.js';
import { defaultMissing } from './cache/default-missing.js';
import { driverMissing } from './cache/driver-missing.js';
import { locationExposed } from './cache/location-exposed.js';
import { optionsOfAnotherBackend } from './cache/options-of-another-backend.js';
import { sessionInLocmem } from './cache/session-in-locmem.js';

export const cacheRules: readonly Rule[] = [
  defaultMissing,
  locationExposed,
  driverMissing,
  optionsOfAnotherBackend,
  sessionInLocmem,
];
