/** Django's development view for files, mapped for production. */
import { type Settings, settings } from '../../facts/settings.js';
import { type Route, urls } from '../../facts/urls.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { hasFinalValues } from '../settings/final-values.js';
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
  needs: { settings, urls },
  problems: { served: '`/{pattern}` serves files with `django.views.static.serve`, also while `DEBUG` is off.' },
  // A tree that is not known to its end clears nothing.
  when: ({ settings, urls }) => hasFinalValues(settings) && (urls.complete || urls.routes.some(servesFiles)),
  *check({ settings, urls }, { problem }) {
    for (const route of urls.routes) {
      if (route.served !== 'yes' || !servesFiles(route)) continue;
      yield {
        ...problem('served', aboutRoute(route), { pattern: route.pattern }),
        remedy: {
          summary: 'Let the web server or WhiteNoise serve these files, and map them here only for development.',
          ...(isMedia(route, settings)
            ? {
                code: 'if settings.DEBUG:\n    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)',
                language: 'python' as const,
              }
            : {}),
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

/** Whether it hands out whatever lies in a directory. One file by its name costs little; behind a login it is on purpose. */
const servesFiles = ({ pattern, view }: Route): boolean =>
  view?.name === 'django.views.static.serve' &&
  /<path:|\.[*+]/.test(pattern) &&
  view.access !== 'login' &&
  view.access !== 'permission';
