/** The rules about secrets in the repository. */
import type { Rule } from '../rule.js';
import { accountInCode } from './secrets/account-in-code.js';
import { ciLiteral } from './secrets/ci-literal.js';
import { credentialSettingLiteral } from './secrets/credential-setting-literal.js';
import { databaseCommitted } from './secrets/database-committed.js';
import { envCommitted } from './secrets/env-committed.js';
import { envNotIgnored } from './secrets/env-not-ignored.js';
import { exampleFileRealValues } from './secrets/example-file-real-values.js';
import { fixtureUsers } from './secrets/fixture-users.js';
import { gitignoreMissing } from './secrets/gitignore-missing.js';
import { keyFileCommitted } from './secrets/key-file-committed.js';

export const secretsRules: readonly Rule[] = [
  credentialSettingLiteral,
  envCommitted,
  envNotIgnored,
  keyFileCommitted,
  databaseCommitted,
  fixtureUsers,
  accountInCode,
  exampleFileRealValues,
  ciLiteral,
  gitignoreMissing,
];
