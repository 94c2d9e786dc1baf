/** The rules about the project's API. */
import type { Rule } from '../rule.js';
import { drfAuthenticationBasic } from './api/drf-authentication-basic.js';
import { drfPermissionOpen } from './api/drf-permission-open.js';
import { jwtKeyLiteral } from './api/jwt-key-literal.js';

export const apiRules: readonly Rule[] = [drfPermissionOpen, jwtKeyLiteral, drfAuthenticationBasic];
