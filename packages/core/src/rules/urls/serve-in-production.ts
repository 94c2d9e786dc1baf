/** Django's development view for files, mapped for production. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { type Route, urls } from '../../facts/urls.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { isHandedOut } from '../static/served-directory.js';
import { aboutRoute } from './routes.js';

export const serveInProduction = defineRule({
  id: 'urls/serve-in-production',
  title: 'Files are served by the development view',
  sound: 'Files are not served by the development view',
  category: 'static-media',
  severity: 'medium',
  effort: minutes(30),
  risk: 'A worker of Django is busy for as long as each download takes, and the view was never hardened for strangers.',
  references: [docs('ref/views', 'django.views.static.serve'), docs('howto/static-files/deployment')],
  since: '0.1.0',
  needs: { project, settings, urls },
  problems: { served: '`/{pattern}` serves files with `django.views.static.serve`, also while `DEBUG` is off.' },
  // A tree that is not known to its end clears nothing.
  when: ({ settings, urls }) => hasFinalValues(settings) && (urls.complete || urls.routes.some(servesFiles)),
  *check({ project, settings, urls }, { problem }) {
    for (const route of urls.routes) {
      if (route.served !== 'yes' || !servesFiles(route) || isServedInFront(project, settings, route)) continue;
      if (isNowhere(project, settings, route)) continue;
      yield {
        ...problem('served', aboutRoute(route), { pattern: route.pattern }),
        ...(isEmpty(project, route)
          ? {
              confidence: 'tentative' as const,
              severity: 'low' as const,
              risk: 'The directory is not in the repository: the address answers 404, until somebody puts files there.',
            }
          : {}),
        remedy: {
          ...(isMedia(route, settings)
            ? {
                summary:
                  'Let the web server serve uploads (a `location` or an `Alias` for their directory) or keep them in object storage, and only then map them here for development alone.',
                code: 'if settings.DEBUG:\n    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)',
                language: 'python' as const,
              }
            : {
                summary: 'Let the web server or WhiteNoise serve these files, and map them here only for development.',
              }),
          path: route.at.path,
        },
      };
    }
  },
});

/** Whether the route is the one that Django's `static()` would make for uploads. */
function isMedia({ pattern }: Route, settings: Settings): boolean {
  const media = (stringOf(settings.get('MEDIA_URL').value) ?? '').replace(/^\/|\/$/g, '');
  return media !== '' && pattern.replace(/^\^/, '').startsWith(media);
}

/** Whether a server hands out the files before Django is asked: no page then leads to this route. */
function isServedInFront(project: Project, settings: Settings, route: Route): boolean {
  const own = /^\^?([\w./-]*\/)[(<]/.exec(route.pattern)?.[1];
  if (own !== undefined && isHandedOut(project, own)) return true;
  const setting = settings.get(isMedia(route, settings) ? 'MEDIA_URL' : 'STATIC_URL');
  return /static|media|upload|asset/i.test(route.pattern) && isHandedOut(project, stringOf(setting.value) ?? '');
}

/** What the route's line says of the directory. */
function rootOf(project: Project, { at }: Route): string {
  const text = project.file(at.path)?.text.slice(at.span.start, at.span.start + 400) ?? '';
  return /['"]?document_root['"]?\s*[:=]\s*([^\n}]*)/.exec(text)?.[1] ?? '';
}

/** Whether the directory is a setting that nothing sets: `None` is no path, and each request for a file is an error. */
function isNowhere(project: Project, settings: Settings, route: Route): boolean {
  const name = /^settings\.(\w+_ROOT)\b/.exec(rootOf(project, route))?.[1];
  return name === 'STATIC_ROOT' && settings.get(name).value.kind === 'none';
}

/** Whether the directory that is spelt out is not in the repository, and its name is none of uploads or collected files: it may be left over. */
function isEmpty(project: Project, route: Route): boolean {
  const root = rootOf(project, route);
  const parts = [...root.matchAll(/['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
  const name = parts.join('/').replace(/^\.?\/|\/$/g, '');
  if (name === '' || /\b\w*_(ROOT|PATH)\b/.test(root) || /media|upload|static|assets|files/i.test(name)) return false;
  return !project.paths.some((path) => path.startsWith(`${name}/`) || path.includes(`/${name}/`));
}

/** Whether it hands out whatever lies in a directory. One file by its name costs little; behind a login it is on purpose. */
const servesFiles = ({ pattern, view }: Route): boolean =>
  view?.name === 'django.views.static.serve' &&
  /<path:|\.[*+]/.test(pattern) &&
  view.access !== 'login' &&
  view.access !== 'permission';
