/** The lines that made a setting, in the order in which they ran, so that a person can follow its value in one look. */
import { type Evidence, maskSource, type Project, type Setting, type VariableRead } from '@django-golive/core';

const longestLine = 90;

/** Each place with its line of source, and under it what the line contributed. */
export function trailLines(
  project: Project,
  { name, trail, reads }: Setting,
  environment: readonly VariableRead[],
): readonly string[] {
  const places = groupByPlace(trail);
  const width = Math.max(0, ...places.map(({ place }) => place.length));
  const lines = places.flatMap(({ place, at, notes }) => {
    const indent = ' '.repeat(width + 4);
    return [
      `  ${place.padEnd(width)}  ${sourceLine(project, name, at)}`.trimEnd(),
      ...notes.map((note) => `${indent}  ${note}`),
    ];
  });
  return reads.length > 0 ? [...lines, `  reads ${reads.map((read) => readBy(read, environment)).join(', ')}`] : lines;
}

/** A variable, with who gives it. */
function readBy(name: string, environment: readonly VariableRead[]): string {
  const given = environment.find((variable) => variable.name === name)?.given;
  return given ? `${name} (given by ${given.by})` : name;
}

interface Place {
  readonly place: string;
  readonly at: Evidence['at'];
  readonly notes: readonly string[];
}

/** What several steps say of one line is said under that line once. */
function groupByPlace(trail: readonly Evidence[]): readonly Place[] {
  const places: Place[] = [];
  for (const { at, note } of trail) {
    const place = `${at.path}:${at.start.line}`;
    const last = places.at(-1);
    if (last?.place === place) places[places.length - 1] = { ...last, notes: [...new Set([...last.notes, note])] };
    else places.push({ place, at, notes: [note] });
  }
  return places;
}

/** A file that is meant as a whole is not shown: it can be one secret. */
function sourceLine(project: Project, name: string, { path, span, start }: Evidence['at']): string {
  if (span.start === span.end) return '';
  const line = project.file(path)?.text.split(/\r\n|\r|\n/)[start.line - 1] ?? '';
  const masked = maskSource(name, line.trim());
  return masked.length > longestLine ? `${masked.slice(0, longestLine - 1)}…` : masked;
}
