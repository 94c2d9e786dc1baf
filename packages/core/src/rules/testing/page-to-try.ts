/** A page that a first test can ask for: one that the URLs have, and that an empty database does not stand in the way of. */
import type { Route, Urls, View } from '../../facts/urls.js';
import type { Project } from '../../source.js';
import { definitionOf } from '../urls/routes.js';

/** An address, and what it answers to a visitor who is not signed in. */
export interface Page {
  readonly path: string;
  readonly status: 200 | 302;
}

/** Views of Django that answer GET by themselves. */
const pages =
  /^django\.views\.generic\.(\w+\.)?(TemplateView|ListView|FormView|CreateView|ArchiveIndexView)$|^rest_framework\.(generics\.List\w+|viewsets\.(ReadOnly)?ModelViewSet)$/;
/** What an empty database, or a request that brings nothing, has no answer to. */
const needsMore =
  /\.(get|latest|earliest)\([^)\s'"]*\w+=|get_object_or_404|\[0\]|\.(first|last)\(\)\.|\b(GET|POST|session|META|query_params|data)\[|\brequests\.\w+\(/;

/** Addresses that do something, or that somebody is sent to. */
const deed =
  /log_?out|delete|remove|add|create|update|finish|call_?back|webhook|success|cancel|verify|confirm|redirect/i;
/** What a page ends with. */
const shows =
  /^\s*return (await )?(render\(|render_to_response\(|TemplateResponse\(|super\(\)\.get\(|self\.list\(|(Response|HttpResponse|JsonResponse)\((?!.*status))/;

/** The page to try: the home page where there is one, else the nearest of its kind, else the login page of the admin. */
export function pageToTry(project: Project, { routes }: Urls): Page | undefined {
  const [first] = routes
    .flatMap((route) => pageAt(project, route) ?? [])
    .map((page, index) => ({ page, index }))
    .sort((a, b) => rank(a.page) - rank(b.page) || a.index - b.index);
  return first?.page;
}

/** Pages for people before data, the home page first of all, and what asks for a login last. */
function rank({ path, status }: Page): number {
  if (path === '/') return 0;
  if (path.endsWith('/admin/login/')) return 4;
  return status === 302 ? 3 : /(^|\/)api\//.test(path) ? 2 : 1;
}

function pageAt(project: Project, { includes, pattern, served, view }: Route): Page | undefined {
  const path = literal(pattern);
  if (path === undefined || served !== 'yes') return undefined;
  if (includes === 'django.contrib.admin') return { path: `${path}login/`, status: 200 };
  if (view === undefined) return undefined;
  if (view.access === 'login' && !view.api) return { path, status: 302 };
  const open = view.access === 'public' || view.access === 'public-read';
  return open && answersGet(project, view) ? { path, status: 200 } : undefined;
}

/** The address of a pattern that has nothing to fill in. */
function literal(pattern: string): string | undefined {
  const path = pattern.replaceAll('^', '').replace(/\$$/, '');
  return /[\\()<>[\]{}*+?|$]/.test(path) || deed.test(path) ? undefined : `/${path}`;
}

/** Whether a view answers a plain GET with a page, as far as its code and its ancestors show. */
function answersGet(project: Project, view: View): boolean {
  if (view.at === undefined) return pages.test(view.name);
  if (view.asks) return false;
  const text = definitionOf(project, view.at);
  if (view.decorators.some((name) => !/^(django|rest_framework)\.|login_required$/.test(name))) return false;
  if (view.kind === 'class') {
    const get = /\bdef get\((.|\n)*?(?=\n[ \t]*(?:@|(?:async )?def )|$(?!\n))/.exec(text)?.[0];
    return get === undefined ? view.bases.some((base) => pages.test(base)) && !needsMore.test(text) : showsPage(get);
  }
  return (
    showsPage(text) &&
    !view.decorators.some((name) => /require_POST|require_http_methods/.test(name)) &&
    (!/@api_view\(/.test(text) || /@api_view\([^)]*['"]GET['"]|@api_view\(\s*\)/.test(text))
  );
}

/** Whether a function ends with a page, and goes to no other before it but after a form was sent. */
function showsPage(text: string): boolean {
  const returns = text.split(/\r\n|\r|\n/).filter((line) => /^\s*return\b/.test(line));
  return (
    shows.test(returns.at(-1) ?? '') && !needsMore.test(text) && (returns.length === 1 || /['"]POST['"]/.test(text))
  );
}
