/** A Python version file that the build pack refuses. */
import { defineRule, minutes, web } from '@django-golive/core';
import { pythonVersionFiles, type VersionFault } from '../../files/python-version.js';
import { buildManifest } from '../build-manifest.js';

const reasons: Readonly<Record<VersionFault, string>> = {
  prefix: 'the version stands there without `python-`',
  quotes: 'the version stands there without quotes',
  format: 'it must be a release line or an exact version',
  several: 'it must hold one version',
  none: 'it holds no version',
  encoding: 'it must be UTF-8 without a byte-order mark',
};

export const pythonVersionInvalid = defineRule({
  id: 'heroku/python-version-invalid',
  title: 'Heroku cannot read the Python version file',
  sound: 'Heroku can read the Python version file',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The build stops with an error, so nothing is released.',
  references: [web('Heroku: Specifying a Python version', 'https://devcenter.heroku.com/articles/python-runtimes')],
  since: '0.1.0',
  needs: { pythonVersionFiles, buildManifest },
  problems: {
    invalid: '`{path}` says `{written}`: {reason}.',
    misspelt: '`{path}` is spelt wrongly: the file is called `.python-version`.',
  },
  when: ({ pythonVersionFiles, buildManifest }) =>
    buildManifest === undefined && (pythonVersionFiles.inForce ?? pythonVersionFiles.misspelt) !== undefined,
  *check({ pythonVersionFiles }, { problem }) {
    const { inForce, runtime, misspelt } = pythonVersionFiles;
    if (!runtime && misspelt) {
      yield {
        ...problem('misspelt', { at: misspelt, subject: misspelt.path }, { path: misspelt.path }),
        remedy: { summary: `Rename \`${misspelt.path}\` to \`.python-version\`.` },
      };
    } else if (inForce?.fault) {
      yield {
        ...problem(
          'invalid',
          { at: inForce.at, subject: inForce.path, current: inForce.written },
          { path: inForce.path, written: inForce.written, reason: reasons[inForce.fault] },
        ),
        remedy: { summary: 'Write one release line, such as `3.13`, into `.python-version`, and nothing else.' },
      };
    }
  },
});
