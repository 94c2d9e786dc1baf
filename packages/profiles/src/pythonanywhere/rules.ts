/** What PythonAnywhere demands beside the rules that hold everywhere. */
import type { RuleSet } from '@django-golive/core';

/** PythonAnywhere's rules. */
export const pythonanywhereRules: RuleSet = [];
