/** Paths in settings that hang on the directory the server happens to start in, or on one developer's machine. */
import { apps } from '../../facts/apps.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings } from '../../facts/settings.js';
import { isWritten, siteCode, sources } from '../../facts/sources.js';
import { templates } from '../../facts/templates.js';
import { isAssigned, isTrue, itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInstead } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { projectPath } from '../settings/project-path.js';
import { keepsManifest, sourceDirectory, staticStorage } from '../static/static-settings.js';
import { directoryMeant } from './relative-directory.js';
import { harmOfTemplates } from './relative-templates.js';
import { repositoryPath } from './repository-path.js';

/** Targets whose processes start in the project's own directory, or that have a rule of their own. */
const settled = new Set(['docker', 'fly', 'heroku', 'pythonanywhere', 'railway', 'render']);

export const cwdDependentPaths = defineRule({
  id: 'structure/cwd-dependent-paths',
  title: 'A path depends on where the server is started',
  sound: 'Directories of templates, static files and uploads do not depend on where the server is started',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(10),
  risk: 'Templates, static files or uploads are looked for in another directory than where they are.',
  references: [web('Python: pathlib', 'https://docs.python.org/3/library/pathlib.html')],
  since: '0.1.0',
  needs: { apps, deployment, project, settings, sources, templates },
  problems: {
    relative: '`{setting}` holds `{path}`, which is looked for wherever the server happens to start.',
    drive: '`{setting}` holds `{path}`, a path of a Windows machine.',
  },
  when: ({ settings }) => hasFinalValues(settings) && pathsOf(settings).length > 0,
  *check({ apps, deployment, project, settings, sources, templates }, { problem }) {
    // WhiteNoise, a storage with a manifest and a view read at the start what `collectstatic` wrote.
    const readsCollected =
      keepsManifest(staticStorage(settings)) ||
      stringsOf(middlewareOf(settings).value).some((entry) => /whitenoise/i.test(entry)) ||
      // Django's `static()` serves nothing once DEBUG is off.
      isWritten(project, siteCode(sources, settings), /^(?!.*\bstatic\()[^#\n]*STATIC_ROOT|\bWhiteNoise\b/m);
    const readsSources = readsAtStart(settings) || isWritten(project, siteCode(sources, settings), /\bfinders\b/);
    for (const { setting, path } of pathsOf(settings)) {
      const kind = /^[A-Za-z]:[\\/]/.test(path) ? 'drive' : path.startsWith('/') ? undefined : 'relative';
      if (kind === undefined || (kind === 'relative' && settled.has(deployment.target))) continue;
      yield {
        ...problem(kind, { ...setting, subject: `${setting.subject}:${path}` }, { setting: setting.name, path }),
        confidence: kind === 'drive' ? confidenceIn(settings, setting) : 'firm',
        ...(kind === 'relative' && setting.name === 'STATIC_ROOT' && !readsCollected
          ? {
              severity: 'low' as const,
              risk: '`collectstatic` writes into another directory where it is started elsewhere; nothing of the running site was seen to read it.',
            }
          : {}),
        ...(kind === 'relative' && setting.name === 'STATICFILES_DIRS' && !readsSources
          ? {
              severity: 'low' as const,
              risk: '`collectstatic` finds nothing there where it is started in another directory; nothing of the running site was seen to read it.',
            }
          : {}),
        ...(kind === 'relative' && setting.name === 'TEMPLATES'
          ? harmOfTemplates({ apps, deployment, project, settings, templates }, path)
          : {}),
        remedy: {
          summary: 'Begin at the directory that the settings lie in.',
          ...writeInstead(
            project,
            setting.at,
            path,
            projectPath(settings, tail(path), placeOf(project, settings, path)),
          ),
        },
      };
    }
  },
});

/** Whether something asks the finders while the site runs: WhiteNoise where it is told to, what compiles styles and scripts. */
function readsAtStart(settings: Settings): boolean {
  return (
    ['WHITENOISE_USE_FINDERS', 'WHITENOISE_AUTOREFRESH'].some((name) => isTrue(settings.get(name).value) !== 'no') ||
    stringsOf(settings.get('INSTALLED_APPS').value).some((app) =>
      /compressor|pipeline|sass|less|precompil|vite|webpack|tailwind/i.test(app),
    )
  );
}

/** The path as it goes on from the project's directory; of one of a Windows machine its last part. */
const tail = (path: string): string =>
  (/^[A-Za-z]:/.test(path) ? (path.split(/[\\/]+/).findLast((part) => part !== '') ?? '') : path)
    .replace(/^\.\/|\/+$/g, '')
    .replace(/[\\'"]/g, '');

/** Where the directory lies, if `BASE_DIR` has none of that name. */
function placeOf(project: Project, settings: Settings, path: string): string | undefined {
  const { value } = settings.get('BASE_DIR');
  const base = value.kind === 'str' || value.kind === 'path' ? repositoryPath(value.value) : undefined;
  if (base !== undefined && project.isDirectory(base === '' ? tail(path) : `${base}/${tail(path)}`)) return undefined;
  return directoryMeant(project, settings, path);
}

/** The directories that settings name, each as written. An empty one is a default. */
function pathsOf(settings: Settings): readonly { readonly setting: Setting; readonly path: string }[] {
  const found: { readonly setting: Setting; readonly path: string }[] = [];
  const add = (setting: Setting, path: string | undefined): void => {
    if (path !== undefined && path !== '') found.push({ setting, path });
  };
  for (const name of ['STATIC_ROOT', 'MEDIA_ROOT']) {
    const setting = settings.get(name);
    // An address of a bucket under the old name of a storage is no directory.
    if (isAssigned(setting) && !/:\/\//.test(stringOf(setting.value) ?? '')) add(setting, stringOf(setting.value));
  }
  for (const name of ['STATICFILES_DIRS', 'LOCALE_PATHS']) {
    const setting = settings.get(name);
    if (!isAssigned(setting)) continue;
    for (const item of itemsOf(setting.value)) add(setting, sourceDirectory(item));
  }
  const templates = settings.get('TEMPLATES');
  for (const engine of itemsOf(templates.value))
    for (const directory of itemsOf(lookup(engine, 'DIRS'))) add(templates, stringOf(directory));
  return found;
}
