/** Passwords nobody looks at: "1" is one. */
import { describeValue, truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { firstLine, siteCode, sources } from '../../facts/sources.js';
import { holds } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

/** Code that looks at a password by itself: its length, or a form's or serializer's method for the field. */
const ownCheck = /\blen\([\w.[\]'"]*passw(or)?d\w*['"\])]*\)?\s*[<>]|def (clean|validate)_(new_)?password\d?\b/;

export const passwordValidatorsEmpty = defineRule({
  id: 'auth/password-validators-empty',
  title: 'Any password is accepted',
  sound: 'Passwords are checked before they are accepted',
  category: 'security',
  severity: 'medium',
  effort: minutes(10),
  risk: 'Accounts with passwords such as "1" or the user\'s own name are guessed.',
  references: [cwe(521), docs('topics/auth/passwords', 'password-validation')],
  since: '0.1.0',
  needs: { project, settings, sources },
  problems: { none: '`AUTH_PASSWORD_VALIDATORS` is {value} in `{module}`.' },
  questions: {
    unproven: '`AUTH_PASSWORD_VALIDATORS` is {value}. Does it hold validators in production?',
    own: '`AUTH_PASSWORD_VALIDATORS` is {value}, and `{path}` looks at passwords by itself. Does everything that sets one?',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '1.9') &&
    holds(settings.get('INSTALLED_APPS').value, 'django.contrib.auth') === 'yes',
  *check({ project, settings, sources }, { problem, question }) {
    const setting = settings.get('AUTH_PASSWORD_VALIDATORS');
    const value = describeValue(setting.name, setting.value);
    const any = truthOf(setting.value);
    if (any === 'maybe') yield question('unproven', setting, { value });
    if (any !== 'no') return;
    const own = firstLine(project, siteCode(sources, settings), ownCheck);
    if (own) {
      yield {
        ...question('own', setting, { value, path: own.path }),
        evidence: [{ at: own, note: 'A password is looked at here.' }],
      };
      return;
    }
    const validators = ['UserAttributeSimilarity', 'MinimumLength', 'CommonPassword', 'NumericPassword'].map(
      (name) => `    {'NAME': 'django.contrib.auth.password_validation.${name}Validator'},`,
    );
    yield {
      ...problem('none', setting, { value, module: settings.module }),
      // Accounts may come from elsewhere altogether.
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      remedy: writeInSettings(
        settings,
        `Use the validators that startproject writes.${
          holds(settings.get('INSTALLED_APPS').value, 'rest_framework') === 'yes'
            ? ' A view or serializer that takes passwords has to call `validate_password` itself.'
            : ''
        }`,
        `AUTH_PASSWORD_VALIDATORS = [\n${validators.join('\n')}\n]`,
      ),
    };
  },
});
