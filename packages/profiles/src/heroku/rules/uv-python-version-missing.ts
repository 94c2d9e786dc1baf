/** uv on Heroku takes the Python version from .python-version alone. */
import { defineRule, dependencies, minutes, web } from '@django-golive/core';
import { pythonVersionFiles } from '../../files/python-version.js';
import { buildManifest } from '../build-manifest.js';
import { packageFiles } from '../package-files.js';

export const uvPythonVersionMissing = defineRule({
  id: 'heroku/uv-python-version-missing',
  title: 'A project that uv installs has no .python-version',
  sound: 'A project that uv installs names its Python in .python-version',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The build stops with an error, so nothing is released.',
  references: [web('Heroku: Python support', 'https://devcenter.heroku.com/articles/python-support')],
  since: '0.1.0',
  needs: { packageFiles, pythonVersionFiles, buildManifest, dependencies },
  problems: {
    missing: '`uv.lock` is installed with uv, and there is no `.python-version`: `requires-python` is not read.',
    runtime: '`uv.lock` is installed with uv, which does not take its Python from `runtime.txt`.',
  },
  when: ({ packageFiles, buildManifest }) =>
    buildManifest === undefined && packageFiles.found.length === 1 && packageFiles.found[0]?.installer === 'uv',
  *check({ packageFiles, pythonVersionFiles, dependencies }, { problem }) {
    const { runtime, dotfile, misspelt } = pythonVersionFiles;
    const lock = packageFiles.found[0];
    // A misspelt file ends the build first, and is a finding of its own.
    if (!lock || misspelt) return;
    const series = dependencies.python?.series;
    const remedy = {
      summary: 'Write the Python release line into `.python-version`, and commit it.',
      ...(series === undefined ? {} : { code: series, language: 'text' as const, path: '.python-version' }),
    };
    if (runtime)
      yield {
        ...problem('runtime', { at: runtime.at, subject: 'runtime.txt' }),
        remedy: {
          summary: `${remedy.summary} Remove \`runtime.txt\`.`,
          ...(series === undefined
            ? {}
            : {
                code: `echo '${series}' > .python-version\ngit add .python-version\ngit rm runtime.txt\ngit commit -m 'Name the Python release line'`,
                language: 'bash',
              }),
        },
      };
    else if (!dotfile) yield { ...problem('missing', { at: lock.at, subject: '.python-version' }), remedy };
  },
});
