/** collectstatic that would collect its own output. */
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { itemsOf, stringOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { shownPath, tidy } from '../structure/repository-path.js';
import { staticRootRemedy } from './static-root.js';
import { collects, directoriesIn } from './static-settings.js';

export const rootInStaticfilesDirs = defineRule({
  id: 'static/root-in-staticfiles-dirs',
  title: 'STATIC_ROOT is also a source of static files',
  sound: 'STATIC_ROOT is no source of static files',
  category: 'static-media',
  severity: 'critical',
  effort: minutes(10),
  risk: '`migrate`, `collectstatic` and every other command that runs these checks stops.',
  references: [django('staticfiles.E002'), docs('ref/settings', 'staticfiles-dirs')],
  since: '0.1.0',
  needs: { entryPoints, project, settings },
  problems: { same: '`STATIC_ROOT` is `{path}`, which `STATICFILES_DIRS` lists as well.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    collects(settings) === 'yes' &&
    itemsOf(settings.get('STATICFILES_DIRS').value).length > 0,
  *check({ entryPoints, project, settings }, { problem }) {
    const setting = settings.get('STATIC_ROOT');
    const root = stringOf(setting.value);
    if (root === undefined || root === '') return;
    const directories = settings.get('STATICFILES_DIRS');
    const same = directoriesIn(directories).some((directory) => tidy(directory) === tidy(root));
    if (!same) return;
    yield {
      ...problem('same', setting, { path: shownPath(root) }),
      confidence: confidenceIn(settings, setting, directories),
      evidence: [{ at: directories.at, note: '`STATICFILES_DIRS` is set here.' }],
      remedy: staticRootRemedy(project, settings, entryPoints, 'Collect into a directory of its own.'),
    };
  },
});
