/** Views of Django REST framework that are open to everybody because nothing says otherwise. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { type Route, urls } from '../../facts/urls.js';
import { holds, isKnown, itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { modulesIn } from '../structure/modules.js';
import { type ApiView, apiViews, inWords } from './api-views.js';

/** Views that nobody could be signed in for. */
const meantForAll =
  /log_?in|log_?out|register|registration|sign_?(up|in)|(create|new)_?(user|account)|(user|account)_?creat(e|ion)|token|password|reset|activat|verif|confirm|webhook|callback|health|ping|status|public|schema|docs|swagger|contact|oauth|social|otp/i;

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
  needs: { project, settings, urls },
  problems: {
    unset: '`REST_FRAMEWORK` sets no `DEFAULT_PERMISSION_CLASSES`, so everybody may call {views}.',
    open: '`DEFAULT_PERMISSION_CLASSES` is `AllowAny`, so everybody may call {views}.',
    empty: '`DEFAULT_PERMISSION_CLASSES` is empty, so everybody may call {views}.',
  },
  questions: {
    session:
      'Everybody may call {views}, which seems to keep to the session of whoever calls. Does it offer nothing else?',
    reading: 'Everybody may read from {views}, because no default permission asks for an account. Is that public?',
    submitting:
      'Everybody may send to {views}, because no default permission asks for an account. Is that meant, as for a form for visitors?',
    guarded: 'No permission is asked for by {views}. Does `{middleware}` turn away whoever is not signed in?',
    unproven: '`DEFAULT_PERMISSION_CLASSES` is not known. Does it ask for an account?',
    unread: 'No default permission is set, and not all URLs could be read. Does every view of the API name its own?',
  },
  strengths: { each: 'No URL leads to a view of this repository that rests on the default permission.' },
  when: ({ settings }) =>
    hasFinalValues(settings) && holds(settings.get('INSTALLED_APPS').value, 'rest_framework') === 'yes',
  *check({ project, settings, urls }, { problem, question, strength }) {
    const setting = settings.get('REST_FRAMEWORK');
    const classes = lookup(setting.value, 'DEFAULT_PERMISSION_CLASSES');
    const names = itemsOf(classes).map(stringOf);
    const guarded = names.some((name) => name !== undefined && !name.endsWith('.AllowAny'));
    if (guarded) return;
    if ((classes && !isKnown(classes)) || setting.value.kind === 'unknown' || setting.value.kind === 'choice') {
      yield question('unproven', setting);
      return;
    }
    const open = openViews(project, urls.routes);
    const views = open.filter((view) => !keepsToSession(project, view));
    if (open.length > 0 && views.length === 0) {
      yield question('session', setting, { views: inWords(open) });
      return;
    }
    if (views.length === 0) {
      yield urls.complete ? strength('each', setting) : question('unread', setting);
      return;
    }
    // A form for visitors, or what makes an account, is open on purpose: it adds something and gives nothing back.
    const others = views.filter((view) => !takesSubmissions(view));
    const about = others.length > 0 && !others.every(readsOnly) ? others : views;
    const shown = { views: inWords(about) };
    const evidence = about.slice(0, 10).map(({ route: { pattern, view } }) => ({
      at: view.at,
      note: `\`/${pattern}\` leads to \`${view.name.split('.').at(-1)}\`, which names no permission.`,
    }));
    if (views.every(readsOnly)) {
      yield { ...question('reading', setting, shown), evidence };
      return;
    }
    if (about === views && others.length < views.length) {
      yield { ...question('submitting', setting, { views: inWords(views.filter(takesSubmissions)) }), evidence };
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
    const tokens =
      lookup(setting.value, 'DEFAULT_AUTHENTICATION_CLASSES') === undefined &&
      holds(settings.get('INSTALLED_APPS').value, 'rest_framework.authtoken') === 'yes';
    const how = classes === undefined ? 'unset' : names.length === 0 ? 'empty' : 'open';
    yield {
      ...problem(how, setting, shown),
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      evidence,
      remedy: {
        summary: `Ask for an account by default, and name AllowAny on the views that are public.${tokens ? ' The tokens that the site hands out are read by `TokenAuthentication` alone, which is no default.' : ''}`,
        code: `REST_FRAMEWORK = {\n${tokens ? tokenClasses : ''}    'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated'],\n    # … the entries there are now\n}`,
        language: 'python',
        path: setting.at.path,
      },
    };
  },
});

const tokenClasses =
  "    'DEFAULT_AUTHENTICATION_CLASSES': [\n        'rest_framework.authentication.TokenAuthentication',\n        'rest_framework.authentication.SessionAuthentication',\n    ],\n";

/** Every view that a URL leads to and that certainly rests on the default permission. */
function openViews(project: Project, routes: readonly Route[]): readonly ApiView[] {
  return apiViews(project, routes).filter(
    ({ route: { served, view } }) =>
      served === 'yes' &&
      view.access === 'api-default' &&
      !view.asks &&
      !meantForAll.test(view.name.slice(view.name.lastIndexOf('.') + 1)),
  );
}

/** It answers no method that changes anything, so that being open to all may be meant. */
const readsOnly = ({ route: { view }, text }: ApiView): boolean =>
  view.writes?.length === 0 && !/methods\s*=\s*\[[^\]]*(post|put|patch|delete)/i.test(text);

/** What reaches for something that is stored already, beside the model that a view is for. */
const reachesStored = /\.objects\.(?!create\b)|\bget_object|\.(?:delete|update|filter|raw|execute)\(|@action\b/;

/** It answers POST alone, and makes or passes on what it is sent: it neither reads out nor changes what is there. */
function takesSubmissions({ route: { view }, text, plain }: ApiView): boolean {
  if (view.writes?.join() !== 'POST' || !plain || reachesStored.test(text.replace(/^\s*queryset\s*=.*$/gm, '')))
    return false;
  return view.kind === 'function'
    ? /@api_view\(\s*[[(]\s*['"]POST['"]\s*,?\s*[\])]/i.test(text)
    : !/\bdef (?:get|list|retrieve)\b/.test(text) &&
        !view.bases.some((base) => /\.(?:List|Retrieve|ReadOnly)\w*$|\.ModelViewSet$/.test(base));
}

/** What a view changes beside the session, or leaves to the framework to change. */
const ofTheDatabase =
  /\.objects\.(?!get\b|filter\b|all\b)|queryset|serializer_class|get_object\(|\.(?:save|delete|update|\w*create)\(/;

/** It works with the caller's session alone, by itself or by something that it hands the request to, as the basket of a shop does. */
function keepsToSession(project: Project, { text }: ApiView): boolean {
  const helpers = new Set([...text.matchAll(/\b([A-Z]\w*)\((?:self\.)?request\b/g)].map(([, name]) => name));
  const made = [...text.matchAll(/\b(\w+)\s*=\s*([A-Z]\w*)\((?:self\.)?request\b/g)].map(([, name]) => name);
  // What is asked of a helper that holds the session is the session's.
  let rest = text;
  for (const name of made) rest = rest.replaceAll(new RegExp(`\\b${name}\\.\\w+\\(`, 'g'), '(');
  if (ofTheDatabase.test(rest)) return false;
  if (/\brequest\.session\b/.test(text)) return true;
  return [...helpers].some((name) => {
    const definition = new RegExp(`^class ${name}\\b`, 'm');
    return project.paths.some((path) => {
      const code = path.endsWith('.py') ? (project.file(path)?.text ?? '') : '';
      return /\brequest\.session\b/.test(code) && definition.test(code);
    });
  });
}
