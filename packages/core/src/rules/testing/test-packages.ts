/** What a workflow installs before it runs the tests: the Python, and the lists of packages that they need. */
import type { Dependencies } from '../../facts/dependencies.js';
import type { Project } from '../../source.js';
import { tidy } from '../structure/repository-path.js';

const forTests = /test|(^|[/_.-])(dev|develop|development|local|ci)[_.-]/i;

/** The command that installs the packages for tests: of the files that name them, as far as some do. */
export function installation({ get, manifests }: Dependencies, project: Project, runner: readonly string[]): string {
  const formats = new Set(manifests.map(({ format }) => format));
  if (formats.has('uv-lock')) return 'pip install uv && uv sync';
  if (formats.has('poetry') || formats.has('poetry-lock')) return 'pip install poetry && poetry install';
  if (formats.has('pipfile') || formats.has('pipfile-lock')) return 'pip install pipenv && pipenv install --dev';
  const lists = manifests.filter(({ format }) => format === 'requirements');
  const preferred = [
    ...lists.filter(({ path }) => forTests.test(path)),
    ...lists.filter(({ path }) => path === 'requirements.txt'),
    ...lists.filter(({ kind }) => kind === 'runtime'),
  ].map(({ path }) => compiled(project, path));
  if (preferred[0] === undefined && manifests.length > 0) return 'pip install .';
  const chosen = listsWith(project, preferred, runner);
  const files = chosen.length > 0 ? chosen : ['requirements.txt'];
  // Nothing that is declared brings the program that the tests are written for.
  const undeclared = runner.some((name) => get(name) !== undefined) ? [] : runner.slice(-1);
  return `pip install ${[...files.map((path) => `-r ${path}`), ...undeclared].join(' ')}`;
}

/** The one list that leads to Django and to what runs the tests, else the first and those that add what it lacks. */
function listsWith(project: Project, preferred: readonly string[], runner: readonly string[]): readonly string[] {
  const lists = preferred.map((path) => ({ path, names: namesIn(project, path) }));
  const wanted = ['django', ...runner].filter((name) => lists.some(({ names }) => names.has(name)));
  const whole = lists.find(({ names }) => wanted.every((name) => names.has(name)));
  if (whole !== undefined) return [whole.path];
  const missing = new Set(wanted);
  return lists
    .filter(({ names }, index) => {
      const adds = wanted.filter((name) => names.has(name) && missing.delete(name));
      return index === 0 || adds.length > 0;
    })
    .map(({ path }) => path);
}

/** The packages that a list names, and those of the lists that it takes in. */
function namesIn(project: Project, path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return new Set();
  seen.add(path);
  const text = project.file(path)?.text ?? '';
  const directory = path.replace(/[^/]*$/, '');
  const taken = [...text.matchAll(/^[ \t]*(?:-r|--requirement)[ \t=]*(\S+)/gm)].map(([, list = '']) =>
    tidy(`${directory}${list}`),
  );
  return new Set([
    ...[...text.matchAll(/^[ \t]*([A-Za-z0-9][\w.-]*)/gm)].map(([, name = '']) =>
      name.toLowerCase().replace(/[-_.]+/g, '-'),
    ),
    ...taken.flatMap((list) => [...namesIn(project, list, seen)]),
  ]);
}

/** What pip-compile made of a list: the versions that everybody has. */
function compiled(project: Project, path: string): string {
  const pinned = path.replace(/\.in$/, '.txt');
  return project.file(pinned) ? pinned : path;
}

/** The line of a Python: the declared one, else the newest that the pinned Django runs on. */
function pythonOf({ django, python }: Dependencies): string | undefined {
  return python?.series ?? (django?.version === undefined ? undefined : django.pythons?.at(-1));
}

/** Lines of the job before its steps, and the step that sets up its Python. Python 3.7 and older are there as images alone. */
export function pythonFor(dependencies: Dependencies): { readonly job: string; readonly step: string } {
  const series = pythonOf(dependencies);
  const setup = '      - uses: actions/setup-python@v5\n';
  if (series === undefined) return { job: '', step: setup };
  return /^(2\.|3\.[0-7]$)/.test(series)
    ? { job: `    container: python:${series}\n`, step: '' }
    : { job: '', step: `${setup}        with:\n          python-version: '${series}'\n` };
}
