/** A directory of static files that the repository does not hold. */
import { type Apps, apps } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { literalOf, type Templates, templates } from '../../facts/templates.js';
import { isAssigned, itemsOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { repositoryPath } from '../structure/repository-path.js';
import { directoryRemedy, missingDirectories, namesDirectories, outsideDirectories } from './missing-directories.js';
import { collects, sourceDirectory } from './static-settings.js';

export const dirMissing = defineRule({
  id: 'static/dir-missing',
  title: 'A directory of static files is not in the repository',
  sound: 'The directories of static files are in the repository',
  category: 'static-media',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Where the code is checked out anew, what belongs there is missing.',
  references: [django('staticfiles.W004'), docs('ref/settings', 'staticfiles-dirs')],
  since: '0.1.0',
  needs: { apps, project, settings, templates },
  problems: {
    missing:
      '`STATICFILES_DIRS` names `{path}`, which the repository does not hold: what belongs there is not collected.',
  },
  questions: {
    outside:
      '`STATICFILES_DIRS` names `{path}`, outside of the repository. Is it on the server? Where it is not, Django warns and collects nothing from it.',
  },
  when: ({ project, settings, templates }) =>
    hasFinalValues(settings) &&
    collects(settings) === 'yes' &&
    // Before, collectstatic stops there, which has a rule of its own.
    atLeastSeries(settings.django, '4.0') &&
    isAssigned(settings.get('STATICFILES_DIRS')) &&
    // Of one that is not there nothing good is said, even where no page asks for its files.
    ([outsideDirectories, missingDirectories].some((find) => find(project, settings.get('STATICFILES_DIRS')).length > 0)
      ? namedFiles(project, templates).length > 0
      : namesDirectories(project, settings.get('STATICFILES_DIRS'))),
  *check({ apps, project, settings, templates }, { problem, question }) {
    const setting = settings.get('STATICFILES_DIRS');
    // An entry of which nothing is asked for is only a warning of Django's.
    const files = namedFiles(project, templates);
    const milder = files.every((file) => /favicon|apple-touch-icon/i.test(file))
      ? { severity: 'low' as const, risk: 'Where the code is checked out anew, the icon of the site is missing.' }
      : files.every((file) => liesElsewhere(project, settings, apps, file))
        ? {
            severity: 'low' as const,
            risk: 'Django warns at each start of a command. Every file that pages name lies in another directory.',
          }
        : {};
    for (const path of missingDirectories(project, setting)) {
      yield {
        ...problem('missing', { ...setting, subject: `${setting.subject}:${path}` }, { path }),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
        ...milder,
        remedy: directoryRemedy(path),
      };
    }
    for (const path of outsideDirectories(project, setting)) yield question('outside', setting, { path });
  },
});

/** The static files that pages and code name, as far as they are spelt out: by a tag, or by their address. */
function namedFiles(project: Project, { files }: Templates): readonly string[] {
  const text = (path: string): string => project.file(path)?.text ?? '';
  const inPages = files.flatMap(({ path, tags }) => [
    ...tags.flatMap(({ name, words }) => (name === 'static' ? [literalOf(words[0]) ?? '?'] : [])),
    ...[...text(path).matchAll(/\{\{-?\s*static\(([^)]*)|STATIC_URL[^"'<>\n]*|["'(]\/?static\/([^"')\n]*)/g)].map(
      ([whole, called, address]) => called ?? address ?? whole,
    ),
  ]);
  const inCode = project.paths.flatMap((path) =>
    path.endsWith('.py') && !/(^|\/)(site-packages|node_modules)\//.test(path)
      ? [...text(path).matchAll(/\bstatic\(\s*[f'"][^)\n]*|^\s+(?:js|css)\s*=\s*[[({]/gm)].map(([whole]) => whole)
      : [],
  );
  return [...inPages, ...inCode];
}

/** Whether a name is that of a file of an application or of another entry, so that nothing is missing without this one. */
function liesElsewhere(project: Project, settings: Settings, apps: Apps, name: string): boolean {
  const entries = itemsOf(settings.get('STATICFILES_DIRS').value).map((item) =>
    repositoryPath(sourceDirectory(item) ?? ''),
  );
  const places = [...apps.own.map(({ directory }) => `${directory}/static`), ...entries];
  return (
    /^admin\//.test(name) || places.some((place) => place !== undefined && project.paths.includes(`${place}/${name}`))
  );
}
