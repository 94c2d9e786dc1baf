/** Tools for developers among the URLs that production serves. */
import { settings } from '../../facts/settings.js';
import { type Route, urls } from '../../facts/urls.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { hasFinalValues } from '../settings/final-values.js';
import { aboutRoute } from './routes.js';

/** URL configurations that show how a project works inside, and what they show. */
const tools: Readonly<Record<string, string>> = {
  'debug_toolbar.urls': 'the debug toolbar',
  'silk.urls': 'the profiler Silk, with every request it recorded',
  'django_browser_reload.urls': 'the reloader for developers',
  'pympler.urls': 'the memory profiler',
  'explorer.urls': 'SQL Explorer',
};

export const debugRoutes = defineRule({
  id: 'urls/debug-routes',
  title: 'Tools for developers are served in production',
  sound: 'No tool for developers is served in production',
  category: 'security',
  severity: 'medium',
  effort: minutes(10),
  risk: 'Visitors see queries, requests and internals of the project, or its start fails for want of the package.',
  references: [cwe(489), docs('howto/deployment/checklist')],
  since: '0.1.0',
  needs: { settings, urls },
  problems: { served: '`/{pattern}` serves {tool}.' },
  // A tree that is not known to its end clears nothing.
  when: ({ settings, urls }) => hasFinalValues(settings) && (urls.complete || urls.routes.some(isTool)),
  *check({ urls }, { problem }) {
    for (const route of urls.routes) {
      const tool = toolOf(route);
      if (tool === undefined || route.served !== 'yes') continue;
      yield {
        ...problem('served', aboutRoute(route), { pattern: route.pattern, tool }),
        // Some of them turn visitors away by themselves while DEBUG is off.
        confidence: 'firm',
        remedy: {
          summary: 'Add the pattern only while DEBUG is on.',
          code: `if settings.DEBUG:\n    urlpatterns += [path('${route.pattern}', include('${route.includes}'))]`,
          language: 'python',
          path: route.at.path,
        },
      };
    }
  },
});

const toolOf = ({ includes }: Route): string | undefined => (includes === undefined ? undefined : tools[includes]);
const isTool = (route: Route): boolean => toolOf(route) !== undefined;
