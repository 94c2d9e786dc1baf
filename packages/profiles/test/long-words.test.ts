/** Files that are one long word or line: no target may take longer over them than their length asks for. */
import { createFactReader, deployment, given, project as projectFact, projectOf, readNeeds } from '@django-golive/core';
import { profiles } from '@django-golive/profiles';
import { expect, test } from 'vitest';

const around = {
  'manage.py': '',
  'config/settings.py': "SECRET_KEY = 'x'\n",
  'requirements.txt': 'django\ngunicorn\n',
};
const compose = 'services:\n  web:\n    build: .\n    command: ';

test.each([
  ['a word of letters', 'deploy.sh', '', 'els'],
  ['a word of letters and dots', '.env', '', 'a.'],
  ['slashes', 'compose.yaml', compose, '/'],
  ['directories', 'compose.yaml', compose, '/a'],
  ['quotes', 'compose.yaml', compose, '"'],
  ['directories of a server', 'site.service', '[Service]\nExecStart=', '/a'],
])('%s in %s', (_, path, before, part) => {
  const project = projectOf({ ...around, [path]: before + part.repeat(120_000 / part.length) });
  const start = process.cpuUsage();
  for (const { detector, providers } of profiles) {
    const read = createFactReader([given(projectFact, project), ...providers]);
    detector.detect(readNeeds(detector.needs, read));
    read(deployment);
  }
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(8000);
});
