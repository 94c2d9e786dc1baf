/** The rules about signing in and passwords. */
import type { Rule } from '../rule.js';
import { anonymousWrite } from './auth/anonymous-write.js';
import { hashingAlgorithmInvalid } from './auth/hashing-algorithm-invalid.js';
import { loginThrottleMissing } from './auth/login-throttle-missing.js';
import { middlewareOrder } from './auth/middleware-order.js';
import { passwordHasherWeak } from './auth/password-hasher-weak.js';
import { passwordValidatorsEmpty } from './auth/password-validators-empty.js';
import { paymentCallbackUnchecked } from './auth/payment-callback-unchecked.js';
import { privilegeWritable } from './auth/privilege-writable.js';
import { sessionSerializerPickle } from './auth/session-serializer-pickle.js';
import { userModelUnset } from './auth/user-model-unset.js';

export const authRules: readonly Rule[] = [
  passwordHasherWeak,
  passwordValidatorsEmpty,
  sessionSerializerPickle,
  middlewareOrder,
  hashingAlgorithmInvalid,
  userModelUnset,
  privilegeWritable,
  anonymousWrite,
  paymentCallbackUnchecked,
  loginThrottleMissing,
];
