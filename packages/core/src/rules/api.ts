/** The rules about the project's API. */
import type { Rule } from '../rule.js';
import { drfAuthenticationBasic } from './api/drf-authentication-basic.js';
import { drfPaginationMissing } from './api/drf-pagination-missing.js';
import { drfPermissionOpen } from './api/drf-permission-open.js';
import { drfThrottleMissing } from './api/drf-throttle-missing.js';
import { drfThrottleRateMissing } from './api/drf-throttle-rate-missing.js';
import { jwtKeyLiteral } from './api/jwt-key-literal.js';

export const apiRules: readonly Rule[] = [
  drfPermissionOpen,
  jwtKeyLiteral,
  drfThrottleRateMissing,
  drfAuthenticationBasic,
  drfThrottleMissing,
  drfPaginationMissing,
];
