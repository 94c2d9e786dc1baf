/** What Render demands beside the rules that hold everywhere. */
import type { RuleSet } from '@django-golive/core';
import { weighed, without } from '../core-rules.js';
import { imageRules, imageUserRules } from '../platform/built-image.js';
import { databaseUnsupported } from './rules/database-unsupported.js';
import { developmentServer } from './rules/development-server.js';
import { freeDatabase } from './rules/free-database.js';
import { migrationsNotRun } from './rules/migrations-not-run.js';
import { placeholderLeft } from './rules/placeholder-left.js';
import { portNotBound } from './rules/port-not-bound.js';
import { pythonVersion } from './rules/python-version.js';
import { secretInBlueprint } from './rules/secret-in-blueprint.js';

/** Render's rules. */
export const renderRules: RuleSet = [
  portNotBound,
  developmentServer,
  freeDatabase,
  databaseUnsupported,
  migrationsNotRun,
  pythonVersion,
  secretInBlueprint,
  placeholderLeft,
  ...imageRules,
  ...imageUserRules,
  ...without(
    'settings/allowed-hosts-broad-suffix',
    "Render's edge passes on only requests for the hosts of the service.",
  ),
  ...weighed(
    'cors/allow-all',
    'low',
    'The site lies on the open internet: without credentials, a page of another site reads no more than any program does.',
  ),
  ...weighed(
    'settings/allowed-hosts-local-only',
    'critical',
    'Every request carries the name of the service, which is never local.',
  ),
];
