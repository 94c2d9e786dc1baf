/** The rules about tests and CI: what is tried before a deployment. */
import type { Rule } from '../rule.js';
import { ciDeployCheckMissing } from './testing/ci-deploy-check-missing.js';
import { ciMissing } from './testing/ci-missing.js';
import { ciPythonUnsupported } from './testing/ci-python-unsupported.js';
import { noTests } from './testing/no-tests.js';

export const testingRules: readonly Rule[] = [noTests, ciMissing, ciPythonUnsupported, ciDeployCheckMissing];
