/** Files that the settings open and the repository lacks, on targets that have only what is built or pushed. */
import { docker, fly, heroku, railway, render } from '@django-golive/profiles';
import { expect, test } from 'vitest';
import { tryRule } from './heroku-pythonanywhere-given.js';

test.each([
  ['docker', docker, 'docker/runs-as-root', 'keep it on the host'],
  ['fly', fly, 'fly/placeholder-left', 'from a variable'],
  ['heroku', heroku, 'heroku/procfile-missing', 'from a variable'],
  ['railway', railway, 'railway/config-cutoff', 'from a variable'],
  ['render', render, 'render/placeholder-left', 'from a variable'],
] as const)('%s says how the file comes there', (_, profile, rule, way) => {
  const said = (wanted: readonly string[]) =>
    tryRule(profile, rule, { 'manage.py': '' }, {}, { wanted }).checklist.find(({ id }) => id === 'opened-files')?.text;
  expect(said(['secrets.json'])).toContain('The settings stop without `secrets.json`');
  expect(said(['secrets.json'])).toContain(way);
  expect(said([])).toBeUndefined();
});
