/** The rules about static files: that they are collected, and that somebody serves them. */
import type { Rule } from '../rule.js';
import { staticCaseMismatch } from './static/case-mismatch.js';
import { collectstaticFailureHidden } from './static/collectstatic-failure-hidden.js';
import { collectstaticStops } from './static/collectstatic-stops.js';
import { dirMissing } from './static/dir-missing.js';
import { manifestFileMissing } from './static/manifest-file-missing.js';
import { manifestStorageMissing } from './static/manifest-storage-missing.js';
import { manifestStrictOff } from './static/manifest-strict-off.js';
import { manifestWithoutCollectstatic } from './static/manifest-without-collectstatic.js';
import { notServed } from './static/not-served.js';
import { rootInStaticfilesDirs } from './static/root-in-staticfiles-dirs.js';
import { rootMissing } from './static/root-missing.js';
import { staticfilesAppMissing } from './static/staticfiles-app-missing.js';
import { storagesAliasMissing } from './static/storages-alias-missing.js';
import { urlInvalid } from './static/url-invalid.js';
import { whitenoiseMiddlewareMissing } from './static/whitenoise-middleware-missing.js';
import { whitenoiseNotInstalled } from './static/whitenoise-not-installed.js';
import { whitenoiseOrder } from './static/whitenoise-order.js';

export const staticRules: readonly Rule[] = [
  storagesAliasMissing,
  rootMissing,
  rootInStaticfilesDirs,
  urlInvalid,
  staticfilesAppMissing,
  notServed,
  whitenoiseMiddlewareMissing,
  whitenoiseNotInstalled,
  whitenoiseOrder,
  manifestWithoutCollectstatic,
  manifestStorageMissing,
  manifestStrictOff,
  collectstaticStops,
  dirMissing,
  manifestFileMissing,
  staticCaseMismatch,
  collectstaticFailureHidden,
];
