/** Middleware that stands in for Django's: a class of the project that is made of it, or one of its name elsewhere. */
import type { Settings } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { classesIn } from '../class-bodies.js';
import { middlewareOf } from './middleware.js';

export interface StandIn {
  /** The entry of the setting. */
  readonly entry: string;
  /** Whether the project's code says that it is made of Django's. */
  readonly made: boolean;
}

/** The entry that does the work of a middleware of Django, or may do it. */
export function standIn(project: Project, settings: Settings, middleware: string): StandIn | undefined {
  const name = lastOf(middleware);
  const others = stringsOf(middlewareOf(settings).value).filter((entry) => !entry.startsWith('django.'));
  if (others.length === 0) return undefined;
  const own = classesMadeOf(project, name);
  const made = others.find((entry) => own.has(lastOf(entry)));
  if (made !== undefined) return { entry: made, made: true };
  const same = others.find((entry) => lastOf(entry) === name);
  return same === undefined ? undefined : { entry: same, made: false };
}

/** The names of the project's classes with that class of Django among their bases, under whatever name they import it. */
function classesMadeOf(project: Project, name: string): ReadonlySet<string> {
  const files = project.paths
    .filter((path) => path.endsWith('.py') && project.file(path)?.text.includes(name))
    .map((path) => ({ path }));
  const made = classesIn(project, files).filter(({ bases, file }) => {
    if (!/\bdjango\.(?:middleware|contrib)\b/.test(file.text)) return false;
    const names = new Set([name, ...aliasesOf(file.text, name)]);
    return bases.split(',').some((base) => names.has(lastOf(base.trim())));
  });
  return new Set(made.map((one) => one.name));
}

function aliasesOf(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`\\b${name}[ \\t]+as[ \\t]+(\\w+)`, 'g'))].flatMap(([, alias]) => alias ?? []);
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
