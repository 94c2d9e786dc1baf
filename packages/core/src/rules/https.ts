/** The rules about HTTPS and the headers SecurityMiddleware sends. */
import type { Rule } from '../rule.js';
import { clientAddressForgeable } from './https/client-address-forgeable.js';
import { coopDisabled } from './https/coop-disabled.js';
import { hstsMissing } from './https/hsts-missing.js';
import { hstsPreloadInconsistent } from './https/hsts-preload-inconsistent.js';
import { hstsPreloadMissing } from './https/hsts-preload-missing.js';
import { hstsShort } from './https/hsts-short.js';
import { hstsSubdomainsMissing } from './https/hsts-subdomains-missing.js';
import { nosniffDisabled } from './https/nosniff-disabled.js';
import { proxySslHeaderMalformed } from './https/proxy-ssl-header-malformed.js';
import { proxySslHeaderMissing } from './https/proxy-ssl-header-missing.js';
import { proxySslHeaderSpoofable } from './https/proxy-ssl-header-spoofable.js';
import { redirectExemptBroad } from './https/redirect-exempt-broad.js';
import { referrerPolicyBreaksCsrf } from './https/referrer-policy-breaks-csrf.js';
import { referrerPolicyWeak } from './https/referrer-policy-weak.js';
import { securityMiddlewareMissing } from './https/security-middleware-missing.js';
import { securityMiddlewareOrder } from './https/security-middleware-order.js';
import { sslRedirectDisabled } from './https/ssl-redirect-disabled.js';
import { sslRedirectLoop } from './https/ssl-redirect-loop.js';
import { xframeMissing } from './https/xframe-missing.js';
import { xframeWeak } from './https/xframe-weak.js';

export const httpsRules: readonly Rule[] = [
  securityMiddlewareMissing,
  securityMiddlewareOrder,
  sslRedirectDisabled,
  sslRedirectLoop,
  redirectExemptBroad,
  proxySslHeaderMissing,
  proxySslHeaderSpoofable,
  proxySslHeaderMalformed,
  hstsMissing,
  hstsSubdomainsMissing,
  hstsShort,
  hstsPreloadMissing,
  hstsPreloadInconsistent,
  nosniffDisabled,
  referrerPolicyWeak,
  referrerPolicyBreaksCsrf,
  coopDisabled,
  xframeMissing,
  xframeWeak,
  clientAddressForgeable,
];
