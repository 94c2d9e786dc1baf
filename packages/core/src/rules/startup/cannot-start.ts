/** Settings that stop with an exception: nothing else matters until they do not. */

import { maskText } from '../../describe.js';
import { settings, settingsUnset } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { namesOf } from '../settings/final-values.js';

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
  needs: { settings, settingsUnset },
  problems: { raises: 'Loading `{module}` stops with `{type}`: {message}' },
  strengths: { 'fails-safe': 'Without {variables} the settings stop with `{type}` instead of running on fallbacks.' },
  when: ({ settings }) => settings.path !== undefined && settings.startup.ok !== null,
  *check({ settings, settingsUnset }, { problem, strength }) {
    const { startup } = settings;
    if (startup.ok === false) {
      const { error } = startup;
      const type = className(error.type);
      const about = { at: error.at, trail: error.trail, subject: `${settings.module}:${type}` };
      yield problem('raises', about, { module: settings.module, type, message: sentence(maskText(error.message)) });
      return;
    }
    const required = settings.environment.filter((read) => read.required).map((read) => read.name);
    if (required.length === 0 || settingsUnset.startup.ok !== false) return;
    const { error } = settingsUnset.startup;
    const variables = required.length > 3 ? `any of ${required.length} variables` : namesOf(required);
    yield strength('fails-safe', { at: error.at, trail: error.trail }, { variables, type: className(error.type) });
  },
});

const className = (type: string): string => type.slice(type.lastIndexOf('.') + 1);

/** An exception's message as the end of a sentence; some are empty and some run over many lines. */
function sentence(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  const short = line.length > 240 ? `${line.slice(0, 239)}…` : line;
  return short === '' ? 'no message.' : /[.!?…]$/.test(short) ? short : `${short}.`;
}
