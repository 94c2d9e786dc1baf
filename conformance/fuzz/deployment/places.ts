/** Places that lie outside of the file that they name, anywhere in what a reader made. */
import type { Project } from '@django-golive/core';

/** The first such place, in words; `undefined` where there is none. `text` is the one file that places without a path are of. */
export function strayPlace(value: unknown, project: Project, text: string): string | undefined {
  const seen = new Set<unknown>();
  const queue: { readonly value: unknown; readonly by: string }[] = [{ value, by: '' }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { value: found, by } = next;
    if (typeof found !== 'object' || found === null || seen.has(found)) continue;
    seen.add(found);
    const fault = faultOf(found as Partial<Place>, project, text);
    if (fault) return `${by}: ${fault}`;
    // A file leads on to nothing but itself.
    if ('at' in found && typeof found.at === 'function') continue;
    const inner =
      found instanceof Map || found instanceof Set ? [...found].map((item) => ['', item]) : Object.entries(found);
    for (const [name, item] of inner as [string, unknown][]) queue.push({ value: item, by: `${by}.${name}` });
  }
  return undefined;
}

interface Place {
  readonly path: string;
  readonly span: { readonly start: unknown; readonly end: unknown };
  readonly start: unknown;
  readonly end: unknown;
}

function faultOf(found: Partial<Place>, project: Project, text: string): string | undefined {
  const placed = typeof found.path === 'string' && found.span !== undefined;
  const { start, end } = (placed ? found.span : found) ?? {};
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  const file = placed ? project.file(found.path ?? '') : undefined;
  if (placed && !file) return `a place in \`${found.path}\`, which is not there`;
  const length = (file?.text ?? text).length;
  const whole = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
  if (!whole) return `${start} to ${end} of ${length}`;
  const line = (found.start as { readonly line?: unknown } | undefined)?.line;
  return placed && line !== file?.at({ start, end }).start.line ? `line ${String(line)} of offset ${start}` : undefined;
}
