/** The rules about packages and versions: that they are declared, supported, and free of known faults. */
import type { Rule } from '../rule.js';
import { appNotDeclared } from './deps/app-not-declared.js';
import { djangoEol } from './deps/django-eol.js';
import { djangoMissing } from './deps/django-missing.js';
import { djangoPatchBehind } from './deps/django-patch-behind.js';
import { importNotDeclared } from './deps/import-not-declared.js';
import { lockWithoutSource } from './deps/lock-without-source.js';
import { manifestMissing } from './deps/manifest-missing.js';
import { pkgResourcesPinned } from './deps/pkg-resources-pinned.js';
import { platformSpecific } from './deps/platform-specific.js';
import { pythonDjangoMismatch } from './deps/python-django-mismatch.js';
import { pythonEol } from './deps/python-eol.js';
import { serverMissing } from './deps/server-missing.js';
import { updateToolMissing } from './deps/update-tool-missing.js';
import { vulnerable } from './deps/vulnerable.js';

export const depsRules: readonly Rule[] = [
  manifestMissing,
  djangoMissing,
  djangoEol,
  djangoPatchBehind,
  vulnerable,
  pythonEol,
  pythonDjangoMismatch,
  appNotDeclared,
  importNotDeclared,
  serverMissing,
  lockWithoutSource,
  platformSpecific,
  pkgResourcesPinned,
  updateToolMissing,
];
