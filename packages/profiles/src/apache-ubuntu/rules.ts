/** The rules of the target Apache on Ubuntu, and core's rules weighed differently there. */
import type { RuleSet } from '@django-golive/core';
import { find, retold, withoutEnvironment } from '../core-rules.js';
import { accessNotGranted } from './rules/access-not-granted.js';
import { authorizationDropped } from './rules/authorization-dropped.js';
import { celeryUnitMissing } from './rules/celery-unit-missing.js';
import { certificateUnusable } from './rules/certificate-unusable.js';
import { httpsMissing } from './rules/https-missing.js';
import { placeholderLeft } from './rules/placeholder-left.js';
import { processGroupMissing } from './rules/process-group-missing.js';
import { projectExposed } from './rules/project-exposed.js';
import { pythonOfAnotherBuild } from './rules/python-of-another-build.js';
import { relativeOpen } from './rules/relative-open.js';
import { scriptMissing } from './rules/script-missing.js';
import { serverNameNotAllowed } from './rules/server-name-not-allowed.js';
import { setenvNotEnvironment } from './rules/setenv-not-environment.js';
import { sqliteNotWritable } from './rules/sqlite-not-writable.js';
import { staticAliasMismatch } from './rules/static-alias-mismatch.js';
import { virtualenvMissing } from './rules/virtualenv-missing.js';
import { websocketsNotProxied } from './rules/websockets-not-proxied.js';

/** In the order of a report. */
export const apacheRules: RuleSet = [
  projectExposed,
  certificateUnusable,
  setenvNotEnvironment,
  processGroupMissing,
  virtualenvMissing,
  pythonOfAnotherBuild,
  scriptMissing,
  accessNotGranted,
  relativeOpen,
  httpsMissing,
  serverNameNotAllowed,
  placeholderLeft,
  authorizationDropped,
  websocketsNotProxied,
  staticAliasMismatch,
  sqliteNotWritable,
  celeryUnitMissing,
  ...withoutEnvironment(
    'Apache gives the site no variables: the WSGI script and `manage.py` have to load a file that holds this one, as the checklist shows.',
  ),
  // `apache-ubuntu/https-missing` asks what else there is on the server.
  ...retold([find('https/ssl-redirect-disabled')], (verdicts, { deployment }) =>
    verdicts.map((verdict) =>
      verdict.kind === 'problem' && deployment?.traits.has('tls-unseen')
        ? { ...verdict, confidence: 'tentative' }
        : verdict,
    ),
  ),
];
