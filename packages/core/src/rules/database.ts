/** The rules about databases: where the data lies, who can open it, and whether Django can. */
import type { Rule } from '../rule.js';
import { credentialsHardcoded } from './database/credentials-hardcoded.js';
import { driverMissing } from './database/driver-missing.js';
import { engineLegacy } from './database/engine-legacy.js';
import { passwordEmpty } from './database/password-empty.js';
import { poolAndConnMaxAge } from './database/pool-and-conn-max-age.js';
import { sqliteFallback } from './database/sqlite-fallback.js';
import { sqliteOnEphemeralDisk } from './database/sqlite-on-ephemeral-disk.js';

export const databaseRules: readonly Rule[] = [
  credentialsHardcoded,
  sqliteOnEphemeralDisk,
  poolAndConnMaxAge,
  sqliteFallback,
  passwordEmpty,
  engineLegacy,
  driverMissing,
];
