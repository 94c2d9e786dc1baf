/** Nothing runs the tests before what changed is deployed. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, hours, web } from '../../rule.js';
import { projectItself } from '../deps/first-line.js';
import { ciFiles, testingFile, topOf } from './ci-files.js';
import { hasTests } from './test-files.js';

export const ciMissing = defineRule({
  id: 'testing/ci-missing',
  title: 'No CI runs the tests',
  sound: 'CI runs the tests',
  category: 'testing-ci',
  severity: 'low',
  effort: hours(1),
  risk: 'A change that breaks a page is deployed because nobody happened to run the tests.',
  references: [
    web('GitHub: building and testing Python', 'https://docs.github.com/actions/tutorials/build-and-test-code/python'),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: { none: 'The repository holds tests, and no configuration of a CI service that would run them.' },
  questions: { untested: 'No step of CI (`{path}`) was recognised as one that runs the tests. Does one?' },
  // A project without tests has nothing to run, which another rule says.
  when: ({ project, settings }) => settings.path !== undefined && hasTests(project),
  *check({ project, settings }, { problem, question }) {
    const [first] = ciFiles(project);
    const itself = projectItself(project, settings);
    if (first === undefined && itself)
      yield {
        ...problem('none', { ...itself, subject: 'ci' }),
        // A service may be set up outside of the repository.
        confidence: 'tentative',
        remedy: {
          summary: 'Let a CI service run the tests at every push.',
          code: `on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
      - run: pip install -r requirements.txt
      - run: python manage.py test`,
          language: 'yaml',
          path: '.github/workflows/test.yml',
        },
      };
    const at = first === undefined ? undefined : topOf(project, first);
    if (first !== undefined && at && testingFile(project) === undefined)
      yield question('untested', { at, subject: 'ci' }, { path: first });
  },
});
