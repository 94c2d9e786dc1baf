/** Two package files: the build pack refuses to choose. */
import { defineRule, minutes, web } from '@django-golive/core';
import { buildManifest } from '../build-manifest.js';
import { packageFiles } from '../package-files.js';

export const packageFilesSeveral = defineRule({
  id: 'heroku/package-files-several',
  title: 'Heroku finds several files to install packages from',
  sound: 'Heroku finds one file to install packages from',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: 'The build stops with an error, so nothing is released.',
  references: [web('Heroku: Python support', 'https://devcenter.heroku.com/articles/python-support')],
  since: '0.1.0',
  needs: { packageFiles, buildManifest },
  problems: { several: 'The root holds {paths}: the build demands exactly one of them.' },
  when: ({ packageFiles, buildManifest }) => buildManifest === undefined && packageFiles.found.length > 1,
  *check({ packageFiles }, { problem }) {
    const [first, second] = packageFiles.found;
    if (!first || !second) return;
    const paths = packageFiles.found.map(({ path }) => `\`${path}\``).join(' and ');
    yield {
      ...problem('several', { at: second.at, subject: 'package-files' }, { paths }),
      evidence: packageFiles.found.map(({ path, at, installer }) => ({
        at,
        note: `\`${path}\` is installed with ${installer}.`,
      })),
      remedy: { summary: 'Keep the one your team works with and remove the others.' },
    };
  },
});
