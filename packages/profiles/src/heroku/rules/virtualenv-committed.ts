/** A virtual environment in the repository: the build pack refuses it. */
import { defineRule, minutes, type Project, project, untrack, web } from '@django-golive/core';
import { absenceAt } from '../../platform/absence.js';
import { buildManifest } from '../build-manifest.js';

const directories = ['.venv', 'venv', '.heroku/python'];

export const virtualenvCommitted = defineRule({
  id: 'heroku/virtualenv-committed',
  title: 'A virtual environment is committed',
  sound: 'No virtual environment is committed',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'The build stops with an error, so nothing is released.',
  references: [web('Heroku: Python support', 'https://devcenter.heroku.com/articles/python-support')],
  since: '0.1.0',
  needs: { project, buildManifest },
  problems: { committed: 'The virtual environment `{directory}/` is under version control.' },
  when: ({ project, buildManifest }) =>
    buildManifest === undefined && directories.some((directory) => markerOf(project, directory) !== undefined),
  *check({ project }, { problem }) {
    for (const directory of directories) {
      const marker = markerOf(project, directory);
      const tracked = marker === undefined ? false : project.tracked(marker);
      if (marker === undefined || tracked === false) continue;
      const about = {
        ...absenceAt(project, directory),
        ...(project.file(marker)
          ? { at: project.file(marker)?.at({ start: 0, end: 0 }) ?? absenceAt(project, directory).at }
          : {}),
      };
      yield {
        ...problem('committed', about, { directory }),
        ...(tracked === undefined ? { confidence: 'tentative' as const } : {}),
        remedy: {
          summary: 'Take it out of version control, and let `.gitignore` keep it out.',
          code: untrack(project, `${directory}/`),
          language: 'bash',
        },
      };
    }
  },
});

/** The file by which such a directory is known. */
function markerOf(project: Project, directory: string): string | undefined {
  return [...project.paths, ...project.skipped.map(({ path }) => path)].find(
    (path) =>
      path === `${directory}/pyvenv.cfg` || (directory === '.heroku/python' && path.startsWith(`${directory}/`)),
  );
}
