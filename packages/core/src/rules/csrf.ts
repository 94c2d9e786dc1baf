/** The rules about forged requests. */
import type { Rule } from '../rule.js';
import { cookieUnreadable } from './csrf/cookie-unreadable.js';
import { exemptView } from './csrf/exempt-view.js';
import { failureViewInvalid } from './csrf/failure-view-invalid.js';
import { middlewareMissing } from './csrf/middleware-missing.js';
import { originTooBroad } from './csrf/origin-too-broad.js';
import { originWithPath } from './csrf/origin-with-path.js';
import { originWithoutScheme } from './csrf/origin-without-scheme.js';

export const csrfRules: readonly Rule[] = [
  middlewareMissing,
  originWithoutScheme,
  originWithPath,
  originTooBroad,
  exemptView,
  cookieUnreadable,
  failureViewInvalid,
];
