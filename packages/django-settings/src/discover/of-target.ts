/** Settings that are named for the very target: where production's are open to a variable, it loads those that build on them. */
import type { Deployment, EntryPoint } from '@django-golive/core';
import { importClosure } from './import-closure.js';
import { rootsFor } from './import-roots.js';
import type { Search } from './search.js';
import { siblings } from './settings-modules.js';

/** `config/settings/heroku.py` for `config.settings.production`, which it extends, on Heroku. */
export function ofTarget(search: Search, entry: EntryPoint, { target, processes }: Deployment): EntryPoint {
  const { module, path, name } = entry;
  const web = processes.find(({ role }) => role === 'web');
  if (path === undefined || entry.fixed || entry.supposed || name === '--settings') return entry;
  // What gives the process all of its variables would name the module.
  if (web && !web.variablesUnseen) return entry;
  const own = siblings(search.settingsPaths, path).filter(
    (beside) =>
      target.split('-').includes(stem(beside).replace(/_?(?:settings|prod|production)_?/, '')) &&
      importClosure(search.project, rootsFor(search, beside), [beside]).includes(path),
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

const stem = (path: string): string => path.replace(/^.*\/|\.py$/g, '');
