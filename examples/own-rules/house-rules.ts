/** A rule set of one's own: golive's rules come first, and the last word on a rule wins. */
import { off, type Rule, type RuleSet, use } from '@django-golive/core';
import { catalogue } from 'django-golive';
import { sessionTooLong } from './session-too-long.js';

/** One of golive's own rules by its id, so that a misspelt one is noticed at once. */
function golive(id: string): Rule {
  const found = catalogue().find(({ rule }) => rule.id === id);
  if (!found) throw new Error(`golive has no rule "${id}".`);
  return found.rule;
}

/** What this company adds to golive's rules. */
export const houseRules: RuleSet = [
  use(sessionTooLong, { options: { hours: 8 } }),
  use(golive('settings/debug-default-true'), { severity: 'critical' }),
  off(
    golive('docker/database-port-published'),
    'The firewall in front of our hosts lets 443 through and nothing else.',
  ),
];
