/** The rules of the target nginx with gunicorn. */
import type { RuleSet } from '@django-golive/core';
import { aliasTraversal } from './rules/alias-traversal.js';
import { bodySizeDefault } from './rules/body-size-default.js';
import { celeryUnitMissing } from './rules/celery-unit-missing.js';
import { certificateUnusable } from './rules/certificate-unusable.js';
import { commandInvalid } from './rules/command-invalid.js';
import { developmentServer } from './rules/development-server.js';
import { envFileSyntax } from './rules/env-file-syntax.js';
import { forwardedHeadersMissing } from './rules/forwarded-headers-missing.js';
import { httpsMissing } from './rules/https-missing.js';
import { listensPublicly } from './rules/listens-publicly.js';
import { moduleMissing } from './rules/module-missing.js';
import { placeholderLeft } from './rules/placeholder-left.js';
import { projectExposed } from './rules/project-exposed.js';
import { restartMissing } from './rules/restart-missing.js';
import { runsAsRoot } from './rules/runs-as-root.js';
import { secretInUnit } from './rules/secret-in-unit.js';
import { serverNameNotAllowed } from './rules/server-name-not-allowed.js';
import { socketUnreachable } from './rules/socket-unreachable.js';
import { staticAliasMismatch } from './rules/static-alias-mismatch.js';
import { upstreamMismatch } from './rules/upstream-mismatch.js';
import { websocketsNotProxied } from './rules/websockets-not-proxied.js';

/** In the order of a report. */
export const nginxRules: RuleSet = [
  projectExposed,
  secretInUnit,
  commandInvalid,
  developmentServer,
  moduleMissing,
  upstreamMismatch,
  socketUnreachable,
  certificateUnusable,
  websocketsNotProxied,
  aliasTraversal,
  runsAsRoot,
  forwardedHeadersMissing,
  httpsMissing,
  serverNameNotAllowed,
  staticAliasMismatch,
  celeryUnitMissing,
  listensPublicly,
  bodySizeDefault,
  restartMissing,
  envFileSyntax,
  placeholderLeft,
];
