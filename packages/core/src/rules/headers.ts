/** The rules about the content security policy. */
import type { Rule } from '../rule.js';
import { cspInert } from './headers/csp-inert.js';
import { cspNonceWithoutProcessor } from './headers/csp-nonce-without-processor.js';
import { cspNotADict } from './headers/csp-not-a-dict.js';

export const headersRules: readonly Rule[] = [cspInert, cspNotADict, cspNonceWithoutProcessor];
