/** Lines that can never hold together: an installer that gets both refuses. */
import type { VersionConflict } from '@django-golive/core';
import type { Declaration } from './declaration.js';
import { evaluateMarker, type MarkerEnvironment } from './marker.js';
import { includedPath, type ReadManifest } from './read-manifests.js';
import { parseSpecifier, pinnedVersion, satisfies } from './specifier.js';
import { compareVersions } from './version.js';

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
      const lines = all.length > 1 ? all.slice(0, MOST).filter(applies) : [];
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

/** Whether a line of a runtime manifest installs a release of a package. */
export function isInstalled({ url, kind, group }: Declaration): boolean {
  return url === undefined && kind === 'runtime' && group === undefined;
}

/** Two lines that exclude one another, of which at least one installs something. */
function clash(lines: readonly Line[]): readonly [Line, Line] | undefined {
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1))
      if (!(one.limits && other.limits) && exclude(one.specifier, other.specifier)) return [one, other];
  return undefined;
}

/** Whether no version meets both. */
export function exclude(one: string, other: string): boolean {
  const [first, second] = [pinnedVersion(one), pinnedVersion(other)];
  if (first !== undefined) return isReadable(other) && !satisfies(first, other, { prereleases: true });
  if (second !== undefined) return isReadable(one) && !satisfies(second, one, { prereleases: true });
  const { from, below, upTo } = boundsOf([one, other].join());
  if (from === undefined) return false;
  return (
    (below !== undefined && compareVersions(from, below) >= 0) ||
    (upTo !== undefined && compareVersions(from, upTo) > 0)
  );
}

function isReadable(specifier: string): boolean {
  return parseSpecifier(specifier) !== undefined;
}

/** The highest lower bound and the lowest upper ones of clauses that must all hold. */
function boundsOf(specifier: string): {
  from?: string | undefined;
  below?: string | undefined;
  upTo?: string | undefined;
} {
  const parsed = parseSpecifier(specifier);
  const clauses = parsed?.length === 1 ? (parsed[0] ?? []) : [];
  const lower: string[] = [];
  const below: string[] = [];
  const upTo: string[] = [];
  for (const { operator, version, wildcard, bound } of clauses) {
    const release = bound?.release ?? [];
    const line = operator === '~=' ? release.slice(0, -1) : operator === '==' && wildcard ? release : undefined;
    if (operator === '>=' || operator === '>' || line) lower.push(version);
    if (operator === '<') below.push(version);
    if (operator === '<=') upTo.push(version);
    if (line && !bound?.epoch) below.push([...line.slice(0, -1), (line.at(-1) ?? 0n) + 1n].join('.'));
  }
  const sorted = (versions: string[]) => versions.sort(compareVersions);
  return { from: sorted(lower).at(-1), below: sorted(below)[0], upTo: sorted(upTo)[0] };
}

/** A line, as it is written. */
export function placeOf({ at, declared }: Declaration): VersionConflict['files'][number] {
  return { at, version: declared.replace(/\s+#.*$/, '') };
}
