/** A rule of one's own: how long a cashier may stay signed in is this company's business, not golive's. */
import { defineRule, describeValue, integerOf, minutes, settings, web } from '@django-golive/core';

export const sessionTooLong = defineRule({
  id: 'house/session-too-long',
  title: 'Sessions outlive a shift',
  sound: 'Sessions end with the shift',
  category: 'security',
  severity: 'medium',
  effort: minutes(10),
  risk: 'Whoever comes to the till next sells in the name of the cashier before.',
  references: [web('House rule 7', 'https://handbook.shop.example/rules/7')],
  since: '1.0.0',
  needs: { settings },
  options: {
    hours: { type: 'integer', default: 12, minimum: 1, description: 'The length of the longest shift, in hours.' },
  },
  problems: { long: '`SESSION_COOKIE_AGE` is {age} seconds, more than a shift of {hours} hours.' },
  questions: { unknown: '`SESSION_COOKIE_AGE` is {value}. Is it {hours} hours at most?' },
  *check({ settings }, { problem, question, options }) {
    const age = settings.get('SESSION_COOKIE_AGE');
    const seconds = integerOf(age.value);
    const hours = String(options.hours);
    if (seconds === undefined) {
      yield question('unknown', age, { value: describeValue('SESSION_COOKIE_AGE', age.value), hours });
    } else if (seconds > options.hours * 3600) {
      yield {
        ...problem('long', age, { age: String(seconds), hours }),
        remedy: {
          summary: 'End the session with the shift.',
          code: `SESSION_COOKIE_AGE = ${hours} * 60 * 60`,
          language: 'python',
          path: age.at.path,
        },
      };
    }
  },
});
