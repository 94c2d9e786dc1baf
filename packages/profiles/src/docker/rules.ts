/** The rules of the target Docker, and core's rules weighed differently there. */
import type { RuleSet } from '@django-golive/core';
import { unless } from '../core-rules.js';
import { buildCommandFails } from './rules/build-command-fails.js';
import { dataInContainer } from './rules/data-in-container.js';
import { databaseEmptiedAtStart } from './rules/database-emptied-at-start.js';
import { databasePortPublished } from './rules/database-port-published.js';
import { databaseVolumeMissing } from './rules/database-volume-missing.js';
import { databaseWithoutPassword } from './rules/database-without-password.js';
import { developmentServer } from './rules/development-server.js';
import { envFileCopied } from './rules/env-file-copied.js';
import { envNotInjected } from './rules/env-not-injected.js';
import { healthCheckRefused } from './rules/health-check-refused.js';
import { hostAccess } from './rules/host-access.js';
import { imageUnsupported } from './rules/image-unsupported.js';
import { loopbackBind } from './rules/loopback-bind.js';
import { makemigrationsAtStart } from './rules/makemigrations-at-start.js';
import { migrationsInEveryContainer } from './rules/migrations-in-every-container.js';
import { packagesUnprotected } from './rules/packages-unprotected.js';
import { placeholderLeft } from './rules/placeholder-left.js';
import { portNotListened } from './rules/port-not-listened.js';
import { postgresVolumeMisplaced } from './rules/postgres-volume-misplaced.js';
import { pythonUnspecified } from './rules/python-unspecified.js';
import { runsAsRoot } from './rules/runs-as-root.js';
import { secretFallbackInCompose } from './rules/secret-fallback-in-compose.js';
import { secretInCompose } from './rules/secret-in-compose.js';
import { secretInImage } from './rules/secret-in-image.js';
import { servedDirectoryMismatch } from './rules/served-directory-mismatch.js';
import { serviceAtLocalhost } from './rules/service-at-localhost.js';
import { serviceNameMissing } from './rules/service-name-missing.js';
import { sourceBuildRisk } from './rules/source-build-risk.js';
import { storagePublished } from './rules/storage-published.js';
import { websocketsNotServed } from './rules/websockets-not-served.js';
import { servedMounts } from './served-mounts.js';

/** In the order of a report. */
export const dockerRules: RuleSet = [
  secretInImage,
  secretInCompose,
  secretFallbackInCompose,
  buildCommandFails,
  sourceBuildRisk,
  developmentServer,
  loopbackBind,
  portNotListened,
  placeholderLeft,
  serviceAtLocalhost,
  serviceNameMissing,
  databasePortPublished,
  storagePublished,
  databaseVolumeMissing,
  postgresVolumeMisplaced,
  databaseWithoutPassword,
  hostAccess,
  healthCheckRefused,
  envNotInjected,
  dataInContainer,
  servedDirectoryMismatch,
  envFileCopied,
  runsAsRoot,
  imageUnsupported,
  pythonUnspecified,
  packagesUnprotected,
  makemigrationsAtStart,
  databaseEmptiedAtStart,
  migrationsInEveryContainer,
  websocketsNotServed,
  // What stays empty is served by nobody, whatever the proxy's file says.
  ...unless('static/not-served', { servedMounts }, ({ servedMounts }) =>
    servedMounts.some(({ reached, setting }) => !reached && setting === 'STATIC_ROOT'),
  ),
  ...unless('media/not-served', { servedMounts }, ({ servedMounts }) =>
    servedMounts.some(({ reached, setting }) => !reached && setting === 'MEDIA_ROOT'),
  ),
];
