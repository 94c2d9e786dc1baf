/** Nothing runs the tests before what changed is deployed. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, hours, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { manageDirectory, projectItself } from '../deps/first-line.js';
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
  needs: { dependencies, project, settings },
  problems: { none: 'The repository holds tests, and no configuration of a CI service that would run them.' },
  questions: { untested: 'No step of CI (`{path}`) was recognised as one that runs the tests. Does one?' },
  // A project without tests has nothing to run, which another rule says.
  when: ({ project, settings }) => settings.path !== undefined && hasTests(project),
  *check({ dependencies, project, settings }, { problem, question }) {
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
      - run: ${installation(dependencies)}
      - run: ${testRun(dependencies, project)}`,
          language: 'yaml',
          path: '.github/workflows/test.yml',
        },
      };
    const at = first === undefined ? undefined : topOf(project, first);
    if (first !== undefined && at && testingFile(project) === undefined)
      yield question('untested', { at, subject: 'ci' }, { path: first });
  },
});

/** How the packages for tests are installed: the file that names them, as far as one does. */
function installation({ manifests }: Dependencies): string {
  const formats = new Set(manifests.map(({ format }) => format));
  if (formats.has('uv-lock')) return 'pip install uv && uv sync';
  if (formats.has('poetry') || formats.has('poetry-lock')) return 'pip install poetry && poetry install';
  if (formats.has('pipfile') || formats.has('pipfile-lock')) return 'pip install pipenv && pipenv install --dev';
  const lists = manifests.filter(({ format }) => format === 'requirements');
  const list =
    lists.find(({ path }) => /test|(^|[/_.-])(dev|develop|development|local|ci)[_.-]/i.test(path)) ??
    lists.find(({ path }) => path === 'requirements.txt') ??
    lists.find(({ kind }) => kind === 'runtime');
  if (list === undefined && manifests.length > 0) return 'pip install .';
  return `pip install -r ${list?.path ?? 'requirements.txt'}`;
}

/** pytest where it is set up for this project, else Django's own runner. */
function testRun({ get, manifests }: Dependencies, project: Project): string {
  const prefix = manifests.some(({ format }) => format === 'uv-lock')
    ? 'uv run '
    : manifests.some(({ format }) => format === 'poetry' || format === 'poetry-lock')
      ? 'poetry run '
      : manifests.some(({ format }) => format === 'pipfile' || format === 'pipfile-lock')
        ? 'pipenv run '
        : '';
  const configured = project.paths.some(
    (path) =>
      /(^|\/)(pytest\.ini|conftest\.py)$/.test(path) ||
      (/(^|\/)(pyproject\.toml|setup\.cfg|tox\.ini)$/.test(path) &&
        /\[(tool:|tool\.)?pytest/.test(project.file(path)?.text ?? '')),
  );
  const directory = manageDirectory(project);
  return configured || get('pytest-django') !== undefined
    ? `${prefix}pytest`
    : `${prefix}python ${directory}manage.py test${directory === '' ? '' : ` ${directory.slice(0, -1)}`}`;
}
