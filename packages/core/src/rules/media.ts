/** The rules about uploads: that they last, lie apart, and reach whom they are meant for. */
import type { Rule } from '../rule.js';
import { ephemeral } from './media/ephemeral.js';
import { insideStatic } from './media/inside-static.js';
import { notServed } from './media/not-served.js';
import { publicBucket } from './media/public-bucket.js';
import { rootMissing } from './media/root-missing.js';
import { uploadLimitHuge } from './media/upload-limit-huge.js';
import { uploadPermissions } from './media/upload-permissions.js';
import { uploadUnchecked } from './media/upload-unchecked.js';

export const mediaRules: readonly Rule[] = [
  ephemeral,
  insideStatic,
  rootMissing,
  notServed,
  publicBucket,
  uploadPermissions,
  uploadLimitHuge,
  uploadUnchecked,
];
