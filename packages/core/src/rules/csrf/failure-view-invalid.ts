/** CSRF_FAILURE_VIEW: a page that is shown only when something goes wrong, and then fails itself. */
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isAssigned, stringOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { moduleFile } from '../settings/module-file.js';

export const failureViewInvalid = defineRule({
  id: 'csrf/failure-view-invalid',
  title: 'The page for refused forms cannot be found',
  sound: 'The page for refused forms exists',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: '`migrate` and every other command that runs all checks stops, and a visitor whose form is refused gets a server error.',
  references: [django('security.E101'), django('security.E102'), docs('ref/settings', 'csrf-failure-view')],
  since: '0.1.0',
  needs: { entryPoints, project, settings },
  problems: {
    module: '`CSRF_FAILURE_VIEW` is `{view}`, but the repository has no module `{module}`.',
    name: '`CSRF_FAILURE_VIEW` is `{view}`, but `{path}` defines no `{name}`.',
  },
  when: ({ settings }) => hasFinalValues(settings) && isAssigned(settings.get('CSRF_FAILURE_VIEW')),
  *check({ entryPoints, project, settings }, { problem }) {
    const setting = settings.get('CSRF_FAILURE_VIEW');
    const view = stringOf(setting.value);
    const dot = view?.lastIndexOf('.') ?? -1;
    if (view === undefined || dot <= 0) return;
    // Before 3.2 no check looks at it, and only the page itself fails.
    const sure = {
      confidence: confidenceIn(settings, setting),
      ...(atLeastSeries(settings.django, '3.2') ? {} : ({ severity: 'low' } as const)),
    };
    const [module, name] = [view.slice(0, dot), view.slice(dot + 1)];
    const found = moduleFile(project, entryPoints.production?.roots ?? [''], module);
    if (found === 'elsewhere') return;
    if (found === 'missing') {
      yield { ...problem('module', setting, { view, module }), ...sure };
      return;
    }
    const text = project.file(found.path)?.text ?? '';
    const defined = new RegExp(
      `^\\s*(async\\s+def|def|class)\\s+${name}\\b|^${name}\\b\\s*[:=]|\\bimport\\b[^#]*(\\b${name}\\b|\\*)|^\\s+${name}\\s*,?$`,
      'm',
    );
    if (/^\w+$/.test(name) && !defined.test(text)) {
      yield { ...problem('name', setting, { view, path: found.path, name }), ...sure };
    }
  },
});
