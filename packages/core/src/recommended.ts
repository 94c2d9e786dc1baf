/** The rules golive recommends for every Django project, whatever the target. */
import type { Rule } from './rule.js';
import { suppressionComment } from './rules/golive/suppression-comment.js';
import { debugEnabled } from './rules/settings/debug-enabled.js';

/** One area a line; targets add and switch off their own. */
export const recommended: readonly Rule[] = [
  debugEnabled,
  suppressionComment,
];
