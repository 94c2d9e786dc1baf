/** Settings that name WhiteNoise, and packages that do not hold it. */
import { dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import { defineRule, minutes, web } from '../../rule.js';
import { confidenceInAbsence, declaredAs, declareRemedy, hasReadableManifest, mayBring } from '../deps/declared.js';
import { hasFinalValues } from '../settings/final-values.js';
import { whitenoiseUse } from './whitenoise.js';

export const whitenoiseNotInstalled = defineRule({
  id: 'static/whitenoise-not-installed',
  title: 'The settings name WhiteNoise, which is not declared',
  sound: 'WhiteNoise is declared',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(5),
  risk: 'Every request stops with ModuleNotFoundError: the site does not start.',
  references: [web('WhiteNoise', 'https://whitenoise.readthedocs.io/en/stable/')],
  since: '0.1.0',
  needs: { dependencies, settings },
  problems: {
    missing: '`{name}` is in the settings, and `whitenoise` is not declared.',
    development: '`{name}` is in the settings, and `whitenoise` is not among the packages of production.',
  },
  when: ({ dependencies, settings }) =>
    hasFinalValues(settings) && hasReadableManifest(dependencies) && whitenoiseUse(settings) !== undefined,
  *check({ dependencies, settings }, { problem }) {
    const use = whitenoiseUse(settings);
    const declared = declaredAs(dependencies, ['whitenoise']);
    if (!use || declared === 'runtime' || mayBring(dependencies, ['whitenoise'], ['django-heroku', 'django-on-heroku']))
      return;
    yield {
      ...problem(declared === 'no' ? 'missing' : 'development', use.setting, { name: use.name }),
      confidence: declared === 'no' ? confidenceInAbsence(dependencies) : 'firm',
      remedy: declareRemedy(dependencies, 'whitenoise', 'Declare it among the packages of production.'),
    };
  },
});
