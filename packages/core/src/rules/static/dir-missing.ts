/** A directory of static files that the repository does not hold. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { type Templates, templates } from '../../facts/templates.js';
import type { Value } from '../../facts/value.js';
import { isAssigned, itemsOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { repositoryPath } from '../structure/repository-path.js';
import { collects, sourceDirectory } from './static-settings.js';

export const dirMissing = defineRule({
  id: 'static/dir-missing',
  title: 'A directory of static files is not in the repository',
  sound: 'The directories of static files are in the repository',
  category: 'static-media',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Where the code is checked out anew, what belongs there is missing; before Django 4.0 `collectstatic` stops.',
  references: [django('staticfiles.W004'), docs('ref/settings', 'staticfiles-dirs')],
  since: '0.1.0',
  needs: { project, settings, templates },
  problems: {
    fails:
      '`STATICFILES_DIRS` names `{path}`, which the repository does not hold: `collectstatic` stops with FileNotFoundError.',
    missing:
      '`STATICFILES_DIRS` names `{path}`, which the repository does not hold: what belongs there is not collected.',
  },
  when: ({ project, settings }) =>
    hasFinalValues(settings) &&
    collects(settings) === 'yes' &&
    isAssigned(settings.get('STATICFILES_DIRS')) &&
    itemsOf(settings.get('STATICFILES_DIRS').value).some((item) => {
      const path = directoryOf(item);
      return path !== undefined && !isMade(project, path);
    }),
  *check({ project, settings, templates }, { problem }) {
    const setting = settings.get('STATICFILES_DIRS');
    const fatal = !atLeastSeries(settings.django, '4.0');
    // An entry of which nothing is asked for is only a warning of Django's.
    if (!fatal && !namesStatic(project, templates)) return;
    for (const item of itemsOf(setting.value)) {
      const path = directoryOf(item);
      if (path === undefined || project.isDirectory(path) || isMade(project, path)) continue;
      const about = { ...setting, subject: `${setting.subject}:${path}` };
      yield {
        ...(fatal ? problem('fails', about, { path }) : problem('missing', about, { path })),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
        remedy: {
          summary: `Put the files there under version control, with a file such as \`.gitkeep\` while there are none, or take the entry away.`,
          code: `mkdir -p ${path}\ntouch ${path}/.gitkeep\ngit add ${path}`,
          language: 'bash',
        },
      };
    }
  },
});

/** Whether a page or code names a static file: by a tag, or by its address. */
function namesStatic(project: Project, templates: Templates): boolean {
  const text = (path: string): string => project.file(path)?.text ?? '';
  return (
    templates.files.some(
      ({ path, tags }) =>
        tags.some(({ name }) => name === 'static') || /\{\{-?\s*static\(|STATIC_URL|["'(]\/?static\//.test(text(path)),
    ) ||
    project.paths.some(
      (path) => path.endsWith('.py') && /\bstatic\(\s*[f'"]|^\s+(js|css)\s*=\s*[[({]/m.test(text(path)),
    )
  );
}

/** The directory of an entry inside the repository; an entry may carry a prefix. */
function directoryOf(item: Value): string | undefined {
  const text = sourceDirectory(item);
  const path = text === undefined ? undefined : repositoryPath(text);
  return path === '' ? undefined : path;
}

const recipe =
  /(^|\/)(Dockerfile[\w.-]*|[\w.-]*\.Dockerfile|Procfile|Makefile|justfile|fabfile\.py|[^/]*\.(sh|bash|ya?ml|toml))$/;

/** Whether a build makes it: a bundler's output, a place that git is told to leave out, a directory that a recipe names. */
function isMade(project: Project, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (
    /(^|[/_.-])(dist|build|built|bundles?|node_modules|bower_components|compiled|generated|webpack\w*|out)([/_.-]|$)/i.test(
      path,
    )
  )
    return true;
  if (project.paths.some((file) => /(^|\/)(package|bower)\.json$/.test(file) && !file.includes('node_modules/')))
    return true;
  const mentions = (file: string, pattern: RegExp): boolean => pattern.test(project.file(file)?.text ?? '');
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return (
    project.paths.some(
      (file) => /(^|\/)\.gitignore$/.test(file) && mentions(file, new RegExp(`^[^#\\n]*\\b${escaped}\\b`, 'm')),
    ) ||
    project.paths.some(
      (file) =>
        recipe.test(file) && mentions(file, new RegExp(`(mkdir|COPY|cp|target|git clone)[^\\n]*\\b${escaped}\\b`)),
    )
  );
}
