/** A directory of static files that the repository does not hold. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { literalOf, type Templates, templates } from '../../facts/templates.js';
import { isAssigned } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { directoryRemedy, missingDirectories, namesDirectories, outsideDirectories } from './missing-directories.js';
import { collects } from './static-settings.js';

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
  needs: { project, settings, templates },
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
  *check({ project, settings, templates }, { problem, question }) {
    const setting = settings.get('STATICFILES_DIRS');
    // An entry of which nothing is asked for is only a warning of Django's.
    const files = namedFiles(project, templates);
    const milder = files.every((file) => /favicon|apple-touch-icon/i.test(file))
      ? { severity: 'low' as const, risk: 'Where the code is checked out anew, the icon of the site is missing.' }
      : files.every((file) => liesInApplication(project, file))
        ? {
            severity: 'low' as const,
            risk: 'Django warns at each start; all files that pages name lie in applications.',
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

/** Whether a file that is spelt out lies in the directory of an application, where the other finder looks. */
function liesInApplication(project: Project, file: string): boolean {
  return /^[\w./-]+$/.test(file) && project.paths.some((path) => path.endsWith(`/static/${file}`));
}

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
    path.endsWith('.py')
      ? [...text(path).matchAll(/\bstatic\(\s*[f'"][^)\n]*|^\s+(?:js|css)\s*=\s*[[({]/gm)].map(([whole]) => whole)
      : [],
  );
  return [...inPages, ...inCode];
}
