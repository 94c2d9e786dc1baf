/** `django-golive`: audit a directory from a program, with golive's own readers and targets. */
export { type AuditOptions, auditLoaded, auditProject, chooseTarget, readers, UsageError } from './audit-project.js';
export { type Catalogued, catalogue } from './catalogue.js';
export { defaultLimits, type Limits, loadProject, NotADirectoryError } from './disk/load-project.js';
