import { createFactReader, given, project, projectOf } from '@django-golive/core';
import { expect, test } from 'vitest';
import { migratingStep, workflows } from '../src/files/github-workflow.js';

const read = (text: string, path = '.github/workflows/deploy.yml') =>
  createFactReader([given(project, projectOf({ [path]: text }))])(workflows);

test('a workflow is its events and the commands of its steps, each at its place', () => {
  const [workflow] = read(
    'on: [push, workflow_dispatch]\njobs:\n  test:\n    steps:\n      - uses: actions/checkout@v4\n      - run: pytest\n  deploy:\n    if: github.ref == \'refs/heads/main\'\n    steps:\n      - run: |\n          cd site\n          ssh shop.test "python manage.py migrate"\n',
  );
  expect(workflow?.events).toEqual(['push', 'workflow_dispatch']);
  expect(workflow?.steps.map(({ job, conditional, at }) => [job, conditional, at.start.line])).toEqual([
    ['test', false, 6],
    ['deploy', true, 10],
  ]);
  expect(workflow?.steps[1]?.invocations.map(({ program }) => program)).toContain('ssh');
});

test('the step that migrates is one that reaches the site, at an event that delivers', () => {
  const steps = (run: string) => `jobs:\n  deploy:\n    steps:\n      - run: ${run}\n`;
  expect(migratingStep(read(`on: push\n${steps('heroku run python manage.py migrate --app shop')}`))?.job).toBe(
    'deploy',
  );
  // Tests migrate a database of their own, and a pull request delivers nothing.
  expect(migratingStep(read(`on: push\n${steps('python manage.py migrate')}`))).toBeUndefined();
  expect(migratingStep(read(`on: pull_request\n${steps('heroku run python manage.py migrate')}`))).toBeUndefined();
});

test('what is no workflow is left out', () => {
  for (const text of ['', '\0', 'jobs: 3', 'on: push', '[', 'a: &a [*a]']) expect(read(text)).toEqual([]);
  expect(read('on: push\njobs:\n  a:\n    steps:\n      - run: true\n', 'deploy.yml')).toEqual([]);
});
