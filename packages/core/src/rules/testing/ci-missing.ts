/** Nothing runs the tests before what changed is deployed. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { type EntryPoints, entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings, settingsWith } from '../../facts/settings.js';
import { defineRule, hours, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { manageDirectory, projectItself } from '../deps/first-line.js';
import { brokenTests, readableCiFiles, testingFile, topOf } from './ci-files.js';
import { testDatabase } from './test-database.js';
import { environmentLines, testedModule } from './test-environment.js';
import { hasTests, holdsTests, needsPytest, reachesOutAtImport } from './test-files.js';
import { installation, managerOf, pythonFor } from './test-packages.js';

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
  needs: { dependencies, entryPoints, project, settings, settingsWith },
  problems: {
    none: 'The repository holds tests, and no configuration of a CI service that would run them.',
    broken: '`{path}` stops being YAML here, so the CI service runs nothing of it.',
  },
  questions: { untested: 'No step of CI (`{path}`) was recognised as one that runs the tests. Does one?' },
  // A project without tests has nothing to run, which another rule says.
  when: ({ project, settings }) =>
    settings.path !== undefined && (hasTests(project) || brokenTests(project) !== undefined),
  *check({ dependencies, entryPoints, project, settings, settingsWith }, { problem, question }) {
    const broken = testingFile(project) === undefined ? brokenTests(project) : undefined;
    if (broken) {
      yield {
        ...problem('broken', { at: broken, subject: `${broken.path}:yaml` }, { path: broken.path }),
        confidence: 'firm',
        remedy: {
          summary:
            'Write the line as YAML, a key with its colon, at the depth of its neighbours; then look whether the service runs it.',
          path: broken.path,
        },
      };
      return;
    }
    if (!hasTests(project)) return;
    const [first] = readableCiFiles(project);
    const itself = projectItself(project, settings);
    if (first === undefined && itself) {
      const python = pythonFor(dependencies);
      const configured = usesPytest(dependencies, project);
      const pytest = configured || needsPytest(project);
      const tested = testedModule(project);
      const manage = entryPoints.all.find(({ role }) => role === 'manage')?.module;
      const module =
        moduleFor(project, entryPoints, settings) ??
        // Nothing tells pytest which settings to load, as manage.py tells Django's runner.
        (pytest && !configured ? (manage ?? settings.module) : undefined);
      const database = testDatabase(settings, {
        itself: (tested ?? module ?? manage) === settings.module,
        tested,
        inContainer: python.job !== '',
        settingsWith,
      });
      const undeclared =
        dependencies.manifests.length > 0
          ? ''
          : ' No file declares the packages of the site: write `requirements.txt` first, and install it here as well.';
      yield {
        ...problem('none', { ...itself, subject: 'ci' }),
        // A service may be set up outside of the repository.
        confidence: 'tentative',
        remedy: {
          summary: `Let a CI service run the tests at every push.${python.sentence}${undeclared}${database.sentence}${aboutServer(project)}${aboutScripts(project)}`,
          code: `on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
${python.job}${database.services}${environmentLines(database.variables)}    steps:
      - uses: actions/checkout@v4
${python.step}      - run: ${installation(dependencies, project, pytest ? ['pytest', 'pytest-django'] : [])}
      - run: ${testRun(dependencies, project, pytest, module)}`,
          language: 'yaml',
          path: '.github/workflows/test.yml',
        },
      };
    }
    const at = first === undefined ? undefined : topOf(project, first);
    if (first !== undefined && at && testingFile(project) === undefined)
      yield question('untested', { at, subject: 'ci' }, { path: first });
  },
});

/** The settings module that has to be named, since `manage.py` names none that could run tests. */
function moduleFor(project: Project, { all, orphans }: EntryPoints, settings: Settings): string | undefined {
  const own = all.find(({ role }) => role === 'manage');
  if (own?.module === undefined) return undefined;
  const text = own.path === undefined ? '' : (project.file(own.path)?.text ?? '');
  if (text.trim() !== '') return undefined;
  const tests = orphans.find(({ module }) => /(^|[._])tests?(ing)?$/.test(module))?.module;
  if (tests !== undefined || settings.module === own.module) return tests;
  // What stops in production stops the tests as well.
  const developers = orphans.find(({ module }) => /(^|[._])(dev(elopment)?|local)$/.test(module))?.module;
  return (settings.startup.ok === false ? developers : undefined) ?? settings.module;
}

/** Tests that call the site over the network need one that runs. */
function aboutServer(project: Project): string {
  const address = /https?:\/\/(?:localhost|127\.0\.0\.1):\d+/;
  const client = /^\s*(import|from) (requests|httpx|aiohttp|urllib|urllib3|http\.client|selenium|playwright)\b/m;
  for (const path of project.paths) {
    const text = holdsTests(project, path) || /(^|\/)conftest\.py$/.test(path) ? project.file(path)?.text : undefined;
    const server = text !== undefined && client.test(text) ? address.exec(text)?.[0] : undefined;
    if (server !== undefined)
      return ` \`${path}\` calls ${server}: start the site and its database there in a step before, or let the tests use Django's client.`;
  }
  return '';
}

/** A runner imports each file that is named like a test. */
function aboutScripts(project: Project): string {
  const scripts = project.paths.filter((path) => reachesOutAtImport(project, path));
  if (scripts.length === 0) return '';
  const them = scripts.map((path) => `\`${path}\``).join(', ');
  return ` Rename first what the runner would import, which sends mail or opens a connection: ${them}.`;
}

/** Whether pytest is set up for this project. */
function usesPytest({ get }: Dependencies, project: Project): boolean {
  const configured = project.paths.some(
    (path) =>
      /(^|\/)(pytest\.ini|conftest\.py)$/.test(path) ||
      (/(^|\/)(pyproject\.toml|setup\.cfg|tox\.ini)$/.test(path) &&
        /\[(tool:|tool\.)?pytest/.test(project.file(path)?.text ?? '')),
  );
  return configured || get('pytest-django') !== undefined;
}

/** The directory of what configures pytest, the nearest to the root; `''` for the root. */
function pytestDirectory(project: Project): string | undefined {
  const [nearest] = project.paths
    .filter(
      (path) =>
        /(^|\/)pytest\.ini$/.test(path) ||
        (/(^|\/)(pyproject\.toml|setup\.cfg|tox\.ini)$/.test(path) &&
          /^\[(tool:|tool\.)?pytest/m.test(project.file(path)?.text ?? '')),
    )
    .sort((a, b) => a.split('/').length - b.split('/').length);
  return nearest?.replace(/[^/]*$/, '');
}

/** pytest, or Django's own runner. */
function testRun(dependencies: Dependencies, project: Project, pytest: boolean, module: string | undefined): string {
  const { get } = dependencies;
  const manager = managerOf(dependencies, project);
  const prefix = manager === undefined ? '' : `${manager} run `;
  const directory = manageDirectory(project);
  const chosen = (option: string): string => (module === undefined ? '' : ` --${option}=${module}`);
  // Where neither is declared, the job installs both.
  const plugin = get('pytest-django') !== undefined || get('pytest') === undefined;
  if (pytest) {
    // It looks for its configuration and for manage.py where it is started, and above.
    const home = pytestDirectory(project) ?? directory;
    const there = home === '' ? '' : `\n        working-directory: ${home.slice(0, -1)}`;
    return `${prefix}pytest${plugin && testedModule(project) === undefined ? chosen('ds') : ''}${there}`;
  }
  const place = directory === '' ? '' : ` ${directory.slice(0, -1)}`;
  return `${prefix}python ${directory}manage.py test${chosen('settings')}${place}`;
}
