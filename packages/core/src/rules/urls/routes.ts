/** What rules ask of the routes of a project. */
import type { Located } from '../../fact.js';
import type { Route, View } from '../../facts/urls.js';
import type { Location, Project } from '../../source.js';

/** A route with the view of the project that it leads to. */
export type OwnRoute = Route & { readonly view: View & { readonly at: NonNullable<View['at']> } };

/** The routes that lead to views of the project, each view once. */
export function ownViews(routes: readonly Route[]): readonly OwnRoute[] {
  const seen = new Set<string>();
  return routes.filter((route): route is OwnRoute => {
    if (!route.view?.at || seen.has(route.view.name)) return false;
    seen.add(route.view.name);
    return true;
  });
}

/** A route as the place of a verdict. */
export function aboutRoute(route: Route): Located {
  return { at: route.at, trail: route.trail, subject: `url:${route.pattern}` };
}

/** The view of a route as the place of a verdict, with the way to it. */
export function aboutView({ view, at, trail, pattern }: OwnRoute): Located {
  return {
    at: view.at,
    trail: [...trail, { at, note: `\`/${pattern}\` leads to it.` }],
    subject: `view:${view.name}`,
  };
}

/** The name of a view in a sentence: without the package it lies in. */
export function shownView(view: View): string {
  return view.name.split('.').slice(-2).join('.');
}

/** The lines of a definition: its decorators above it, and below it what is indented. */
export function definitionOf(project: Project, at: Location): string {
  const lines = (project.file(at.path)?.text ?? '').split(/\r\n|\r|\n/);
  const start = at.start.line - 1;
  let first = start;
  while (first > 0 && /^\s*(@|\S.*\)$|["'\])])/.test(lines[first - 1] ?? '') && start - first < 20) first -= 1;
  let end = start + 1;
  while (end < lines.length && /^(\s|$|[#)\]}])/.test(lines[end] ?? '')) end += 1;
  return lines.slice(first, end).join('\n');
}
