/** An app whose Python is whatever Heroku's default is. */
import { defineRule, dependencies, minutes, project, web } from '@django-golive/core';
import { pythonVersionFiles } from '../../files/python-version.js';
import { buildManifest } from '../build-manifest.js';
import { packageFiles } from '../package-files.js';
import { leftBehind, lineToWrite } from '../python-line.js';
import { isUntold } from './python-unsupported.js';

export const pythonUnspecified = defineRule({
  id: 'heroku/python-unspecified',
  title: 'The project does not say which Python Heroku takes',
  sound: 'The project says which Python Heroku takes',
  refutedBy: ['heroku/python-unsupported'],
  category: 'dependencies',
  severity: 'medium',
  effort: minutes(5),
  risk: 'A new app, or one whose cache was cleared, gets another Python than the one before, and pinned packages may not install on it.',
  references: [web('Heroku: Specifying a Python version', 'https://devcenter.heroku.com/articles/python-runtimes')],
  since: '0.1.0',
  needs: { project, packageFiles, pythonVersionFiles, buildManifest, dependencies },
  problems: { missing: '`{path}` is installed, and no `.python-version` says with which Python.' },
  // A container has its own Python, and where the default stops the app, `heroku/python-unsupported` says so.
  when: ({ packageFiles, buildManifest, pythonVersionFiles, dependencies }) =>
    buildManifest === undefined &&
    packageFiles.found.length === 1 &&
    packageFiles.found[0]?.installer !== 'uv' &&
    !(isUntold(packageFiles, pythonVersionFiles, dependencies.python) && leftBehind(dependencies) !== undefined),
  *check({ project, packageFiles, pythonVersionFiles, dependencies }, { problem }) {
    const manifest = isUntold(packageFiles, pythonVersionFiles, dependencies.python);
    if (!manifest) return;
    const line = lineToWrite(project, dependencies);
    yield {
      ...problem('missing', { at: manifest.at, subject: '.python-version' }, { path: manifest.path }),
      remedy: {
        summary:
          line?.shown !== undefined
            ? `Write the Python release line of \`${line.shown}\` into \`.python-version\`, and commit it.`
            : 'Write a Python release line into `.python-version`, try the site with it, and commit it.',
        ...(line === undefined ? {} : { code: line.series, language: 'text' as const }),
        path: '.python-version',
      },
    };
  },
});
