/** Settings that stop with an exception: nothing else matters until they do not. */

import { maskText } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';

export const cannotStart = defineRule({
  id: 'startup/cannot-start',
  title: 'Django would not start with these settings',
  sound: 'Django would start with these settings',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(30),
  risk: 'Every process of the site stops at once, the web server included.',
  references: [docs('topics/settings')],
  since: '0.1.0',
  needs: { settings },
  problems: { raises: 'Loading `{module}` stops with `{type}`: {message}' },
  when: ({ settings }) => settings.path !== undefined && settings.startup.ok !== null,
  *check({ settings }, { problem }) {
    const { startup } = settings;
    if (startup.ok !== false) return;
    const { error } = startup;
    const type = error.type.slice(error.type.lastIndexOf('.') + 1);
    const about = { at: error.at, trail: error.trail, subject: `${settings.module}:${type}` };
    yield problem('raises', about, { module: settings.module, type, message: sentence(maskText(error.message)) });
  },
});

/** An exception's message as the end of a sentence; some are empty and some run over many lines. */
function sentence(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  const short = line.length > 240 ? `${line.slice(0, 239)}…` : line;
  return short === '' ? 'no message.' : /[.!?…]$/.test(short) ? short : `${short}.`;
}
