/** `django-golive`: audit a directory from a program, with golive's own readers and targets. */
export { auditLoaded, auditProject, chooseTarget, readers, UsageError, type AuditOptions } from './audit-project.js';
export { catalogue, type Catalogued } from './catalogue.js';
export { defaultLimits, loadProject, NotADirectoryError, type Limits } from './disk/load-project.js';
