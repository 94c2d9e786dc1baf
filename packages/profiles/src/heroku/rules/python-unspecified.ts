/** An app whose Python is whatever Heroku's default is. */
import { defineRule, dependencies, minutes, web } from '@django-golive/core';
import { pythonVersionFiles } from '../../files/python-version.js';
import { buildManifest } from '../build-manifest.js';
import { packageFiles } from '../package-files.js';
import { isLeftBehind, isUntold } from './python-unsupported.js';

export const pythonUnspecified = defineRule({
  id: 'heroku/python-unspecified',
  title: 'The project does not say which Python Heroku takes',
  sound: 'The project says which Python Heroku takes',
  category: 'dependencies',
  severity: 'medium',
  effort: minutes(5),
  risk: 'A new app, or one whose cache was cleared, gets another Python than the one before, and pinned packages may not install on it.',
  references: [web('Heroku: Specifying a Python version', 'https://devcenter.heroku.com/articles/python-runtimes')],
  since: '0.1.0',
  needs: { packageFiles, pythonVersionFiles, buildManifest, dependencies },
  problems: { missing: '`{path}` is installed, and no `.python-version` says with which Python.' },
  // A container has its own Python, and where the default stops the app, `heroku/python-unsupported` says so.
  when: ({ packageFiles, buildManifest, pythonVersionFiles, dependencies: { python, django } }) =>
    buildManifest === undefined &&
    packageFiles.found.length === 1 &&
    packageFiles.found[0]?.installer !== 'uv' &&
    !(isUntold(packageFiles, pythonVersionFiles, python) && isLeftBehind(django)),
  *check({ packageFiles, pythonVersionFiles, dependencies: { python, django } }, { problem }) {
    const manifest = isUntold(packageFiles, pythonVersionFiles, python);
    if (!manifest) return;
    const about = problem('missing', { at: manifest.at, subject: '.python-version' }, { path: manifest.path });
    const series = python?.series ?? django?.livePythons?.at(-1);
    yield {
      ...about,
      remedy: {
        summary: 'Write the Python release line that the site was tried with into `.python-version`, and commit it.',
        ...(series === undefined ? {} : { code: series, language: 'text' as const }),
        path: '.python-version',
      },
    };
  },
});
