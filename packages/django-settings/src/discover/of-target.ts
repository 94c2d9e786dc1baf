/** Settings that are named for the very target: where production's are open to a variable, it loads those that build on them. */
import type { Deployment, EntryPoint } from '@django-golive/core';
import { isFragment } from './fragments.js';
import { importClosure } from './import-closure.js';
import { rootsFor } from './import-roots.js';
import type { Search } from './search.js';
import { namesProduction, siblings } from './settings-modules.js';

/** `config/settings/heroku.py` for `config.settings.production`, which it extends, on Heroku. */
export function ofTarget(search: Search, entry: EntryPoint, { target, processes }: Deployment): EntryPoint {
  const { module, path, name } = entry;
  const web = processes.find(({ role }) => role === 'web');
  if (path === undefined || entry.fixed || name === '--settings') return entry;
  if (entry.supposed) return amongSupposed(search, entry, path, target);
  // What gives the process all of its variables would name the module.
  if (web && !web.variablesUnseen) return entry;
  const own = siblings(search.settingsPaths, path).filter(
    (beside) =>
      target.split('-').includes(stem(beside).replace(/_?(?:settings|prod|production)_?/, '')) &&
      buildsOn(search, beside, path, module) &&
      !loads(search, path, beside),
  );
  const [beside] = own;
  if (module === undefined || beside === undefined || own.length > 1) return entry;
  const parent = path.endsWith('__init__.py') ? `${module}.` : module.replace(/\w+$/, '');
  return {
    ...entry,
    name: 'web',
    module: parent + stem(beside),
    path: beside,
    reason: `${entry.reason}, but \`${beside}\`, which extends it, is named for this target, where \`DJANGO_SETTINGS_MODULE\` can name it`,
    candidates: [module],
    supposed: true,
    insteadOf: module,
  };
}

/** Of several modules that are taken for their names, the one whose name has the target's. */
function amongSupposed(search: Search, entry: EntryPoint, path: string, target: string): EntryPoint {
  const isNamed = (one: string) =>
    stem(one)
      .split('_')
      .some((word) => target.split('-').includes(word));
  if (isNamed(path) || !namesProduction(stem(path))) return entry;
  const [only, ...more] = siblings(search.settingsPaths, path).filter(
    (one) => isNamed(one) && !isFragment(search, one),
  );
  if (only === undefined || more.length > 0 || entry.module === undefined) return entry;
  return {
    ...entry,
    module: entry.module.replace(/\w+$/, stem(only)),
    path: only,
    reason: `${entry.reason}; of those named for production \`${only}\` is named for this target`,
    candidates: [...entry.candidates, entry.module],
  };
}

/** Whether settings take over those of another file. Whatever lies in a package runs the package itself: that takes nothing over. */
function buildsOn(search: Search, path: string, other: string, module: string | undefined): boolean {
  if (!importClosure(search.project, rootsFor(search, path), [path]).includes(other)) return false;
  if (!other.endsWith('__init__.py')) return true;
  const all = (search.project.file(path)?.text ?? '').matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+\(?\s*\*/gm);
  return [...all].some(([, from]) => from === '.' || from === module);
}

/** Whether a file loads another by itself, as under a variable of the target: nobody has to name that then. */
function loads(search: Search, path: string, other: string): boolean {
  const text = search.project.file(path)?.text ?? '';
  return (
    new RegExp(`['"](?:[\\w./]*/)?${stem(other)}\\.py['"]`).test(text) ||
    importClosure(search.project, rootsFor(search, path), [path]).includes(other)
  );
}

const stem = (path: string): string => path.replace(/^.*\/|\.py$/g, '');
