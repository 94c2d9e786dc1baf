/** The variables that a setting's value is taken from, apart from those that only chose the lines that make it. */
import type { Setting, Settings } from '../../facts/settings.js';
import type { Location, Project } from '../../source.js';

/** A statement that gives a name a value which nothing else has a part in. */
const literal =
  /^\w+\s*(?::[^=]+)?=\s*(?:[rbu]?(['"])(?:(?!\1).)*\1|None|True|False|[\d.]+|\[\s*\]|\(\s*\))\s*(?:#.*)?$/i;

/**
 * Of the variables that a setting depends on, those that the line which sets it reads, and the lines that made what this uses;
 * all of them where these lines do not show any.
 */
export function ownVariables(project: Project, settings: Settings, setting: Setting): readonly string[] {
  const reads = setting.reads.filter((name) => name !== 'DJANGO_SETTINGS_MODULE');
  if (reads.length === 0) return [];
  const lines = linesOf(project, setting);
  const own = reads.filter((name) => {
    const places = settings.environment.find((read) => read.name === name)?.reads ?? [];
    return lines.some(({ at, text }) => names(text, name) || places.some((place) => isWithin(place, at)));
  });
  return own.length > 0 || lines.every(({ text }) => literal.test(text)) ? own : reads;
}

interface Line {
  readonly at: Location;
  readonly text: string;
}

/** The statement that sets it, with those of its trail that bind a name which it uses, and so on. */
function linesOf(project: Project, setting: Setting): readonly Line[] {
  const lineAt = (at: Location): Line => ({
    at,
    text: project.file(at.path)?.text.slice(at.span.start, at.span.end).trim() ?? '',
  });
  const before = setting.trail.map(({ at }) => lineAt(at));
  const found = [lineAt(setting.at)];
  for (const line of found) {
    const used = new Set(line.text.match(/[A-Za-z_]\w*/g));
    for (const other of before) {
      const [, bound] = /^(\w+)\s*(?::[^=]+)?=(?!=)/.exec(other.text) ?? [];
      if (bound === undefined || !used.has(bound) || found.some(({ at }) => isWithin(at, other.at))) continue;
      found.push(other);
    }
  }
  return found;
}

function names(text: string, variable: string): boolean {
  return [`'${variable}'`, `"${variable}"`].some((quoted) => text.includes(quoted));
}

function isWithin(inner: Location, outer: Location): boolean {
  return inner.path === outer.path && inner.span.start >= outer.span.start && inner.span.end <= outer.span.end;
}
