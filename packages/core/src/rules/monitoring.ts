/** The rules about monitoring: that somebody learns when the site fails. */
import type { Rule } from '../rule.js';
import { errorTrackingMissing } from './monitoring/error-tracking-missing.js';
import { healthEndpointMissing } from './monitoring/health-endpoint-missing.js';

export const monitoringRules: readonly Rule[] = [errorTrackingMissing, healthEndpointMissing];
