/** A directory of static files that the repository does not hold, where Django takes that for an error. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isAssigned } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { directoryRemedy, missingDirectories, namesDirectories, outsideDirectories } from './missing-directories.js';
import { collects } from './static-settings.js';

export const collectstaticStops = defineRule({
  id: 'static/collectstatic-stops',
  title: 'collectstatic stops at a directory that is not in the repository',
  sound: 'collectstatic finds the directories it collects from',
  category: 'static-media',
  severity: 'high',
  effort: minutes(5),
  risk: 'Where the code is checked out anew, collectstatic stops, so no server gets the styles and scripts, those of the admin included.',
  references: [docs('ref/settings', 'staticfiles-dirs')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    absent:
      '`STATICFILES_DIRS` names `{path}`, which the repository does not hold: `collectstatic` stops with FileNotFoundError.',
  },
  questions: {
    outside:
      '`STATICFILES_DIRS` names `{path}`, outside of the repository. Is it on the server? Where it is not, `collectstatic` stops.',
  },
  when: ({ project, settings }) =>
    hasFinalValues(settings) &&
    collects(settings) === 'yes' &&
    // Later it goes on, and `static/dir-missing` tells what is not collected.
    !atLeastSeries(settings.django, '4.0') &&
    isAssigned(settings.get('STATICFILES_DIRS')) &&
    (namesDirectories(project, settings.get('STATICFILES_DIRS')) ||
      outsideDirectories(project, settings.get('STATICFILES_DIRS')).length > 0),
  *check({ project, settings }, { problem, question }) {
    const setting = settings.get('STATICFILES_DIRS');
    for (const path of missingDirectories(project, setting)) {
      yield {
        ...problem('absent', { ...setting, subject: `${setting.subject}:${path}` }, { path }),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
        remedy: directoryRemedy(path),
      };
    }
    for (const path of outsideDirectories(project, setting)) yield question('outside', setting, { path });
  },
});
