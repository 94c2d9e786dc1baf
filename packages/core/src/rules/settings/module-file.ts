/** Where a dotted module lies in the repository: the difference between missing and somebody else's. */
import type { Project } from '../../source.js';

/** The file, or that it is certainly not there, or that it may be an installed package. */
export function moduleFile(
  project: Project,
  roots: readonly string[],
  module: string,
): { readonly path: string } | 'missing' | 'elsewhere' {
  const [top = ''] = module.split('.');
  if (!module.split('.').every((part) => /^[^\W\d]\w*$/u.test(part))) return 'elsewhere';
  const inside = (root: string, path: string): string => (root === '' ? path : `${root}/${path}`);
  for (const root of roots) {
    const base = inside(root, module.replaceAll('.', '/'));
    for (const path of [`${base}.py`, `${base}/__init__.py`]) if (project.file(path)) return { path };
    if (project.isDirectory(base)) return { path: `${base}/__init__.py` };
  }
  // A package of the repository shadows an installed one of the same name; a bare directory might not.
  const own = roots.some(
    (root) => project.file(inside(root, `${top}/__init__.py`)) || project.file(inside(root, `${top}.py`)),
  );
  return own ? 'missing' : 'elsewhere';
}
