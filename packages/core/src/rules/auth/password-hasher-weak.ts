/** Passwords stored so that a stolen table gives them away. */
import { settings } from '../../facts/settings.js';
import { isAssigned, itemsOf, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

const weak = /(^|\.)(Unsalted)?(MD5|SHA1)PasswordHasher$|\.CryptPasswordHasher$/;

export const passwordHasherWeak = defineRule({
  id: 'auth/password-hasher-weak',
  title: 'Passwords are stored with a broken hash',
  sound: 'Passwords are stored with a slow hash',
  category: 'security',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Whoever gets a copy of the user table can work out most passwords within hours.',
  references: [cwe(916), docs('topics/auth/passwords', 'how-django-stores-passwords')],
  since: '0.1.0',
  needs: { settings },
  problems: { weak: 'The first of `PASSWORD_HASHERS`, which new passwords are stored with, is `{hasher}`.' },
  questions: { unproven: "The first of `PASSWORD_HASHERS` is not known. Is it one of Django's slow ones?" },
  when: ({ settings }) => hasFinalValues(settings) && isAssigned(settings.get('PASSWORD_HASHERS')),
  *check({ settings }, { problem, question }) {
    const setting = settings.get('PASSWORD_HASHERS');
    const [first] = itemsOf(setting.value);
    const hasher = stringOf(first);
    if (hasher === undefined) {
      yield question('unproven', setting);
    } else if (weak.test(hasher)) {
      yield {
        ...problem('weak', setting, { hasher }),
        confidence: confidenceIn(settings, setting),
        remedy: writeInSettings(
          settings,
          'Put a slow hasher first and keep the old one behind it, so that passwords are renewed as people sign in.',
          `PASSWORD_HASHERS = [\n    'django.contrib.auth.hashers.PBKDF2PasswordHasher',\n    '${hasher}',\n]`,
        ),
      };
    }
  },
});
