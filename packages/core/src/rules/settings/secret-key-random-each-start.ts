/** A SECRET_KEY made anew at every start: each worker signs with its own. */

import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Setting, settings, settingsUnset } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues, isGiven, namesOf, openVariables } from './final-values.js';
import { ownVariables } from './own-variables.js';

const random = /\b(get_random_secret_key|token_(urlsafe|hex|bytes)|urandom|uuid4|get_random_string|random\.\w+)\s*\(/;

export const secretKeyRandomEachStart = defineRule({
  id: 'settings/secret-key-random-each-start',
  title: 'The secret key changes at every start',
  sound: 'The secret key stays the same',
  category: 'security',
  severity: 'medium',
  effort: minutes(10),
  risk: "Every restart signs everybody out, and processes that do not share a start refuse each other's sessions.",
  references: [docs('ref/settings', 'secret-key')],
  since: '0.1.0',
  needs: { project, settings, settingsUnset },
  problems: {
    random: '`SECRET_KEY` is made at random when `{module}` is loaded.',
    fallback: '`SECRET_KEY` is made at random when `{module}` is loaded and {variables} is not given.',
  },
  when: ({ settings }) => hasFinalValues(settings) && truthOf(settings.get('SECRET_KEY').value) !== 'no',
  *check({ project, settings, settingsUnset }, { problem }) {
    const setting = settings.get('SECRET_KEY');
    const own = ownVariables(project, settings, setting);
    const open = openVariables(settings, setting).filter((name) => own.includes(name));
    if (isRandom(project, setting)) {
      if (own.length > 0 && open.length === 0) return;
      const said =
        open.length > 0
          ? problem('fallback', setting, { module: settings.module, variables: namesOf(open) })
          : problem('random', setting, { module: settings.module });
      yield { ...said, confidence: 'firm' };
      return;
    }
    // Another branch may make one where the variable is not there.
    const beneath = settingsUnset.get('SECRET_KEY');
    if (open.length === 0 || settingsUnset.startup.ok === false || !isRandom(project, beneath)) return;
    // A switch that production has otherwise, such as that of `DEBUG`, may be what leads there.
    if (beneath.reads.some((name) => !own.includes(name) && isGiven(settings, name))) return;
    yield {
      ...problem('fallback', beneath, { module: settings.module, variables: namesOf(open) }),
      confidence: 'firm',
    };
  },
});

/** Whether the statement that sets the key draws it at random. */
function isRandom(project: Project, { value, current, at }: Setting): boolean {
  if (value.kind !== 'unknown') return false;
  const statement = project.file(at.path)?.text.slice(at.span.start, at.span.end) ?? '';
  return random.test(current) || random.test(statement);
}
