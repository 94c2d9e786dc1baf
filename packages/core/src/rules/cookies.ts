/** The rules about cookies. */
import type { Rule } from '../rule.js';
import { csrfInsecure } from './cookies/csrf-insecure.js';
import { domainBroad } from './cookies/domain-broad.js';
import { sessionInsecure } from './cookies/session-insecure.js';
import { sessionNotHttponly } from './cookies/session-not-httponly.js';
import { sessionSamesiteWeak } from './cookies/session-samesite-weak.js';

export const cookiesRules: readonly Rule[] = [
  sessionInsecure,
  sessionNotHttponly,
  sessionSamesiteWeak,
  csrfInsecure,
  domainBroad,
];
