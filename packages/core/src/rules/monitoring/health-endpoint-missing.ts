/** No address by which a load balancer or an uptime monitor can ask whether the site works, or one that turns it away. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isWritten, siteCode, sources } from '../../facts/sources.js';
import { type Route, urls } from '../../facts/urls.js';
import { stringsOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { aboutRoute } from '../urls/routes.js';

const name =
  /^\^?_{0,2}(health[-_]?(z|check|checks)?|healthy|live(z|ness)?|ready(z)?|readiness|alive|(lb)?heartbeat|ping|status|up|ht|monitor(ing)?|watchman|version)_{0,2}\/?\$?$/i;
/** The path in some other piece of code, such as one that wraps the WSGI or ASGI application. */
const spelt = /['"]\/?_{0,2}(health[-_]?(z|check)?|livez|readyz|liveness|readiness|(lb)?heartbeat|ping)_{0,2}\/?['"]/i;
const packages = ['django-health-check', 'django-watchman', 'dockerflow', 'django-probes', 'django-alive'];

/** Files by which a platform is told to ask the site whether it works, at whatever address, and how they say so. */
const askedIn =
  /(^|\/)(railway\.(json|toml)|render\.ya?ml|fly\.toml|app\.ya?ml|[\w.-]*Dockerfile[\w.-]*|(docker-)?compose[\w.-]*\.ya?ml)$/;
const asks =
  /^[^#\n]*\bhealth[cC]heckPath["']?\s*[:=]\s*["']?\/|^\s*\[\[(services|http_service)\.(http_)?checks\]\]|^\s*(readiness|liveness)_check:|^\s*HEALTHCHECK\b[^#\n]*https?:\/\/|^\s*healthcheck:[^#]{0,200}https?:\/\/(localhost|127\.)/m;

export const healthEndpointMissing = defineRule({
  id: 'monitoring/health-endpoint-missing',
  title: 'Nothing can ask whether the site works',
  sound: 'A load balancer or a monitor can ask whether the site works',
  category: 'logging-monitoring',
  severity: 'info',
  effort: minutes(20),
  risk: 'A process that hangs, or has lost its database, goes on getting requests until a person notices.',
  references: [web('django-health-check', 'https://codingjoe.dev/django-health-check/')],
  since: '0.1.0',
  needs: { dependencies, project, settings, sources, urls },
  problems: {
    missing: 'No URL is there to ask whether the site works.',
    guarded: '`/{pattern}` asks for a login, so a monitor that asks it is sent to the login page.',
  },
  // What answers below the URLs is not seen where their tree is not known to its end.
  when: ({ dependencies, project, settings, sources, urls }) =>
    hasFinalValues(settings) &&
    (urls.routes.some(isHealth) ||
      isMiddleware(settings) ||
      (urls.complete &&
        !packages.some((distribution) => dependencies.get(distribution)) &&
        !isWritten(project, siteCode(sources, settings), spelt))),
  *check({ project, settings, urls }, { problem }) {
    const routes = urls.routes.filter(isHealth);
    for (const route of routes) {
      const last = lastSegment(route);
      if (route.served !== 'yes' || !/health|live|ready|alive|beat|ping/i.test(last)) continue;
      if (route.view?.access !== 'login' && route.view?.access !== 'permission') continue;
      yield { ...problem('guarded', aboutRoute(route), { pattern: route.pattern }), confidence: 'firm' };
    }
    if (routes.length > 0 || isMiddleware(settings) || isAsked(project)) return;
    yield {
      ...problem('missing', settings.get('ROOT_URLCONF')),
      confidence: 'tentative',
      remedy: {
        summary: 'Add a view that asks the database one cheap question and answers 200, without a login.',
        ...(urls.path === undefined ? {} : { path: urls.path }),
      },
    };
  },
});

const isAsked = (project: Project): boolean =>
  project.paths.some((path) => askedIn.test(path) && asks.test(project.file(path)?.text ?? ''));

/** A middleware may answer before any URL is looked at. */
const isMiddleware = (settings: Settings): boolean =>
  stringsOf(middlewareOf(settings).value).some((entry) => /health|heartbeat|alive|ping|status|probe/i.test(entry));

function lastSegment({ pattern }: Route): string {
  const segments = pattern.split('/').filter((segment) => segment !== '' && segment !== '$');
  return segments.at(-1) ?? '';
}

/** Whether a route is one for machines: by its last word, and without anything to fill in. */
function isHealth(route: Route): boolean {
  if (/^(health_check|watchman|dockerflow|alive|probes)\b/.test(route.includes ?? '')) return true;
  return !/[<(]/.test(route.pattern) && name.test(lastSegment(route));
}
