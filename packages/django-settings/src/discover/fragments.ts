/** Files that hold a part of a project's settings, such as `prod_databases.py`: no process loads one by itself. */
import { importClosure, loadsByName } from './import-closure.js';
import { rootsFor } from './import-roots.js';
import { findModule } from './module-path.js';
import type { Search } from './search.js';

/** Without these no project serves anything, so a settings module sets them, itself or through what it imports. */
const necessary = /^[ \t]*(?:INSTALLED_APPS|ROOT_URLCONF)\s*(?::[^=\n]+)?=/m;
const starImports = /^[ \t]*from[ \t]+([A-Za-z_][\w.]*)[ \t]+import[ \t]+\(?\s*\*/gm;

/** Whether a file is certainly a part only: where it loads what the repository does not show, it may be whole. */
export function isFragment(search: Search, path: string): boolean {
  const roots = rootsFor(search, path);
  const texts = importClosure(search.project, roots, [path]).map((one) => search.project.file(one)?.text ?? '');
  return !texts.some((text) => necessary.test(text) || loadsByName(text) || importsAllOfOthers(search, roots, text));
}

/** Whether a text takes all names of a module that is not in the repository. */
function importsAllOfOthers(search: Search, roots: readonly string[], text: string): boolean {
  return [...text.matchAll(starImports)].some(([, module = '']) => !findModule(search.project, roots, module));
}
