/** `django-golive`: audit a directory from a program, with golive's own readers and targets. */
export {
  type AuditOptions,
  auditForTargets,
  auditLoaded,
  auditProject,
  compareForProject,
  readers,
  type TargetsOptions,
} from './audit-project.js';
export { type Catalogued, type Change, catalogue } from './catalogue.js';
export { type ChosenTarget, chooseTarget, knownTargets } from './choose-target.js';
export { defaultLimits, type Limits, loadProject, NotADirectoryError } from './disk/load-project.js';
export { ruleIndex, rulePage } from './rule-page.js';
export { UsageError } from './usage-error.js';
