/** Comments that accept findings must say why, and go when they accept nothing; the verdicts come from settling. */
import { defineRule, minutes } from '../../rule.js';

export const suppressionComment = defineRule({
  id: 'golive/suppression-comment',
  title: 'A golive comment accepts nothing or gives no reason',
  sound: 'Every accepted finding has a reason that still holds',
  category: 'structure',
  severity: 'low',
  effort: minutes(5),
  risk: 'A comment that nobody can judge any more hides the next real problem on its line.',
  references: [],
  since: '0.1.0',
  needs: {},
  problems: {
    unused: 'This comment ignores {rules}, but nothing on its lines breaks that rule.',
    expired: 'This comment ignored {rules} until {until}; that day has passed.',
    'no-reason': 'This comment ignores {rules} without a reason.',
    'no-rules': 'This comment names no rule: write `golive: ignore[rule] reason`.',
  },
  check: () => [],
});
