/** What Fly.io demands beside the rules that hold everywhere. */
import type { RuleSet } from '@django-golive/core';
import { weighed } from '../core-rules.js';
import { envFileCopied } from '../docker/rules/env-file-copied.js';
import { imageRules, imageUserRules } from '../platform/built-image.js';
import { developmentServer } from './rules/development-server.js';
import { healthCheckRedirected } from './rules/health-check-redirected.js';
import { migrationsNotReleased } from './rules/migrations-not-released.js';
import { placeholderLeft } from './rules/placeholder-left.js';
import { portMismatch } from './rules/port-mismatch.js';
import { releaseOnVolume } from './rules/release-on-volume.js';
import { secretInConfig } from './rules/secret-in-config.js';

/** Fly.io's rules. */
export const flyRules: RuleSet = [
  portMismatch,
  developmentServer,
  healthCheckRedirected,
  migrationsNotReleased,
  releaseOnVolume,
  secretInConfig,
  placeholderLeft,
  ...imageRules,
  ...imageUserRules,
  envFileCopied,
  ...weighed(
    'cors/allow-all',
    'low',
    'The site lies on the open internet: without credentials, a page of another site reads no more than any program does.',
  ),
  ...weighed(
    'settings/allowed-hosts-local-only',
    'critical',
    'Every request carries the name of the app, which is never local.',
  ),
];
