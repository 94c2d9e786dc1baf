/** `@django-golive/python-deps`: what a Python project depends on, read from its manifests and lock files. */
export { type AdvisoryOrigin, type AdvisorySource, shippedAdvisories } from './advisories.js';
export { distributionsOf } from './import-names.js';
export { isSupported, type ReleaseLine, releaseLine, releaseLines, supportEnd, supportStatus } from './lifecycle.js';
export { evaluateMarker, type MarkerEnvironment } from './marker.js';
export { normalizeName } from './names.js';
export { advisoriesFromOsv, type OsvOrigin } from './osv.js';
export { dependenciesOf, readDependencies, readDependenciesWith } from './read-dependencies.js';
export { parseRequirement, type Requirement, type RequirementReading } from './requirement.js';
export { satisfies } from './specifier.js';
export { compareVersions } from './version.js';
