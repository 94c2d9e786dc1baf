/** A user model of the project beside Django's own, where no setting says which of them is meant: the two get in each other's way. */
import { apps } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { holds } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { userModelClash, userModels } from './user-models.js';

export const userModelUnset = defineRule({
  id: 'auth/user-model-unset',
  title: "The project's user model is not the one that Django takes",
  sound: "The project's user model is the one that Django takes",
  category: 'deployment',
  severity: 'critical',
  effort: minutes(30),
  risk: "`migrate`, `makemigrations` and every other command that runs all checks stops: groups cannot tell this model's users from those of `auth.User` (`fields.E304`).",
  references: [docs('topics/auth/customizing', 'substituting-a-custom-user-model')],
  since: '0.1.0',
  needs: { apps, project, settings },
  problems: {
    unset: '`{model}` is made of `{base}` while `AUTH_USER_MODEL` is not set, so that `auth.User` is there as well.',
  },
  when: ({ apps, project, settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '1.7') &&
    holds(settings.get('INSTALLED_APPS').value, 'django.contrib.auth') === 'yes' &&
    userModels(project, apps).length > 0,
  *check({ apps, project, settings }, { problem }) {
    const installed = settings.get('INSTALLED_APPS');
    const first = userModelClash(project, settings, apps);
    if (!first) return;
    const model = `${first.app.label}.${first.model.name}`;
    yield {
      ...problem('unset', { at: first.model.at, subject: `user-model:${model}` }, { model, base: first.base }),
      confidence: confidenceIn(settings, installed),
      evidence: [{ at: installed.at, note: '`INSTALLED_APPS` names `django.contrib.auth`.' }],
      remedy: writeInSettings(
        settings,
        "Name it in the settings before the first migration is made. A database that has tables already does not change over by itself: Django's page says how.",
        `AUTH_USER_MODEL = '${model}'`,
      ),
    };
  },
});
