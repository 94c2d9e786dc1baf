/** `django-golive`: audit a directory from a program, with golive's own readers and targets. */
export {
  type AuditOptions,
  auditForTargets,
  auditLoaded,
  auditProject,
  type ChosenTarget,
  chooseTarget,
  compareForProject,
  readers,
  type TargetsOptions,
  UsageError,
} from './audit-project.js';
export { type Catalogued, catalogue } from './catalogue.js';
export { defaultLimits, type Limits, loadProject, NotADirectoryError } from './disk/load-project.js';
