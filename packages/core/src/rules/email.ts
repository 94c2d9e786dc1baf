/** The rules about mail: that it is delivered, and that its password is no common knowledge. */
import type { Rule } from '../rule.js';
import { adminsMalformed } from './email/admins-malformed.js';
import { backendNotReal } from './email/backend-not-real.js';
import { defaultFrom } from './email/default-from.js';
import { passwordHardcoded } from './email/password-hardcoded.js';
import { tlsAndSsl } from './email/tls-and-ssl.js';
import { tlsMissing } from './email/tls-missing.js';

export const emailRules: readonly Rule[] = [
  passwordHardcoded,
  backendNotReal,
  defaultFrom,
  tlsAndSsl,
  tlsMissing,
  adminsMalformed,
];
