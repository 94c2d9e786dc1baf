/** What Heroku demands beside the rules that hold everywhere. */
import type { RuleSet } from '@django-golive/core';
import { weighed, without } from '../core-rules.js';
import { imageRules } from '../platform/built-image.js';
import { addonUnsupported } from './rules/addon-unsupported.js';
import { appJsonSecret } from './rules/app-json-secret.js';
import { collectstaticDisabled } from './rules/collectstatic-disabled.js';
import { collectstaticFails } from './rules/collectstatic-fails.js';
import { databaseUrlIgnored } from './rules/database-url-ignored.js';
import { developmentServer } from './rules/development-server.js';
import { djangoHeroku } from './rules/django-heroku.js';
import { migrateInWeb } from './rules/migrate-in-web.js';
import { migrationsNotReleased } from './rules/migrations-not-released.js';
import { packageFileMissing } from './rules/package-file-missing.js';
import { packageFilesSeveral } from './rules/package-files-several.js';
import { placeholderLeft } from './rules/placeholder-left.js';
import { planRetired } from './rules/plan-retired.js';
import { portNotBound } from './rules/port-not-bound.js';
import { processElsewhere } from './rules/process-elsewhere.js';
import { procfileMissing } from './rules/procfile-missing.js';
import { pythonUnspecified } from './rules/python-unspecified.js';
import { pythonUnsupported } from './rules/python-unsupported.js';
import { pythonVersionInvalid } from './rules/python-version-invalid.js';
import { redisCertificateRefused } from './rules/redis-certificate-refused.js';
import { releaseElsewhere } from './rules/release-elsewhere.js';
import { releaseWritesDisk } from './rules/release-writes-disk.js';
import { requestTimeout } from './rules/request-timeout.js';
import { runtimeTxt } from './rules/runtime-txt.js';
import { serverNotInstalled } from './rules/server-not-installed.js';
import { stackRetired } from './rules/stack-retired.js';
import { stackUnclear } from './rules/stack-unclear.js';
import { uvPythonVersionMissing } from './rules/uv-python-version-missing.js';
import { virtualenvCommitted } from './rules/virtualenv-committed.js';
import { webModuleMissing } from './rules/web-module-missing.js';
import { workerMissing } from './rules/worker-missing.js';

/** Heroku's rules. */
export const herokuRules: RuleSet = [
  procfileMissing,
  webModuleMissing,
  releaseElsewhere,
  processElsewhere,
  serverNotInstalled,
  portNotBound,
  developmentServer,
  packageFileMissing,
  packageFilesSeveral,
  uvPythonVersionMissing,
  pythonVersionInvalid,
  pythonUnspecified,
  pythonUnsupported,
  runtimeTxt,
  virtualenvCommitted,
  stackRetired,
  stackUnclear,
  planRetired,
  addonUnsupported,
  collectstaticFails,
  collectstaticDisabled,
  databaseUrlIgnored,
  redisCertificateRefused,
  releaseWritesDisk,
  migrationsNotReleased,
  migrateInWeb,
  workerMissing,
  requestTimeout,
  djangoHeroku,
  appJsonSecret,
  placeholderLeft,
  // A dyno runs every image as a user of its own.
  ...imageRules,
  ...weighed(
    'cors/allow-all',
    'low',
    'The site lies on the open internet: without credentials, a page of another site reads no more than any program does.',
  ),
  ...without(
    'settings/allowed-hosts-broad-suffix',
    'The router passes on only requests for hosts that belong to the app.',
  ),
  ...without('database/host-unreachable', '`heroku/database-url-ignored` says it, with the variable that Heroku sets.'),
  ...weighed(
    'static/collectstatic-stops',
    'critical',
    'The build runs it unless `DISABLE_COLLECTSTATIC` is set, and ends with it, so nothing is released.',
  ),
  ...[
    'deps/app-not-declared',
    'deps/import-not-declared',
    'database/driver-missing',
    'static/whitenoise-not-installed',
  ].flatMap((id) =>
    weighed(id, 'critical', 'The build installs what is declared and nothing else, so that no process starts.'),
  ),
  ...weighed(
    'static/manifest-file-missing',
    'critical',
    'The build runs `collectstatic` unless `DISABLE_COLLECTSTATIC` is set, and ends with it, so nothing is released.',
    'reference',
    'map',
  ),
  ...without('static/root-missing', '`heroku/collectstatic-fails` says it: the build depends on it.'),
  ...without('static/staticfiles-app-missing', '`heroku/collectstatic-fails` says it: the build depends on it.'),
  ...without('deps/server-missing', '`heroku/server-not-installed` says it, of the file that Heroku installs from.'),
  ...without('deps/lock-without-source', '`heroku/package-file-missing` says it.'),
  ...without('gunicorn/reload', '`heroku/development-server` says it.'),
];
