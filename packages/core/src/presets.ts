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

/** The rules that say what a check of Django itself says, whether it is one of a deployment or runs at every command. */
export const djangoCheck: readonly Rule[] = all.filter((rule) => mirrored(rule).length > 0);

/**
 * The mirrors of the checks that Django registers for a deployment: what `manage.py check --deploy` prints that plain `check`
 * does not, and why it matters.
 */
export const djangoCheckDeploy: readonly Rule[] = djangoCheck.filter((rule) => mirrored(rule).some(isOfDeployment));

function mirrored({ references }: Rule): readonly string[] {
  return references.flatMap(({ kind, id }) => (kind === 'django-check' ? [id] : []));
}

/**
 * Of Django 3.2 to 6.1: all of `security` up to W025 but for the E1xx, which run always, and one each of async code, caches and mail.
 */
function isOfDeployment(check: string): boolean {
  return /^security\.[EW]0([01]\d|2[0-5])$/.test(check) || ['async.E001', 'caches.W002', 'mail.E001'].includes(check);
}

const stricter: Readonly<Partial<Record<Severity, Severity>>> = { low: 'medium', info: 'low' };

/** Every rule, with hardening and housekeeping taken as seriously as what usually harms. */
export const strict: RuleSet = all.map((rule) => {
  const severity = stricter[rule.severity];
  return severity === undefined ? rule : use(rule, { severity, why: 'The strict rule set weighs it so.' });
});
