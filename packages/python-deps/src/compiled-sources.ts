/** `requirements.in` and the `requirements.txt` that pip-compile makes of it: what only the source names is not installed. */
import type { Declaration, Problem } from './declaration.js';
import type { ReadManifest } from './read-manifests.js';
import { includedPath } from './read-manifests.js';

/** The manifests without what sources name and no file compiled from them lists; each such line is told. */
export function inStep(manifests: readonly ReadManifest[]): {
  readonly manifests: readonly ReadManifest[];
  readonly problems: readonly Problem[];
} {
  const byPath = new Map(manifests.map((manifest) => [manifest.plan.path, manifest]));
  /** For each source, what the files compiled from it list. */
  const compiled = new Map<string, { readonly path: string; readonly names: ReadonlySet<string> }[]>();
  for (const { plan, reading } of manifests) {
    const output = byPath.get(plan.path.replace(/\.in$/, '.txt'));
    if (!plan.path.endsWith('.in') || !output || output.plan.kind !== 'runtime') continue;
    const names = new Set(output.reading.declarations.map(({ name }) => name));
    for (const path of [plan.path, ...includedFrom(reading.path)])
      compiled.set(path, [...(compiled.get(path) ?? []), { path: output.plan.path, names }]);
  }
  const problems: Problem[] = [];
  const kept = manifests.map((manifest): ReadManifest => {
    const outputs = compiled.get(manifest.plan.path);
    if (!outputs) return manifest;
    const isListed = ({ name, marker }: Declaration) =>
      marker !== undefined || outputs.some(({ names }) => names.has(name));
    const declarations = manifest.reading.declarations.filter(isListed);
    for (const { name, at } of manifest.reading.declarations.filter((one) => !isListed(one)))
      problems.push({ at, why: `\`${outputs[0]?.path}\` beside it lacks \`${name}\`` });
    return { ...manifest, reading: { ...manifest.reading, declarations } };
  });
  return { manifests: kept, problems };

  /** Sources that a source includes. */
  function includedFrom(path: string, seen: ReadonlySet<string> = new Set([path])): readonly string[] {
    const direct = (byPath.get(path)?.reading.includes ?? []).flatMap((inclusion) => {
      const target = inclusion.constraint ? undefined : includedPath(path, inclusion.path);
      return target?.endsWith('.in') && !seen.has(target) ? [target] : [];
    });
    return direct.flatMap((target) => [target, ...includedFrom(target, new Set([...seen, ...direct]))]);
  }
}
