/** What Railway demands beside the rules that hold everywhere. */
import type { RuleSet } from '@django-golive/core';
import { weighed, without } from '../core-rules.js';
import { imageRules, imageUserRules } from '../platform/built-image.js';
import { configCutoff } from './rules/config-cutoff.js';
import { developmentServer } from './rules/development-server.js';
import { healthCheckHost } from './rules/health-check-host.js';
import { migrationsUnseen } from './rules/migrations-unseen.js';
import { portNotBound } from './rules/port-not-bound.js';
import { preDeployFiles } from './rules/pre-deploy-files.js';

/** Railway's rules. */
export const railwayRules: RuleSet = [
  configCutoff,
  portNotBound,
  developmentServer,
  healthCheckHost,
  preDeployFiles,
  migrationsUnseen,
  ...imageRules,
  ...imageUserRules,
  ...without(
    'settings/allowed-hosts-broad-suffix',
    "Railway's edge passes on only requests for the domains of the service.",
  ),
  ...weighed(
    'cors/allow-all',
    'low',
    'The site lies on the open internet: without credentials, a page of another site reads no more than any program does.',
  ),
  ...weighed(
    'settings/allowed-hosts-local-only',
    'critical',
    'Every request carries the domain of the service, which is never local.',
  ),
];
