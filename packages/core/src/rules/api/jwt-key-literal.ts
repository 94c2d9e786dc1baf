/** The key that signs API tokens, spelt out in the settings, or no signature at all. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { spelledOut } from '../secrets/spelled-out.js';
import { hasFinalValues, isGiven } from '../settings/final-values.js';

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
  when: ({ settings }) =>
    hasFinalValues(settings) && settings.get('SIMPLE_JWT').origin === 'assigned' && !signsWithSecretKey(settings),
  *check({ project, settings }, { problem }) {
    const setting = settings.get('SIMPLE_JWT');
    if (/^none$/i.test(stringOf(lookup(setting.value, 'ALGORITHM')) ?? '')) {
      yield problem('unsigned', { ...setting, subject: `${setting.subject}:ALGORITHM` });
    }
    const key = stringOf(lookup(setting.value, 'SIGNING_KEY'));
    if (key === undefined || key === '') return;
    // A key that a given variable holds is known all the same, and is no literal.
    if (setting.reads.some((name) => isGiven(settings, name))) return;
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

/** The secret key used again, as Simple JWT does by default: the rules about the secret key tell of it. */
function signsWithSecretKey(settings: Settings): boolean {
  const jwt = settings.get('SIMPLE_JWT').value;
  if (jwt.kind !== 'dict' || /^none$/i.test(stringOf(lookup(jwt, 'ALGORITHM')) ?? '')) return false;
  const key = lookup(jwt, 'SIGNING_KEY');
  if (key === undefined) return !jwt.entries.some(([name]) => name.kind !== 'str');
  const text = stringOf(key);
  return text !== undefined && text === stringOf(settings.get('SECRET_KEY').value);
}
