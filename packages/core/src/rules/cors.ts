/** The rules about requests across origins. */
import type { Rule } from '../rule.js';
import { allowAll } from './cors/allow-all.js';
import { allowAllCredentials } from './cors/allow-all-credentials.js';
import { misordered } from './cors/misordered.js';
import { originMalformed } from './cors/origin-malformed.js';
import { regexBroad } from './cors/regex-broad.js';

export const corsRules: readonly Rule[] = [allowAllCredentials, allowAll, regexBroad, originMalformed, misordered];
