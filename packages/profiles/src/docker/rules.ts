/** The rules of the target Docker, and core's rules weighed differently there. */
import type { RuleSet } from '@django-golive/core';

/** In the order of a report. */
export const dockerRules: RuleSet = [];
