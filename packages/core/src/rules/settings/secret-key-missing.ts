/** No SECRET_KEY at all: Django refuses the first thing it has to sign. */
import { describeValue } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { takeFromEnvironment } from './environment-style.js';
import { confidenceIn, hasFinalValues, namesOf, openVariables } from './final-values.js';
import { secretKeySource } from './secret-key-source.js';

const unsetRisk =
  'Where the variable is not given the key is `(None,)`, which everybody knows: sessions and password-reset links can be forged.';

export const secretKeyMissing = defineRule({
  id: 'settings/secret-key-missing',
  title: 'There is no secret key',
  sound: 'There is a secret key',
  category: 'security',
  severity: 'critical',
  effort: minutes(10),
  risk: 'Signing in, sessions and forms fail with `ImproperlyConfigured`.',
  references: [django('security.W009'), docs('ref/settings', 'secret-key')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    missing: '`SECRET_KEY` is {value} in `{module}`.',
    tuple: '`SECRET_KEY` is a tuple in `{module}`: a comma follows the value. Django signs with how Python writes it.',
  },
  questions: { variable: '`SECRET_KEY` is {value} where {variables} is not given. Is it given in production?' },
  // Where the empty key itself keeps Django from starting, that is said once, under startup.
  when: ({ settings }) => hasFinalValues(settings) && settings.startup.ok !== false,
  *check(facts, { problem, question }) {
    const { project, settings } = facts;
    const setting = settings.get('SECRET_KEY');
    if (setting.value.kind === 'tuple' || setting.value.kind === 'list') {
      yield {
        ...problem('tuple', setting, { module: settings.module }),
        ...(setting.reads.length === 0 ? {} : { risk: unsetRisk }),
        remedy: takeFromEnvironment(facts, {
          setting: 'SECRET_KEY',
          ...(setting.reads.length === 1 && setting.reads[0] !== undefined ? { variable: setting.reads[0] } : {}),
          wanted: 'text',
          summary: 'Take the comma away, so that the key is a text.',
        }),
      };
      return;
    }
    if (secretKeySource(project, settings, setting).kind !== 'empty') return;
    const value = setting.origin === 'absent' ? 'not set' : describeValue('SECRET_KEY', setting.value);
    const open = openVariables(settings, setting);
    if (open.length > 0) {
      yield question('variable', setting, { value, variables: namesOf(open) });
      return;
    }
    yield {
      ...problem('missing', setting, { value, module: settings.module }),
      confidence: confidenceIn(settings, setting),
      remedy: takeFromEnvironment(facts, {
        setting: 'SECRET_KEY',
        wanted: 'text',
        summary: 'Make a key and read it from the environment.',
      }),
    };
  },
});
