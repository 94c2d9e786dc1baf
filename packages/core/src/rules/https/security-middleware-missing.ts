/** SecurityMiddleware: without it no SECURE_* setting does anything. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf, runs, secureMiddleware, securityMiddleware } from '../settings/middleware.js';
import { standIn } from '../settings/stand-in.js';
import { headerAtEdge } from './edge-header.js';

export const securityMiddlewareMissing = defineRule({
  id: 'https/security-middleware-missing',
  title: "Django's SecurityMiddleware does not run",
  sound: 'SecurityMiddleware runs, so the SECURE_* settings take effect',
  category: 'security',
  severity: 'high',
  effort: minutes(5),
  risk: 'HSTS, the redirect to HTTPS and the other SECURE_* settings do nothing, whatever they say.',
  references: [cwe(693), django('security.W001'), docs('ref/middleware', 'security-middleware')],
  since: '0.1.0',
  needs: { project, settings },
  problems: { missing: '`{setting}` of `{module}` does not name `django.middleware.security.SecurityMiddleware`.' },
  questions: {
    unproven: '`{setting}` is not fully known. Does it name `django.middleware.security.SecurityMiddleware`?',
    'stand-in':
      '`{setting}` names `{entry}` in place of Django’s. Does it follow the `SECURE_*` settings as Django’s does?',
    'at-edge':
      'SecurityMiddleware does not run, but `{path}` sets such headers. Does the server set all that the site needs?',
  },
  // Django has it, and the SECURE_* settings, since 1.8.
  when: ({ settings }) => hasFinalValues(settings) && atLeastSeries(settings.django, '1.8'),
  *check({ project, settings }, { problem, question }) {
    const middleware = middlewareOf(settings);
    const runsIt = runs(settings, securityMiddleware);
    if (runs(settings, secureMiddleware) === 'yes') return;
    const other = runsIt === 'yes' ? undefined : standIn(project, settings, securityMiddleware);
    if (other) {
      if (!other.made) yield question('stand-in', middleware, { setting: middleware.name, entry: other.entry });
      return;
    }
    if (runsIt === 'maybe') yield question('unproven', middleware, { setting: middleware.name });
    if (runsIt !== 'no') return;
    const edge = headerAtEdge(project, 'Strict-Transport-Security');
    if (edge) {
      yield { ...question('at-edge', middleware, { path: edge.at.path }), evidence: [edge] };
      return;
    }
    yield {
      ...problem('missing', middleware, { setting: middleware.name, module: settings.module }),
      confidence: confidenceIn(settings, middleware),
      remedy: {
        summary: 'Put SecurityMiddleware first in the middleware.',
        code: `${middleware.name} = [\n    'django.middleware.security.SecurityMiddleware',\n    # … the entries there are now\n]`,
        language: 'python',
        path: middleware.at.path,
      },
    };
  },
});
