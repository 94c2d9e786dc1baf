/** The rules of the target Apache on Ubuntu, and core's rules weighed differently there. */
import type { RuleSet } from '@django-golive/core';

/** In the order of a report. */
export const apacheRules: RuleSet = [];
