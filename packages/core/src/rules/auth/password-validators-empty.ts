/** Passwords nobody looks at: "1" is one. */
import { describeValue, truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { firstLine, isWritten, type Sources, siteCode, sources } from '../../facts/sources.js';
import { type Urls, urls } from '../../facts/urls.js';
import { holds, itemsOf, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { runs } from '../settings/middleware.js';

/** Code that looks at a password by itself: its length, or a form's or serializer's method for the field. */
const ownCheck = /\blen\([\w.[\]'"]*passw(or)?d\w*['"\])]*\)?\s*[<>]|def (clean|validate)_(new_)?password\d?\b/;

/** Backends whose passwords, where there are any, lie with somebody else. */
const singleSignOn =
  /oidc|openid|saml|sso(?![a-z])|(^|[._])(django_)?cas(_ng)?\.|CASBackend|ldap|remote_?user|keycloak|okta|auth0|azure/i;

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
  needs: { project, settings, sources, urls },
  problems: { none: '`AUTH_PASSWORD_VALIDATORS` is {value} in `{module}`.' },
  questions: {
    elsewhere:
      '`AUTH_PASSWORD_VALIDATORS` is {value}, and `{backend}` knows people from elsewhere. Does anybody have a password here?',
    unproven: '`AUTH_PASSWORD_VALIDATORS` is {value}. Does it hold validators in production?',
    own: '`AUTH_PASSWORD_VALIDATORS` is {value}, and `{path}` looks at passwords by itself. Does everything that sets one?',
  },
  // Where no page and no code takes a password, an account's is nothing to anybody.
  when: ({ project, settings, sources, urls }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '1.9') &&
    holds(settings.get('INSTALLED_APPS').value, 'django.contrib.auth') === 'yes' &&
    takesPasswords(project, settings, sources, urls),
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
    const backend = itemsOf(settings.get('AUTHENTICATION_BACKENDS').value)
      .map(stringOf)
      .find((one) => one !== undefined && singleSignOn.test(one));
    if (backend !== undefined) {
      yield question('elsewhere', setting, { value, backend });
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

/** Code that knows accounts with a password: Django's forms and functions for them, or a field of that name. */
const password =
  /[Pp]assw|[Ll]ogin|log_in\b|[Ss]ign_?[Uu]p|\b(create_user|create_superuser|authenticate|UserCreationForm|BaseUserCreationForm|ObtainAuthToken|obtain_auth_token|TokenObtain\w*)\b/;

/** Whether a page or the project's code takes or sets a password, as far as all of them are known. */
function takesPasswords(project: Project, settings: Settings, sources: Sources, urls: Urls): boolean {
  // What could not be read may be a login, where anything makes one possible.
  const kept = runs(settings, 'django.contrib.auth.middleware.AuthenticationMiddleware') !== 'no';
  if (!urls.complete && (urls.path === undefined || kept)) return true;
  const byPackage = urls.routes.some(
    ({ includes, view }) =>
      includes !== undefined ||
      (view?.kind === 'package' && /auth|account|user|token|regist|passw|jwt|^django\.contrib\./i.test(view.name)),
  );
  return byPackage || isWritten(project, siteCode(sources, settings), password);
}
