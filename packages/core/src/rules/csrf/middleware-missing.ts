/** CSRF protection: whether forms of other sites are refused at all. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { urls } from '../../facts/urls.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { tokensOnly } from '../api/tokens-only.js';
import { atAssignment } from '../settings/assignment-of.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { signsNobodyIn } from '../settings/knows-visitors.js';
import { csrfMiddleware, knowsNobody, middlewareOf, runs } from '../settings/middleware.js';
import { standIn } from '../settings/stand-in.js';

export const middlewareMissing = defineRule({
  id: 'csrf/middleware-missing',
  title: 'Forms of other sites are accepted',
  sound: 'Forms of other sites are refused',
  category: 'security',
  severity: 'high',
  effort: minutes(15),
  risk: 'Any page on the web can post forms here in the name of a signed-in visitor.',
  references: [cwe(352), django('security.W003'), docs('ref/csrf')],
  since: '0.1.0',
  needs: { project, settings, urls },
  problems: { missing: '`{setting}` of `{module}` does not name `django.middleware.csrf.CsrfViewMiddleware`.' },
  questions: {
    unproven: '`{setting}` is not fully known. Does it name `django.middleware.csrf.CsrfViewMiddleware`?',
    'stand-in':
      '`{setting}` names `{entry}` in place of Django’s. Does it refuse forms of other sites as Django’s does?',
    'tokens-only':
      'No CsrfViewMiddleware runs. Is every request that changes something authenticated by a token, never by a cookie?',
  },
  when: ({ settings }) => hasFinalValues(settings),
  *check({ project, settings, urls }, { problem, question }) {
    const middleware = middlewareOf(settings);
    const runsIt = runs(settings, csrfMiddleware);
    const other = runsIt === 'yes' ? undefined : standIn(project, settings, csrfMiddleware);
    if (other) {
      if (!other.made) yield question('stand-in', middleware, { setting: middleware.name, entry: other.entry });
      return;
    }
    if (runsIt === 'maybe') yield question('unproven', middleware, { setting: middleware.name });
    if (runsIt !== 'no') return;
    // The admin looks at the tokens of its own forms, with the middleware and without.
    if (tokensOnly(settings) || knowsNobody(settings) || signsNobodyIn(project, settings, urls)) {
      yield question('tokens-only', middleware);
      return;
    }
    yield {
      ...problem('missing', atAssignment(project, middleware), { setting: middleware.name, module: settings.module }),
      confidence: confidenceIn(settings, middleware),
      remedy: {
        summary: 'Add CsrfViewMiddleware after SessionMiddleware and before views that rely on it.',
        code: `${middleware.name} = [\n    # … the entries there are now\n    'django.middleware.csrf.CsrfViewMiddleware',\n]`,
        language: 'python',
        path: middleware.at.path,
      },
    };
  },
});
