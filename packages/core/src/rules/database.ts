/** The rules about databases: where the data lies, who can open it, and whether Django can. */
import type { Rule } from '../rule.js';
import { connHealthChecksMissing } from './database/conn-health-checks-missing.js';
import { connMaxAgeDefault } from './database/conn-max-age-default.js';
import { credentialsHardcoded } from './database/credentials-hardcoded.js';
import { defaultCredentials } from './database/default-credentials.js';
import { driverMissing } from './database/driver-missing.js';
import { engineLegacy } from './database/engine-legacy.js';
import { hostUnreachable } from './database/host-unreachable.js';
import { mysqlStrictMode } from './database/mysql-strict-mode.js';
import { optionsOfAnotherEngine } from './database/options-of-another-engine.js';
import { passwordEmpty } from './database/password-empty.js';
import { poolAndConnMaxAge } from './database/pool-and-conn-max-age.js';
import { sqliteFallback } from './database/sqlite-fallback.js';
import { sqliteInProduction } from './database/sqlite-in-production.js';
import { sqliteOnEphemeralDisk } from './database/sqlite-on-ephemeral-disk.js';
import { sqliteRelativePath } from './database/sqlite-relative-path.js';
import { sqliteServed } from './database/sqlite-served.js';
import { sslNotRequired } from './database/ssl-not-required.js';

export const databaseRules: readonly Rule[] = [
  credentialsHardcoded,
  sqliteServed,
  sqliteOnEphemeralDisk,
  hostUnreachable,
  poolAndConnMaxAge,
  optionsOfAnotherEngine,
  sqliteFallback,
  sqliteInProduction,
  sqliteRelativePath,
  passwordEmpty,
  defaultCredentials,
  sslNotRequired,
  engineLegacy,
  driverMissing,
  mysqlStrictMode,
  connMaxAgeDefault,
  connHealthChecksMissing,
];
