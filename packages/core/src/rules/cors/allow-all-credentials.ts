/** Every site may act and read as the visitor: the session goes along. */
import { describeValue, truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues, unlessGiven } from '../settings/final-values.js';
import { allowAllOrigins, corsRuns, sessionGoesAlong } from './cors-settings.js';

export const allowAllCredentials = defineRule({
  id: 'cors/allow-all-credentials',
  title: 'Every site may read this one as its visitor',
  sound: 'No site but named ones gets answers made for a signed-in visitor',
  category: 'security',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Any page a signed-in visitor opens can read and change what that visitor may.',
  references: [
    cwe(942),
    web(
      'django-cors-headers: CORS_ALLOW_CREDENTIALS',
      'https://github.com/adamchainz/django-cors-headers#cors_allow_credentials-bool',
    ),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { all: '`{name}` and `CORS_ALLOW_CREDENTIALS` are both on in `{module}`.' },
  questions: {
    unproven: '`{name}` is {value} and `CORS_ALLOW_CREDENTIALS` is {credentials}. Are both on in production?',
    fallback: '`{name}` and `CORS_ALLOW_CREDENTIALS` are both on in `{module}`{unless}. Does production give it?',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    corsRuns(settings) === 'yes' &&
    sessionGoesAlong(settings) !== 'no' &&
    truthOf(settings.get('CORS_ALLOW_CREDENTIALS').value) !== 'no',
  *check({ settings }, { problem, question }) {
    const setting = allowAllOrigins(settings);
    const credentials = settings.get('CORS_ALLOW_CREDENTIALS');
    const truths = [truthOf(setting.value), truthOf(credentials.value), sessionGoesAlong(settings)];
    if (truths.includes('no')) return;
    if (truths.includes('maybe')) {
      yield question('unproven', credentials, {
        name: setting.name,
        value: describeValue(setting.name, setting.value),
        credentials: describeValue(credentials.name, credentials.value),
      });
      return;
    }
    const unless = unlessGiven(settings, setting, credentials);
    if (unless !== '') {
      yield question('fallback', setting, { name: setting.name, module: settings.module, unless });
      return;
    }
    yield {
      ...problem('all', setting, { name: setting.name, module: settings.module }),
      confidence: confidenceIn(settings, setting, credentials),
      evidence: credentials.trail,
      remedy: writeInSettings(
        settings,
        'Name the origins that may use the session.',
        `${setting.name} = False\nCORS_ALLOWED_ORIGINS = [\n    'https://app.example.com',\n]`,
      ),
    };
  },
});
