/**
 * `requirements.in` and the `requirements.txt` that pip-compile or uv makes of it. Only the latter is installed: what the source
 * alone names is not, and the version is the one that was written down.
 */
import type { LockStep, Project } from '@django-golive/core';
import { type CompileHeader, compileHeader, noHeader } from './compile-header.js';
import type { Declaration, Problem } from './declaration.js';
import { includedPath } from './included-path.js';
import { isPlain, versionsIn } from './lock-step.js';
import type { ReadManifest } from './read-manifests.js';
import { pinnedVersion, satisfies } from './specifier.js';
import { isVersion } from './version.js';

/** A compiled file, with what it lists. */
interface Output {
  readonly path: string;
  readonly versions: ReadonlyMap<string, readonly string[]>;
  /** What is known of how it was made; absent where its lines do not look compiled. */
  readonly made?: CompileHeader;
}

/** Packages that pip-compile leaves out of what it writes. */
const UNSAFE = /^(?:pip|setuptools|distribute)$/;

/** The manifests without what sources name and no file compiled from them lists, and where such a file stayed behind. */
export function inStep(
  project: Project,
  manifests: readonly ReadManifest[],
): {
  readonly manifests: readonly ReadManifest[];
  readonly outOfStep: readonly LockStep[];
  readonly problems: readonly Problem[];
} {
  const byPath = new Map(manifests.map((manifest) => [manifest.plan.path, manifest]));
  /** For each source, the files compiled from it. */
  const compiled = new Map<string, Output[]>();
  for (const output of manifests.flatMap((manifest) => outputOf(manifest) ?? []))
    for (const path of sourcesOf(output)) compiled.set(path, [...(compiled.get(path) ?? []), output]);
  const outOfStep: LockStep[] = [];
  const problems: Problem[] = [];
  const kept = manifests.map((manifest): ReadManifest => {
    const outputs = compiled.get(manifest.plan.path);
    if (!outputs) return manifest;
    const { declarations } = manifest.reading;
    const isSource = manifest.plan.path.endsWith('.in');
    // Whatever a source is taken for by itself, its output is production's.
    const lines = declarations.map((line) => (isSource ? { ...line, kind: 'runtime' as const } : line));
    const behind = lines.flatMap((line) => behindOf(line, outputs) ?? []);
    outOfStep.push(...behind);
    // The project's own table is what other installers read.
    if (!isSource) return manifest;
    const isListed = ({ name, marker }: Declaration) =>
      marker !== undefined || outputs.some(({ versions }) => versions.has(name));
    for (const { name, at } of declarations.filter((line) => !isListed(line)))
      if (!UNSAFE.test(name) && !behind.some((one) => one.at === at))
        problems.push({ at, why: `\`${outputs[0]?.path}\` beside it lacks \`${name}\`` });
    // What a marker alone keeps here is in none of the outputs, and its own version is all there is.
    const installed = declarations
      .filter(isListed)
      .map((line) =>
        outputs.some(({ versions }) => versions.has(line.name)) ? { ...line, compiled: true as const } : line,
      );
    return { ...manifest, reading: { ...manifest.reading, declarations: installed } };
  });
  return { manifests: kept, outOfStep, problems };

  /** Production's requirements file, where something in the repository is its source. */
  function outputOf({ plan, reading, constraint }: ReadManifest): Output | undefined {
    if (!plan.path.endsWith('.txt') || plan.kind !== 'runtime' || constraint) return undefined;
    const readable = reading.problems.length === 0;
    const isPinned = ({ url, specifier }: Declaration) => url !== undefined || pinnedVersion(specifier) !== undefined;
    const written = reading.declarations.length > 0 && reading.declarations.every(isPinned);
    const made = compileHeader(project.file(plan.path)?.text ?? '') ?? (written ? noHeader : undefined);
    return { path: plan.path, versions: listedIn(plan.path), ...(readable && made ? { made } : {}) };
  }

  /** What a file lists, with the files that it includes. */
  function listedIn(path: string, seen: ReadonlySet<string> = new Set([path])): Output['versions'] {
    const reading = byPath.get(path)?.reading;
    const versions = new Map(reading ? versionsIn(reading) : []);
    for (const inclusion of reading?.includes ?? []) {
      const target = inclusion.constraint ? undefined : includedPath(path, inclusion.path);
      if (target === undefined || seen.has(target)) continue;
      for (const [name, more] of listedIn(target, new Set([...seen, target])))
        versions.set(name, [...(versions.get(name) ?? []), ...more]);
    }
    return versions;
  }

  /** The sources that its header names, or the one beside it, with the sources that these include. */
  function sourcesOf({ path, made }: Output): readonly string[] {
    const named = (made?.sources ?? []).flatMap((source) => {
      const beside = includedPath(path, source.slice(source.lastIndexOf('/') + 1));
      return (
        [includedPath(path, source), includedPath('', source), beside].find(
          (one) => one !== undefined && byPath.has(one),
        ) ?? []
      );
    });
    const beside = path.replace(/\.txt$/, '.in');
    const direct = named.length > 0 ? named : byPath.has(beside) ? [beside] : [];
    return [...new Set(direct.flatMap((source) => [source, ...includedFrom(source)]))];
  }

  /** Sources that a source includes. */
  function includedFrom(path: string, seen: ReadonlySet<string> = new Set([path])): readonly string[] {
    const direct = (byPath.get(path)?.reading.includes ?? []).flatMap((inclusion) => {
      const target = inclusion.constraint ? undefined : includedPath(path, inclusion.path);
      return target?.endsWith('.in') && !seen.has(target) ? [target] : [];
    });
    return direct.flatMap((target) => [target, ...includedFrom(target, new Set([...seen, ...direct]))]);
  }
}

/** What a compiled file has instead of a line of its source: none of the files lists the package, or one has another version. */
function behindOf(line: Declaration, outputs: readonly Output[]): LockStep | undefined {
  const { name, declared, at } = line;
  if (!isPlain(line) || UNSAFE.test(name)) return undefined;
  const holders = outputs.filter(({ versions }) => versions.has(name));
  const behind = holders.length === 0 ? outputs[0] : holders.find((output) => refuses(output, line));
  if (!behind?.made || behind.made.leavesOut.has(name)) return undefined;
  const [version] = behind.versions.get(name) ?? [];
  const { command } = behind.made;
  return {
    ...{ name, declared, at, lock: behind.path },
    ...(version === undefined ? {} : { version }),
    ...(command === undefined ? {} : { command }),
  };
}

function refuses({ versions }: Output, { name, specifier }: Declaration): boolean {
  const listed = versions.get(name) ?? [];
  return !listed.some((version) => !isVersion(version) || satisfies(version, specifier, { prereleases: true }));
}
