/** Views that change or delete stored data for whoever calls them. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { type Route, urls, type View } from '../../facts/urls.js';
import { stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { modulesIn } from '../structure/modules.js';
import { aboutView, ownViews, shownView } from '../urls/routes.js';
import { mixinFor, permissionFor } from './asking-views.js';
import { changesInHandler } from './changing-handlers.js';
import { withSignIn } from './sign-in.js';

/** Django's and DRF's views that change or delete a stored object, by their last name. */
const changing =
  /\.(UpdateView|DeleteView|UpdateAPIView|DestroyAPIView|RetrieveUpdateAPIView|RetrieveDestroyAPIView|RetrieveUpdateDestroyAPIView|ModelViewSet)$/;

export const anonymousWrite = defineRule({
  id: 'auth/anonymous-write',
  title: 'Stored data can be changed or deleted without signing in',
  sound: 'Views that change stored data ask who is calling',
  category: 'security',
  severity: 'high',
  effort: minutes(30),
  risk: 'Anybody who finds the address changes or deletes what is stored.',
  references: [cwe(306), cwe(862), docs('topics/auth/default', 'limiting-access-to-logged-in-users')],
  since: '0.1.0',
  needs: { project, settings, urls },
  problems: { open: '`{view}` changes or deletes stored data, and nothing asks who is calling.' },
  questions: {
    guarded: '{views} asks nobody who is calling. Does `{middleware}` turn away whoever is not signed in?',
  },
  // A tree that is not known to its end clears nothing.
  when: ({ project, settings, urls }) =>
    hasFinalValues(settings) &&
    urls.routes.some((route) => (urls.complete ? changes(project, route) : isOpen(project, route))),
  *check({ project, settings, urls }, { problem, question }) {
    const own = modulesIn(project);
    const guard = stringsOf(middlewareOf(settings).value).find(
      (entry) =>
        /auth|login|oidc|sso|permission|access/i.test(entry) &&
        !entry.startsWith('django.') &&
        own.has(entry.split('.')[0] ?? ''),
    );
    const open = ownViews(urls.routes).filter((route) => isOpen(project, route));
    const [first, ...others] = open;
    // One answer settles it for all of them.
    if (first && guard !== undefined) {
      const views = `\`${shownView(first.view)}\`${others.length > 0 ? `, like ${others.length} more,` : ''}`;
      yield question('guarded', aboutView(first), { views, middleware: guard });
      return;
    }
    for (const route of open) {
      const { view } = route;
      yield {
        ...problem('open', aboutView(route), { view: shownView(view) }),
        confidence: 'firm',
        remedy: view.api ? permissionFor(project, view) : mixinFor(project, view, withSignIn(settings, urls)),
      };
    }
  },
});

/** By what it is made of, as far as `http_method_names` lets it, or by a method of its own. */
const changes = (project: Project, route: Route): boolean =>
  route.view?.kind === 'class' &&
  ((route.view.bases.some((base) => changing.test(base)) && takesChanges(route.view)) ||
    changesInHandler(project, route));

/** A form of Django changes by POST, where the API's POST only adds. */
const takesChanges = ({ api, writes }: View): boolean => writes?.some((method) => !api || method !== 'POST') === true;

const isOpen = (project: Project, route: Route): boolean =>
  route.served === 'yes' && route.view?.access === 'public' && !route.view.asks && changes(project, route);
