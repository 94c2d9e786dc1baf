/** The rules about HTTPS and the headers SecurityMiddleware sends. */
import type { Rule } from '../rule.js';
import { coopDisabled } from './https/coop-disabled.js';
import { hstsMissing } from './https/hsts-missing.js';
import { hstsPreloadMissing } from './https/hsts-preload-missing.js';
import { hstsSubdomainsMissing } from './https/hsts-subdomains-missing.js';
import { nosniffDisabled } from './https/nosniff-disabled.js';
import { proxySslHeaderMalformed } from './https/proxy-ssl-header-malformed.js';
import { proxySslHeaderMissing } from './https/proxy-ssl-header-missing.js';
import { proxySslHeaderSpoofable } from './https/proxy-ssl-header-spoofable.js';
import { referrerPolicyWeak } from './https/referrer-policy-weak.js';
import { securityMiddlewareMissing } from './https/security-middleware-missing.js';
import { sslRedirectDisabled } from './https/ssl-redirect-disabled.js';
import { sslRedirectLoop } from './https/ssl-redirect-loop.js';
import { xframeMissing } from './https/xframe-missing.js';
import { xframeWeak } from './https/xframe-weak.js';

export const httpsRules: readonly Rule[] = [
  securityMiddlewareMissing,
  sslRedirectDisabled,
  sslRedirectLoop,
  proxySslHeaderMissing,
  proxySslHeaderSpoofable,
  proxySslHeaderMalformed,
  hstsMissing,
  hstsSubdomainsMissing,
  hstsPreloadMissing,
  nosniffDisabled,
  referrerPolicyWeak,
  coopDisabled,
  xframeMissing,
  xframeWeak,
];
