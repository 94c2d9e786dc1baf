/** Views of Django REST framework that are open to everybody because nothing says otherwise. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { holds, isKnown, itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { modulesIn } from '../structure/modules.js';
import { openViews } from './open-views.js';

export const drfPermissionOpen = defineRule({
  id: 'api/drf-permission-open',
  title: 'Views of the API are open to everybody',
  sound: 'Views of the API ask who is calling',
  category: 'api',
  severity: 'high',
  effort: minutes(45),
  risk: 'Anyone can read and change what these views offer, without an account.',
  references: [
    cwe(862),
    web('Django REST framework: permissions', 'https://www.django-rest-framework.org/api-guide/permissions/'),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    unset: '`REST_FRAMEWORK` sets no `DEFAULT_PERMISSION_CLASSES`, so {views} have none: everybody may call them.',
    open: '`DEFAULT_PERMISSION_CLASSES` is `AllowAny`, so {views} are open to everybody.',
  },
  questions: {
    reading: 'Everybody may read from {views}, because no default permission is set. Is that public?',
    guarded: 'No permission is asked for by {views}. Does `{middleware}` turn away whoever is not signed in?',
    unproven: '`DEFAULT_PERMISSION_CLASSES` is not known. Does it ask for an account?',
  },
  strengths: { each: 'No view of this repository rests on the default permission, as far as its text shows.' },
  when: ({ settings }) =>
    hasFinalValues(settings) && holds(settings.get('INSTALLED_APPS').value, 'rest_framework') === 'yes',
  *check({ project, settings }, { problem, question, strength }) {
    const setting = settings.get('REST_FRAMEWORK');
    const classes = lookup(setting.value, 'DEFAULT_PERMISSION_CLASSES');
    const names = itemsOf(classes).map(stringOf);
    const guarded = names.some((name) => name !== undefined && !name.endsWith('.AllowAny'));
    if (guarded) return;
    if ((classes && !isKnown(classes)) || setting.value.kind === 'unknown' || setting.value.kind === 'choice') {
      yield question('unproven', setting);
      return;
    }
    const views = openViews(project);
    const [first] = views;
    if (!first) {
      yield strength('each', setting);
      return;
    }
    const shown = { views: `${views.length === 1 ? 'the view' : `${views.length} views, such as`} \`${first.name}\`` };
    const evidence = views.slice(0, 10).map(({ name, at }) => ({ at, note: `\`${name}\` names no permission.` }));
    if (views.every((view) => view.readsOnly)) {
      yield { ...question('reading', setting, shown), evidence };
      return;
    }
    const own = modulesIn(project);
    const guard = stringsOf(middlewareOf(settings).value).find(
      (entry) =>
        /auth|login|oidc|sso/i.test(entry) && !entry.startsWith('django.') && own.has(entry.split('.')[0] ?? ''),
    );
    if (guard !== undefined) {
      yield { ...question('guarded', setting, { ...shown, middleware: guard }), evidence };
      return;
    }
    yield {
      ...(classes === undefined ? problem('unset', setting, shown) : problem('open', setting, shown)),
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      evidence,
      remedy: {
        summary: 'Ask for an account by default, and name AllowAny on the views that are public.',
        code: "REST_FRAMEWORK = {\n    'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated'],\n    # … the entries there are now\n}",
        language: 'python',
        path: setting.at.path,
      },
    };
  },
});
