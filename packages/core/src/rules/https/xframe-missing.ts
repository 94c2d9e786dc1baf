/** Clickjacking: whether any part of the project says who may put its pages in a frame. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isAssigned } from '../../facts/value-reading.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { atAssignment } from '../settings/assignment-of.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { frameMiddleware, knowsNobody, middlewareOf, runs } from '../settings/middleware.js';
import { standIn } from '../settings/stand-in.js';
import { headerAtEdge } from './edge-header.js';

const policies = ['SECURE_CSP', 'CONTENT_SECURITY_POLICY', 'CSP_FRAME_ANCESTORS'];

export const xframeMissing = defineRule({
  id: 'https/xframe-missing',
  title: 'Nothing forbids other sites to frame these pages',
  sound: 'X-Frame-Options is sent with every page',
  category: 'security',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Another site can show these pages in a hidden frame and make a signed-in visitor click in them.',
  references: [cwe(1021), django('security.W002'), docs('ref/clickjacking')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    missing: '`{setting}` of `{module}` does not name `django.middleware.clickjacking.XFrameOptionsMiddleware`.',
  },
  questions: {
    unproven: '`{setting}` is not fully known. Does it name `django.middleware.clickjacking.XFrameOptionsMiddleware`?',
    'stand-in': '`{setting}` names `{entry}` in place of Django’s. Does it send X-Frame-Options as Django’s does?',
    nobody:
      'No XFrameOptionsMiddleware runs, nor any middleware of Django that knows who is signed in. Is there a page on which a click does something for the visitor?',
    policy: 'XFrameOptionsMiddleware does not run, but `{name}` is set. Does that policy have `frame-ancestors`?',
  },
  strengths: { 'at-edge': '`{path}` sets X-Frame-Options in front of Django.' },
  // The middleware is of Django 1.4.
  when: ({ settings }) => hasFinalValues(settings) && atLeastSeries(settings.django, '1.4'),
  *check({ project, settings }, { problem, question, strength }) {
    const middleware = middlewareOf(settings);
    const runsIt = runs(settings, frameMiddleware);
    const other = runsIt === 'yes' ? undefined : standIn(project, settings, frameMiddleware);
    if (other) {
      if (!other.made) yield question('stand-in', middleware, { setting: middleware.name, entry: other.entry });
      return;
    }
    if (runsIt === 'maybe') yield question('unproven', middleware, { setting: middleware.name });
    if (runsIt !== 'no') return;
    const edge = headerAtEdge(project, 'X-Frame-Options') ?? headerAtEdge(project, 'frame-ancestors');
    if (edge) {
      yield strength('at-edge', { at: edge.at }, { path: edge.at.path });
      return;
    }
    const policy = policies.map((name) => settings.get(name)).find((setting) => isAssigned(setting));
    if (policy) {
      yield question('policy', policy, { name: policy.name });
      return;
    }
    if (knowsNobody(settings)) {
      yield question('nobody', middleware);
      return;
    }
    yield {
      ...problem('missing', atAssignment(project, middleware), { setting: middleware.name, module: settings.module }),
      confidence: confidenceIn(settings, middleware),
      remedy: {
        summary: 'Add XFrameOptionsMiddleware to the middleware.',
        code: `${middleware.name} = [\n    # … the entries there are now\n    'django.middleware.clickjacking.XFrameOptionsMiddleware',\n]`,
        language: 'python',
        path: middleware.at.path,
      },
    };
  },
});
