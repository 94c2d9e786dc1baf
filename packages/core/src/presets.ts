/** Rule sets by purpose, all made of the same rules. Compose them like any array: `[...security, ...ownRules]`. */
import { recommended } from './recommended.js';
import type { Rule, Severity } from './rule.js';
import { type RuleSet, use } from './rule-set.js';

/** Every rule of core. Targets bring their own: `[...all, ...profile.rules]`. */
export const all: readonly Rule[] = recommended;

/** What lets a stranger in or gives something away. */
export const security: readonly Rule[] = all.filter(
  ({ category }) => category === 'security' || category === 'secrets',
);

/** The rules that say what a check of Django itself says: what `manage.py check --deploy` would print, and why. */
export const djangoCheckDeploy: readonly Rule[] = all.filter(({ references }) =>
  references.some(({ kind }) => kind === 'django-check'),
);

const stricter: Readonly<Partial<Record<Severity, Severity>>> = { low: 'medium', info: 'low' };

/** Every rule, with hardening and housekeeping taken as seriously as what usually harms. */
export const strict: RuleSet = all.map((rule) => {
  const severity = stricter[rule.severity];
  return severity === undefined ? rule : use(rule, { severity, why: 'The strict rule set weighs it so.' });
});
