/** SECRET_KEY_FALLBACKS: an old key that still opens the door must be as good as the new one. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { itemsOf, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { spelledOut } from '../secrets/spelled-out.js';
import { atLeastSeries } from './django-series.js';
import { confidenceIn, hasFinalValues } from './final-values.js';
import { weaknessOf } from './secret-key-source.js';

export const secretKeyFallbacksWeak = defineRule({
  id: 'settings/secret-key-fallbacks-weak',
  title: 'An old secret key that others may know still signs',
  sound: 'Old secret keys are as good as the new one',
  category: 'security',
  severity: 'medium',
  effort: minutes(10),
  risk: 'Whoever knows or guesses the old key can still make sessions and password-reset links that pass.',
  references: [cwe(326), django('security.W025'), docs('ref/settings', 'secret-key-fallbacks')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    weak: '`SECRET_KEY_FALLBACKS[{index}]` is weak: {weakness}.',
    literal: '`SECRET_KEY_FALLBACKS[{index}]` is spelt out in `{path}`.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '4.1') &&
    itemsOf(settings.get('SECRET_KEY_FALLBACKS').value).length > 0,
  *check({ project, settings }, { problem }) {
    const setting = settings.get('SECRET_KEY_FALLBACKS');
    for (const [position, item] of itemsOf(setting.value).entries()) {
      const key = stringOf(item);
      if (key === undefined) continue;
      const index = String(position);
      const about = { ...setting, subject: `${setting.subject}:${index}` };
      const weakness = weaknessOf(key);
      const found = spelledOut(project, settings.files, key);
      const confidence = confidenceIn(settings, setting);
      if (weakness !== undefined) yield { ...problem('weak', about, { index, weakness }), confidence };
      else if (found?.inRepository) yield { ...problem('literal', about, { index, path: found.at.path }), confidence };
    }
  },
});
