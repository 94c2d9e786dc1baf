/** Settings whose start cannot be foretold from the files. */
import { maskText } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';

export const unknown = defineRule({
  id: 'startup/unknown',
  title: 'Whether Django would start is not known',
  sound: 'Whether Django would start is known',
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'A start that nobody has tried can fail when it matters.',
  references: [docs('ref/django-admin', 'check')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {},
  questions: {
    start:
      'Whether `{module}` loads cannot be told: {why}. Does `manage.py check` pass with the variables of production?',
  },
  when: ({ settings }) => settings.path !== undefined && settings.startup.ok === null,
  *check({ project, settings }, { question }) {
    const { startup } = settings;
    if (startup.ok !== null) return;
    const at = startup.at ?? project.file(settings.path ?? '')?.at({ start: 0, end: 0 });
    if (at) {
      const why = maskText(startup.why).replace(/[.\s]+$/, '');
      yield question('start', { at, subject: settings.module }, { module: settings.module, why });
    }
  },
});
