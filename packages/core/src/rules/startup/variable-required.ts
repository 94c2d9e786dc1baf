/** Settings that refuse to start without their variables: a strength, because a fallback fails silently. */
import { settings, settingsUnset } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { namesOf } from '../settings/final-values.js';

export const variableRequired = defineRule({
  id: 'startup/variable-required',
  title: 'Settings run on fallbacks when a variable is missing',
  sound: 'Settings stop when a required variable is missing',
  category: 'deployment',
  severity: 'info',
  effort: minutes(15),
  risk: 'A forgotten variable is noticed only when its fallback does harm.',
  references: [docs('howto/deployment/checklist')],
  since: '0.1.0',
  needs: { settings, settingsUnset },
  problems: {},
  strengths: { stops: 'Without {variables} the settings stop with `{type}` instead of running on fallbacks.' },
  when: ({ settings, settingsUnset }) =>
    settings.path !== undefined &&
    settings.startup.ok === true &&
    settingsUnset.startup.ok === false &&
    settings.environment.some((read) => read.required),
  *check({ settings, settingsUnset }, { strength }) {
    const { startup } = settingsUnset;
    if (startup.ok !== false) return;
    const required = settings.environment.filter((read) => read.required).map((read) => read.name);
    const shown = required.length > 3 ? `any of ${required.length} variables` : namesOf(required);
    const type = startup.error.type.slice(startup.error.type.lastIndexOf('.') + 1);
    yield strength('stops', { at: startup.error.at, trail: startup.error.trail }, { variables: shown, type });
  },
});
