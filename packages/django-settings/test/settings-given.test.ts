/** What the production scenario is given, and who wins. */
import { type EntryPoint, projectOf, unknownDeployment } from '@django-golive/core';
import { expect, test } from 'vitest';
import { givenVariables, onlyOperatorVariables } from '../src/given-variables.js';

const project = projectOf({
  'x/wsgi.py': [
    'import os',
    "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x.settings')",
    "os.environ.setdefault('DJANGO_CONFIGURATION', 'Production')",
    "os.environ['FORCED'] = 'by wsgi'",
    "os.environ.setdefault('GIVEN', 'by wsgi')",
    "if os.path.exists('/x'):",
    "    os.environ['MAYBE'] = '1'",
    "os.environ['COMPUTED'] = secret()",
  ].join('\n'),
});
const at = project.file('x/wsgi.py')?.at({ start: 0, end: 0 });
const entry: EntryPoint = {
  name: 'web',
  role: 'web',
  module: 'x.settings',
  path: 'x/settings.py',
  at,
  reason: 'it says so',
  candidates: [],
  roots: [''],
};

test('the operator goes before files, files before the platform, and what wsgi.py sets before all', () => {
  if (!at) throw new Error('no such file');
  const given = givenVariables(
    project,
    { variables: { GIVEN: 'by operator', FORCED: 'by operator' }, strict: false },
    {
      ...unknownDeployment,
      platformVariables: { PORT: undefined, DYNO: 'web.1' },
      processes: [
        {
          name: 'web',
          role: 'web',
          at,
          variables: [
            { name: 'GIVEN', value: 'by compose', at, by: 'compose' },
            { name: 'DYNO', value: 'x', at, by: 'compose' },
          ],
        },
      ],
    },
    entry,
  );
  expect(Object.fromEntries([...given].map(([name, { value }]) => [name, value]))).toEqual({
    PORT: undefined,
    DYNO: 'x',
    GIVEN: 'by operator',
    FORCED: 'by wsgi',
    DJANGO_CONFIGURATION: 'Production',
    DJANGO_SETTINGS_MODULE: 'x.settings',
  });
});

test('a strict environment is what the operator says, and the name of the module', () => {
  const given = onlyOperatorVariables({ variables: { A: '1' }, strict: true }, entry);
  expect([...given.keys()].sort()).toEqual(['A', 'DJANGO_SETTINGS_MODULE']);
});
