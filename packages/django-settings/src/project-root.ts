/** The root that evaluations are given: core's, so that rules and targets read the same paths. */
export { projectRoot, withoutRoot } from '@django-golive/core';
