/** The rules about the content security policy. */
import type { Rule } from '../rule.js';
import { cspInert } from './headers/csp-inert.js';
import { cspMissing } from './headers/csp-missing.js';
import { cspNonceWithoutProcessor } from './headers/csp-nonce-without-processor.js';
import { cspNotADict } from './headers/csp-not-a-dict.js';
import { cspUnsafe } from './headers/csp-unsafe.js';

export const headersRules: readonly Rule[] = [cspMissing, cspInert, cspNotADict, cspNonceWithoutProcessor, cspUnsafe];
