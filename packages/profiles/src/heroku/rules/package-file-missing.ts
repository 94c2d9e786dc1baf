/** The file that Heroku installs packages from. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { absenceAt } from '../../platform/absence.js';
import { buildManifest } from '../build-manifest.js';
import { packageFiles } from '../package-files.js';
import { pushedDirectory } from '../pushed-directory.js';

export const packageFileMissing = defineRule({
  id: 'heroku/package-file-missing',
  title: 'Heroku finds no file to install packages from',
  sound: 'Heroku finds the file it installs packages from',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: 'The build stops with an error, so nothing is released.',
  references: [web('Heroku: Python support', 'https://devcenter.heroku.com/articles/python-support')],
  since: '0.1.0',
  needs: { project, packageFiles, buildManifest, pushedDirectory },
  problems: {
    missing: 'The root holds none of `requirements.txt`, `Pipfile.lock`, `poetry.lock` and `uv.lock`.',
    unlocked: '`Pipfile` has no `Pipfile.lock` beside it.',
    untracked: '`{path}` is not under version control, so it is not pushed.',
  },
  // Of a directory that may be the one that is pushed, `heroku/procfile-missing` asks.
  when: ({ buildManifest, packageFiles, pushedDirectory }) =>
    buildManifest === undefined && (packageFiles.found.length > 0 || pushedDirectory === undefined),
  *check({ project, packageFiles }, { problem }) {
    const { found, untracked, unlockedPipfile } = packageFiles;
    if (unlockedPipfile) {
      yield {
        ...problem('unlocked', { at: unlockedPipfile, subject: 'Pipfile.lock' }),
        remedy: {
          summary: 'Lock the dependencies and commit the lock file.',
          code: 'pipenv lock\ngit add Pipfile.lock',
          language: 'bash',
        },
      };
    } else if (found.length === 0 && untracked[0]) {
      const { path, at } = untracked[0];
      yield {
        ...problem('untracked', { at, subject: path }, { path }),
        remedy: { summary: `Commit \`${path}\`.`, code: `git add ${path}`, language: 'bash' },
      };
    } else if (found.length === 0) yield problem('missing', absenceAt(project, 'requirements.txt'));
  },
});
