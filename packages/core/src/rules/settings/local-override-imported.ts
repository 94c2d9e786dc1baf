/** Settings that the server may hold in a file of its own, which the repository does not show. */
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { hasFinalValues, overridesOf } from './final-values.js';

export const localOverrideImported = defineRule({
  id: 'settings/local-override-imported',
  title: 'A file outside of the repository may change the settings',
  sound: 'All settings are in the repository or come from the environment',
  category: 'structure',
  severity: 'medium',
  effort: minutes(45),
  risk: 'What production runs with is written down nowhere, and a new server is set up by guessing.',
  references: [docs('topics/settings')],
  since: '0.1.0',
  needs: { settings },
  problems: {},
  questions: {
    absent: 'The settings read `{path}`, which is not in the repository. Is it on the server, and what does it set?',
  },
  // Without a file that they open in any case the settings stop: that it is there is a step of setting up a server.
  when: ({ settings }) => hasFinalValues(settings) && (!settings.wanted?.length || overridesOf(settings).length > 0),
  *check({ settings }, { question }) {
    for (const { path, at } of overridesOf(settings)) yield question('absent', { at, subject: path }, { path });
  },
});
