/** Passwords with every request: Basic authentication as an API's default. */
import { settings } from '../../facts/settings.js';
import { holds, lookup, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const drfAuthenticationBasic = defineRule({
  id: 'api/drf-authentication-basic',
  title: 'The API takes passwords with every request',
  sound: 'The API does not take passwords with every request',
  category: 'api',
  severity: 'low',
  effort: minutes(30),
  risk: 'Passwords are stored in clients and sent all the time, and nothing slows down who tries one after the other.',
  references: [
    cwe(522),
    web(
      'Django REST framework: authentication',
      'https://www.django-rest-framework.org/api-guide/authentication/#basicauthentication',
    ),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { basic: '`DEFAULT_AUTHENTICATION_CLASSES` names `{name}`.' },
  when: ({ settings }) =>
    hasFinalValues(settings) && holds(settings.get('INSTALLED_APPS').value, 'rest_framework') === 'yes',
  *check({ settings }, { problem }) {
    const setting = settings.get('REST_FRAMEWORK');
    const names = stringsOf(lookup(setting.value, 'DEFAULT_AUTHENTICATION_CLASSES'));
    const name = names.find((one) => one === 'rest_framework.authentication.BasicAuthentication');
    if (name === undefined) return;
    yield {
      ...problem('basic', setting, { name }),
      // Fine inside a network where both sides prove themselves.
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      remedy: { summary: 'Take it out of the list; programs can use tokens.', path: setting.at.path },
    };
  },
});
