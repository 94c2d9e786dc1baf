/** Files that are one long word or line: no target may take longer over them than their length asks for. */
import { createFactReader, deployment, given, project as projectFact, projectOf, readNeeds } from '@django-golive/core';
import { profiles } from '@django-golive/profiles';
import { expect, test } from 'vitest';

const around = {
  'manage.py': '',
  'config/settings.py': "SECRET_KEY = 'x'\n",
  'requirements.txt': 'django\ngunicorn\n',
};
const blanks = ' '.repeat(119_999);
const compose = 'services:\n  web:\n    build: .\n    command: ';

test.each([
  ['a word of letters', 'deploy.sh', '', 'els'],
  ['a word of letters and dots', '.env', '', 'a.'],
  ['slashes', 'compose.yaml', compose, '/'],
  ['directories', 'compose.yaml', compose, '/a'],
  ['quotes', 'compose.yaml', compose, '"'],
  ['directories of a server', 'site.service', '[Service]\nExecStart=', '/a'],
  // A word behind each: patterns that look for blanks at the end of a value begin anew at every one.
  ['blanks in a unit', 'site.service', '[Service]\nExecStart=/srv/a', blanks],
  ['blanks in a program', 'supervisor.conf', '[program:shop]\ncommand=/srv/a', blanks],
  ['blanks in uWSGI', 'uwsgi.ini', '[uwsgi]\nmodule=a', blanks],
  ['blanks in an image', 'Dockerfile', 'FROM python:3.13\nENV NAME a', blanks],
  ['options of Compose', 'deploy.sh', 'docker compose', ' -fa'],
  ['a workflow', '.github/workflows/deploy.yml', 'on: push\nenv:\n  A: docker ', 'run '],
  ['empty lines in an image', 'Dockerfile', 'FROM python:3.13\nRUN <<EOF\na', '\n'],
])('%s in %s', (_, path, before, part) => {
  const project = projectOf({ ...around, [path]: `${before}${part.repeat(120_000 / part.length)}b\n` });
  const start = process.cpuUsage();
  for (const { detector, providers } of profiles) {
    const read = createFactReader([given(projectFact, project), ...providers]);
    detector.detect(readNeeds(detector.needs, read));
    read(deployment);
  }
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(8000);
});
