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
      const untracked = untrack(project, `${directory}/`);
      const taken = isListed(project, directory)
        ? untracked.replace(/\n[\s\S]*/, '')
        : `${untracked}\ngit add .gitignore`;
      yield {
        ...problem('committed', about, { directory }),
        ...(tracked === undefined ? { confidence: 'tentative' as const } : {}),
        remedy: {
          summary: 'Take it out of version control, and let `.gitignore` keep it out.',
          code: `${taken}\ngit commit -m 'Take the virtual environment out'`,
          language: 'bash',
        },
      };
    }
  },
});

/** Whether the file that is to keep it out names it. */
function isListed(project: Project, directory: string): boolean {
  const lines = (project.file('.gitignore')?.text ?? '').split(/\r?\n/);
  return lines.some((line) => line.trim().replace(/^\/|\/$/g, '') === directory);
}

/** The file by which such a directory is known. */
function markerOf(project: Project, directory: string): string | undefined {
  return [...project.paths, ...project.skipped.map(({ path }) => path)].find(
    (path) =>
      path === `${directory}/pyvenv.cfg` || (directory === '.heroku/python' && path.startsWith(`${directory}/`)),
  );
}
