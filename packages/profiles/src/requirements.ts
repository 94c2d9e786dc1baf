/** The requirements file that a checklist installs: one that names Django, and what `INSTALLED_APPS` needs beyond it. */
import { type Dependencies, type Project, type Settings, stringsOf } from '@django-golive/core';
import { directoryOf, normalizePath } from './files/paths.js';

/** The file that production installs, but none whose lines lead to no package, and what was compiled before its source. */
export function requirementsOf(dependencies: Dependencies, project: Project): string | undefined {
  const isSource = (path: string): boolean => path.endsWith('.in');
  const paths = dependencies.manifests
    .filter(({ kind, format }) => kind === 'runtime' && format === 'requirements')
    .map(({ path }) => path)
    .sort((left, right) => Number(isSource(left)) - Number(isSource(right)));
  return paths.find((path) => namedIn(project, path)?.size !== 0) ?? paths[0];
}

/** Packages of `INSTALLED_APPS` that the project declares, though not in this file. */
export function packagesBeside(
  project: Project,
  settings: Settings,
  dependencies: Dependencies,
  path: string,
): readonly string[] {
  const named = namedIn(project, path);
  if (!named) return [];
  const apps = stringsOf(settings.get('INSTALLED_APPS').value).map((app) => app.split('.')[0] ?? '');
  const found = [...new Set(apps)].flatMap((app) => {
    const providers = dependencies.providing(app).map(normalized);
    if (providers.length === 0 || providers.some((name) => named.has(name))) return [];
    return (
      dependencies.all.find(({ name, kind }) => (kind === 'runtime' || kind === 'optional') && providers.includes(name))
        ?.name ?? []
    );
  });
  return found;
}

const normalized = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** The packages that a file names, with the files that it includes; `undefined` where it installs what it does not name. */
function namedIn(project: Project, path: string): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const read = new Set<string>();
  const visit = (each: string): boolean => {
    const file = project.file(each);
    if (!file) return false;
    if (read.has(each)) return true;
    read.add(each);
    return file.text.split(/\r?\n/).every((written) => {
      const line = written.replace(/(^|\s)#.*$/, '').trim();
      if (line === '') return true;
      const included = /^(?:-r|--requirement)[\s=]*(\S+)$/.exec(line)?.[1];
      if (included !== undefined) return visit(normalizePath(`${directoryOf(each)}/${included}`) ?? '');
      if (line.startsWith('-')) return !/^(-e|--editable)\b/.test(line);
      const name = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\]\s*)?(?:[=<>!~;@]|$)/.exec(line)?.[1];
      if (name !== undefined) names.add(normalized(name));
      return name !== undefined;
    });
  };
  return visit(path) ? names : undefined;
}
