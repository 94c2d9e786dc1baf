/** The project's own views of Django REST framework that production serves, each with its source. */
import type { Route } from '../../facts/urls.js';
import type { Project } from '../../source.js';
import { definitionOf, type OwnRoute, ownViews } from '../urls/routes.js';

/** A view of the API. */
export interface ApiView {
  readonly route: OwnRoute;
  /** Its class or function as written, decorators included. */
  readonly text: string;
  /** All its ancestors are the framework's: nothing of the project's own gives it attributes. */
  readonly plain: boolean;
}

/** The views of the API that production serves, each once. */
export function apiViews(project: Project, routes: readonly Route[]): readonly ApiView[] {
  return ownViews(routes)
    .filter(({ served, view }) => served !== 'no' && view.api)
    .map((route) => ({
      route,
      text: definitionOf(project, route.view.at),
      plain: route.view.bases.every((base) => base.startsWith('rest_framework.') || base === 'object'),
    }));
}

/** "the view `OrderList`", "12 views, such as `OrderList`". */
export function inWords(views: readonly ApiView[]): string {
  const name = views[0]?.route.view.name.split('.').at(-1) ?? '';
  return views.length === 1 ? `the view \`${name}\`` : `${views.length} views, such as \`${name}\``;
}
