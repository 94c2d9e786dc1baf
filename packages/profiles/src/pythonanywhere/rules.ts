/** What PythonAnywhere demands beside the rules that hold everywhere. */
import type { RuleSet } from '@django-golive/core';
import { connectionKeptTooLong } from './rules/connection-kept-too-long.js';
import { crontabUnavailable } from './rules/crontab-unavailable.js';
import { databaseHostLocal } from './rules/database-host-local.js';
import { environmentNotLoaded } from './rules/environment-not-loaded.js';
import { hostMissing } from './rules/host-missing.js';
import { initCommandPrivileged } from './rules/init-command-privileged.js';
import { localService } from './rules/local-service.js';
import { mysqlNameWithoutAccount } from './rules/mysql-name-without-account.js';
import { planTooSmall } from './rules/plan-too-small.js';
import { postgresPortDefault } from './rules/postgres-port-default.js';
import { queueUnsupported } from './rules/queue-unsupported.js';
import { relativePath } from './rules/relative-path.js';
import { repositoryWsgiIgnored } from './rules/repository-wsgi-ignored.js';
import { staticMappingUnseen } from './rules/static-mapping-unseen.js';
import { tensorflowInWeb } from './rules/tensorflow-in-web.js';
import { websocketsUnsupported } from './rules/websockets-unsupported.js';

/** PythonAnywhere's rules. */
export const pythonanywhereRules: RuleSet = [
  hostMissing, databaseHostLocal, mysqlNameWithoutAccount, postgresPortDefault, connectionKeptTooLong, initCommandPrivileged,
  localService, queueUnsupported, websocketsUnsupported, crontabUnavailable, tensorflowInWeb, planTooSmall,
  relativePath, repositoryWsgiIgnored, environmentNotLoaded, staticMappingUnseen,
];
