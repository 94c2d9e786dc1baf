/** The rules about caches: that they work, keep what they are given, and show it to nobody. */
import type { Rule } from '../rule.js';
import { defaultMissing } from './cache/default-missing.js';
import { driverMissing } from './cache/driver-missing.js';
import { dummyInProduction } from './cache/dummy-in-production.js';
import { locationExposed } from './cache/location-exposed.js';
import { locmemInProduction } from './cache/locmem-in-production.js';
import { middlewareOrder } from './cache/middleware-order.js';
import { optionsOfAnotherBackend } from './cache/options-of-another-backend.js';
import { redisInsecure } from './cache/redis-insecure.js';
import { sessionInLocmem } from './cache/session-in-locmem.js';

export const cacheRules: readonly Rule[] = [
  defaultMissing,
  locationExposed,
  redisInsecure,
  driverMissing,
  optionsOfAnotherBackend,
  sessionInLocmem,
  middlewareOrder,
  dummyInProduction,
  locmemInProduction,
];
