/** WebSocket consumers that let everybody in. */
import { consumers } from '../../facts/consumers.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { listed } from '../listed.js';
import { hasFinalValues } from '../settings/final-values.js';

export const consumerOpen = defineRule({
  id: 'asgi/consumer-open',
  title: 'WebSocket consumers ask nobody who is calling',
  sound: 'WebSocket consumers look at who is calling',
  category: 'security',
  severity: 'medium',
  effort: minutes(30),
  risk: 'Whoever finds the address listens to what is sent there, and sends messages of their own.',
  references: [
    cwe(306),
    web('Channels: Authentication', 'https://channels.readthedocs.io/en/stable/topics/authentication.html'),
  ],
  since: '0.1.0',
  needs: { consumers, settings },
  problems: {},
  questions: {
    open: 'Nothing asks who is calling at {names}: whoever opens the WebSocket is let in. Is that meant so?',
  },
  // Code that looks at the caller may do nothing with it, so that none is cleared.
  when: ({ consumers, settings }) => hasFinalValues(settings) && consumers.some(({ asks }) => !asks),
  *check({ consumers }, { question }) {
    const open = consumers.filter(({ asks }) => !asks);
    const [first, ...others] = open;
    if (!first) return;
    // One answer settles it for all of them.
    const trail = [
      { at: first.routedAt, note: 'This pattern leads to it.' },
      ...others.slice(0, 9).map(({ at, name }) => ({ at, note: `Nothing asks at \`${name}\` either.` })),
    ];
    yield question(
      'open',
      { at: first.at, trail, subject: 'consumers' },
      { names: listed(open.map(({ name }) => name)) },
    );
  },
});
