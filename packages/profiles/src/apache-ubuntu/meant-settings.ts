/** The settings that a virtual host means, where its script still loads others: production has them once that is mended. */
import { type Project, type Settings, stringOf } from '@django-golive/core';
import { resolvePath } from '../files/paths.js';
import { codeOf } from '../files/python-code.js';
import { systemPath } from '../files/settings-path.js';
import type { ApacheSites } from './virtual-hosts.js';

/** A module of the repository. */
export interface MeantSettings {
  readonly module: string;
  readonly path: string;
}

/** What `SetEnv DJANGO_SETTINGS_MODULE` names, where it is one module of the project and not the one that is loaded. */
export function meantSettings(
  sites: ApacheSites,
  project: Project,
  { module, roots }: Settings,
): MeantSettings | undefined {
  const named = sites
    .named('SetEnv')
    .flatMap(({ args: [name, value] }) => (name?.text === 'DJANGO_SETTINGS_MODULE' ? (value?.text ?? []) : []));
  const [only, ...others] = new Set(named);
  if (only === undefined || others.length > 0 || only === module || !/^\w+(\.\w+)*$/.test(only)) return undefined;
  const inside = only.replaceAll('.', '/');
  const path = roots
    .flatMap((root) =>
      [`${inside}.py`, `${inside}/__init__.py`].map((file) => (root === '' ? file : `${root}/${file}`)),
    )
    .find((file) => project.file(file) !== undefined);
  return path === undefined ? undefined : { module: only, path };
}

const literals = /["']([\w./ -]+)["']/g;
const filename =
  /["']filename["']\s*:\s*(?:str\()?\s*(?:["'](\/[\w./-]+)["']|(?:os\.path\.)?join\(\s*BASE_DIR((?:\s*,\s*["'][\w./ -]+["'])+)|BASE_DIR((?:\s*\/\s*["'][\w./ -]+["'])+))/g;

/** The files on the server that its handlers of logging spell out, with the repository at `root`. */
export function meantLogs(
  meant: MeantSettings | undefined,
  project: Project,
  settings: Settings,
  root: string,
): readonly string[] {
  const base = stringOf(settings.get('BASE_DIR').value);
  const home = base === undefined ? undefined : systemPath(base, root, undefined);
  const found = [...codeOf(project.file(meant?.path ?? '')?.text ?? '').matchAll(filename)].flatMap(
    ([, whole, joined, divided]) => {
      if (whole !== undefined) return [whole];
      const parts = [...(joined ?? divided ?? '').matchAll(literals)].map(([, part = '']) => part);
      return home === undefined ? [] : (resolvePath(home, parts.join('/')) ?? []);
    },
  );
  return [...new Set(found)];
}
