/** Finds in the repository what a command of a build names. */

/** The manifest that a build file names, by the longest tail of the name that is in the repository. */
export function resolveNamed(
  path: string,
  from: string,
  found: readonly { readonly path: string }[],
): string | undefined {
  const parts = path.split('/');
  for (let drop = 0; drop < parts.length; drop += 1) {
    const tail = parts.slice(drop).join('/');
    const hits = found
      .map((entry) => entry.path)
      .filter((candidate) => candidate === tail || candidate.endsWith(`/${tail}`));
    const beside = from === '' ? tail : `${from}/${tail}`;
    if (hits.includes(beside)) return beside;
    if (hits.length > 0) return hits.find((hit) => hit === tail) ?? hits[0];
  }
  return undefined;
}
