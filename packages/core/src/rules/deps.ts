/** The rules about packages and versions: that they are declared, supported, and free of known faults. */
import type { Rule } from '../rule.js';
import { abandoned } from './deps/abandoned.js';
import { appNotDeclared } from './deps/app-not-declared.js';
import { cappedBelowFix } from './deps/capped-below-fix.js';
import { conflicting } from './deps/conflicting.js';
import { devInProduction } from './deps/dev-in-production.js';
import { djangoEol } from './deps/django-eol.js';
import { djangoEolSoon } from './deps/django-eol-soon.js';
import { djangoMissing } from './deps/django-missing.js';
import { djangoPatchBehind } from './deps/django-patch-behind.js';
import { hashesPartial } from './deps/hashes-partial.js';
import { importNotDeclared } from './deps/import-not-declared.js';
import { incompatible } from './deps/incompatible.js';
import { insecureSource } from './deps/insecure-source.js';
import { lockOutOfStep } from './deps/lock-out-of-step.js';
import { lockWithoutSource } from './deps/lock-without-source.js';
import { manifestEncoding } from './deps/manifest-encoding.js';
import { manifestMissing } from './deps/manifest-missing.js';
import { multipleManagers } from './deps/multiple-managers.js';
import { noLock } from './deps/no-lock.js';
import { pkgResourcesPinned } from './deps/pkg-resources-pinned.js';
import { platformSpecific } from './deps/platform-specific.js';
import { pythonDjangoMismatch } from './deps/python-django-mismatch.js';
import { pythonEol } from './deps/python-eol.js';
import { repeated } from './deps/repeated.js';
import { serverMissing } from './deps/server-missing.js';
import { unpinned } from './deps/unpinned.js';
import { unused } from './deps/unused.js';
import { updateToolMissing } from './deps/update-tool-missing.js';
import { vulnerable } from './deps/vulnerable.js';
import { yanked } from './deps/yanked.js';

export const depsRules: readonly Rule[] = [
  manifestMissing,
  djangoMissing,
  djangoEol,
  djangoEolSoon,
  djangoPatchBehind,
  vulnerable,
  cappedBelowFix,
  yanked,
  pythonEol,
  pythonDjangoMismatch,
  appNotDeclared,
  importNotDeclared,
  serverMissing,
  lockWithoutSource,
  lockOutOfStep,
  platformSpecific,
  pkgResourcesPinned,
  manifestEncoding,
  hashesPartial,
  incompatible,
  conflicting,
  repeated,
  insecureSource,
  multipleManagers,
  unpinned,
  noLock,
  abandoned,
  devInProduction,
  unused,
  updateToolMissing,
];
