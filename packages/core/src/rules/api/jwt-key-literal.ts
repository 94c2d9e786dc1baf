/** The key that signs API tokens, spelt out in the settings, or no signature at all. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { spelledOut } from '../secrets/spelled-out.js';
import { hasFinalValues, openVariables } from '../settings/final-values.js';

export const jwtKeyLiteral = defineRule({
  id: 'api/jwt-key-literal',
  title: 'The key that signs API tokens is in the repository',
  sound: 'The key that signs API tokens is not in the repository',
  category: 'api',
  severity: 'critical',
  effort: minutes(30),
  risk: 'Whoever can read the repository can make tokens for any account.',
  references: [
    cwe(321),
    web('Simple JWT: settings', 'https://django-rest-framework-simplejwt.readthedocs.io/en/latest/settings.html'),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    literal: "`SIMPLE_JWT['SIGNING_KEY']` is spelt out in `{path}`.",
    unsigned: "`SIMPLE_JWT['ALGORITHM']` is `none`: tokens are not signed.",
  },
  when: ({ settings }) => hasFinalValues(settings) && settings.get('SIMPLE_JWT').origin === 'assigned',
  *check({ project, settings }, { problem }) {
    const setting = settings.get('SIMPLE_JWT');
    if (/^none$/i.test(stringOf(lookup(setting.value, 'ALGORITHM')) ?? '')) {
      yield problem('unsigned', { ...setting, subject: `${setting.subject}:ALGORITHM` });
    }
    const key = stringOf(lookup(setting.value, 'SIGNING_KEY'));
    // The secret key used again is told of by the rules about the secret key.
    if (key === undefined || key === '' || key === stringOf(settings.get('SECRET_KEY').value)) return;
    // A key that a given variable holds is known all the same, and is no literal.
    if (setting.reads.length > 0 && openVariables(settings, setting).length < setting.reads.length) return;
    const found = spelledOut(project, settings.files, key);
    if (!found?.inRepository) return;
    yield {
      ...problem(
        'literal',
        { ...setting, at: found.at, subject: `${setting.subject}:SIGNING_KEY` },
        { path: found.at.path },
      ),
      confidence: 'firm',
      remedy: {
        summary: 'Make a new key and read it from the environment; tokens made with the old one stop working.',
        path: found.at.path,
      },
    };
  },
});
