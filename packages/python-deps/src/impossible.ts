/** Lines that can never hold together: an installer that gets both refuses. */
import type { VersionConflict } from '@django-golive/core';
import { leaveNothing } from './bounds.js';
import type { Declaration } from './declaration.js';
import { includedPath } from './included-path.js';
import { evaluateMarker, type MarkerEnvironment } from './marker.js';
import type { ReadManifest } from './read-manifests.js';
import { parseSpecifier, pinnedVersion, satisfies } from './specifier.js';

type Line = Declaration & { readonly limits: boolean };

/** Each of one package's lines is compared with each other. */
const MOST = 50;

/** For each file that production installs, with all that it includes: the packages of which no version meets every line. */
export function impossibleIn(
  manifests: readonly ReadManifest[],
  environment: MarkerEnvironment,
): readonly VersionConflict[] {
  const byPath = new Map(manifests.map((manifest) => [manifest.plan.path, manifest]));
  const found = new Map<string, VersionConflict>();
  for (const { plan, reading, constraint } of manifests) {
    if (plan.kind !== 'runtime' || constraint || reading.lock) continue;
    // What is installed is the file that was compiled from it, by a resolver that was content.
    if (plan.path.endsWith('.in') && byPath.has(plan.path.replace(/\.in$/, '.txt'))) continue;
    const byName = new Map<string, Line[]>();
    for (const line of linesFrom(plan.path)) byName.set(line.name, [...(byName.get(line.name) ?? []), line]);
    for (const [name, all] of byName) {
      // Markers are judged where it matters.
      const lines = all.length > 1 || !isSimple(all[0]) ? all.slice(0, MOST).filter(applies) : [];
      const pair = clash(lines);
      const at = pair?.map((line) => `${line.at.path}:${line.at.span.start}`).join();
      if (pair && at !== undefined && !found.has(at))
        found.set(at, { names: [name], files: [placeOf(pair[0]), placeOf(pair[1])] });
    }
  }
  return [...found.values()];

  function linesFrom(root: string): readonly Line[] {
    const lines: Line[] = [];
    const limiting = new Map([[root, false]]);
    for (const [path, limits] of limiting) {
      const reading = byPath.get(path)?.reading;
      for (const inclusion of reading?.includes ?? []) {
        const to = inclusion.project ? undefined : includedPath(path, inclusion.path);
        if (to !== undefined && !limiting.has(to)) limiting.set(to, limits || inclusion.constraint);
      }
      for (const line of reading?.declarations ?? [])
        if (isInstalled(line)) lines.push({ ...line, limits: limits || line.constraint === true });
    }
    return lines;
  }

  function applies({ marker }: Line): boolean {
    return marker === undefined || evaluateMarker(marker, environment) === true;
  }
}

/** Whether a line of a runtime manifest installs a release of a package; a wheel's address says which one. */
export function isInstalled({ url, specifier, kind, group }: Declaration): boolean {
  return (url === undefined || specifier !== '') && kind === 'runtime' && group === undefined;
}

/** One clause, which some version meets. */
function isSimple(line: Line | undefined): boolean {
  return line === undefined || !line.specifier.includes(',');
}

/** Two lines that exclude one another, or one that excludes itself, of a package that is installed. */
function clash(lines: readonly Line[]): readonly [Line, Line] | undefined {
  // Constraints alone install nothing.
  if (lines.every(({ limits }) => limits)) return undefined;
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index)) if (exclude(one.specifier, other.specifier)) return [one, other];
  return undefined;
}

/** Whether no version meets both. */
export function exclude(one: string, other: string): boolean {
  const both = parseSpecifier([one, other].join());
  if (!both) return false;
  const refused = [
    [one, other],
    [other, one],
  ].flatMap(([pinning = '', judging = '']) => {
    const pin = pinnedVersion(pinning);
    return pin === undefined ? [] : [!satisfies(pin, judging, { prereleases: true })];
  });
  // Of two pins, one may name what the other names less exactly: `1.1+local` is a `1.1` as well.
  return refused.length > 0 ? refused.every(Boolean) : leaveNothing(both);
}

/** A line, as it is written. */
export function placeOf({ at, declared }: Declaration): VersionConflict['files'][number] {
  return { at, version: declared.replace(/\s+#.*$/, '') };
}
