/** DEBUG that is on unless somebody remembers to switch it off. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings, settingsUnset } from '../../facts/settings.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { takeFromEnvironment } from './environment-style.js';
import { hasFinalValues, namesOf } from './final-values.js';

export const debugDefaultTrue = defineRule({
  id: 'settings/debug-default-true',
  title: 'Debug mode is on unless a variable switches it off',
  sound: 'Debug mode is off when nothing is set',
  category: 'security',
  severity: 'high',
  effort: minutes(5),
  risk: 'One forgotten variable on one server, and every error page shows settings, source and local variables.',
  references: [cwe(1188), cwe(489), docs('howto/deployment/checklist', 'debug')],
  since: '0.1.0',
  needs: { project, settings, settingsUnset },
  problems: { fallback: '`DEBUG` is true in `{module}` when {variables} is not set.' },
  strengths: { off: '`DEBUG` is false when nothing is set.' },
  // A DEBUG that is on, or may be, in production is told by the rules about that.
  when: ({ settings }) =>
    hasFinalValues(settings) && settings.get('DEBUG').reads.length > 0 && truthOf(settings.get('DEBUG').value) === 'no',
  *check(facts, { problem, strength }) {
    const { settings, settingsUnset } = facts;
    const debug = settings.get('DEBUG');
    const unset = settingsUnset.get('DEBUG');
    if (settingsUnset.startup.ok === false && settingsUnset.startup.complete !== true) return;
    const on = truthOf(unset.value);
    if (on === 'no') yield strength('off', debug);
    // A file of the deployment that sets the variable leaves nobody to forget it.
    const loose = debug.reads.filter(
      (name) => settings.environment.find((read) => read.name === name)?.given?.at === undefined,
    );
    const [variable] = loose;
    if (on !== 'yes' || variable === undefined) return;
    yield {
      ...problem(
        'fallback',
        { ...unset, subject: `${unset.subject}:unset` },
        { module: settings.module, variables: namesOf(loose) },
      ),
      remedy: takeFromEnvironment(facts, {
        setting: 'DEBUG',
        ...(/debug/i.test(variable) ? { variable } : {}),
        wanted: 'boolean',
        summary: 'Let the fallback be false; set the variable on development machines.',
      }),
    };
  },
});
