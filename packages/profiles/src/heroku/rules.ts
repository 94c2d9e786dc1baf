/** What Heroku demands beside the rules that hold everywhere. */
import type { RuleSet } from '@django-golive/core';

/** Heroku's rules. */
export const herokuRules: RuleSet = [];
