/** What a workflow installs before it runs the tests: the Python, and the lists of packages that they need. */
import type { Dependencies } from '../../facts/dependencies.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { tidy } from '../structure/repository-path.js';

const forTests = /test|(^|[/_.-])(dev|develop|development|local|ci)[_.-]/i;

/** What installs the packages besides pip: where its own files name Django, and no list of pip's does in their place. */
export function managerOf({ manifests }: Dependencies, project: Project): 'uv' | 'poetry' | 'pipenv' | undefined {
  const names = (path: string): boolean => /\bdjango\b/i.test(project.file(path)?.text ?? '');
  const lists = manifests.filter(({ format, path }) => format === 'requirements' && names(path));
  const has = (...formats: readonly string[]): boolean => {
    const own = manifests.filter(({ format }) => formats.includes(format));
    return own.length > 0 && (lists.length === 0 || own.some(({ path }) => namesDjango(project, path)));
  };
  if (has('uv-lock')) return 'uv';
  if (has('poetry', 'poetry-lock')) return 'poetry';
  return has('pipfile', 'pipfile-lock') ? 'pipenv' : undefined;
}

/** By a line of its own, and not by a name such as `django-shop` of the project. */
const namesDjango = (project: Project, path: string): boolean =>
  /^\s*(name\s*=\s*)?["']?django["']?\s*([=<>~!^:,"'[(]|$)/im.test(project.file(path)?.text ?? '');

/** The command that installs the packages for tests: of the files that name them, as far as some do. */
export function installation(dependencies: Dependencies, project: Project, runner: readonly string[]): string {
  const { get, manifests } = dependencies;
  const manager = managerOf(dependencies, project);
  if (manager === 'uv') return 'pip install uv && uv sync';
  // Poetry 2 stops where the project is no package that it finds.
  const packaged = manifests.some(({ path }) => /^packages\s*=/m.test(project.file(path)?.text ?? ''));
  if (manager === 'poetry') return `pip install poetry && poetry install${packaged ? '' : ' --no-root'}`;
  if (manager === 'pipenv') return 'pip install pipenv && pipenv install --dev';
  const all = manifests.filter(({ format }) => format === 'requirements');
  const readable = all.filter(({ path }) => isReadable(dependencies, project, path));
  const lists = readable.length > 0 ? readable : all;
  const preferred = [
    ...lists.filter(({ path }) => forTests.test(path)),
    ...lists.filter(({ path }) => path === 'requirements.txt'),
    ...lists.filter(({ kind }) => kind === 'runtime'),
  ].map(({ path }) => compiled(project, path));
  if (preferred[0] === undefined && manifests.length > 0) return 'pip install .';
  const chosen = listsWith(project, preferred, runner);
  // Where nothing declares them, Django at least.
  const files = chosen.length > 0 ? chosen.map((path) => `-r ${path}`) : [`'Django~=${dependencies.djangoSeries}.0'`];
  // Nothing that is declared brings the program that the tests are written for.
  const undeclared = runner.some((name) => get(name) !== undefined) ? [] : runner.slice(-1);
  return `pip install ${[...files, ...undeclared].join(' ')}`;
}

/** Whether pip can read a list: it stops at a line that names no package, and at the address of a document. */
function isReadable({ problems }: Dependencies, project: Project, path: string): boolean {
  const document = /^[ \t]*https?:\/\/\S+\.(json|html?|xml|txt|js|css)[ \t]*$/m;
  return (
    !document.test(project.file(path)?.text ?? '') &&
    !problems.some(({ at, why }) => at.path === path && /^(it|its) /.test(why))
  );
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
function pythonOf(dependencies: Dependencies): string | undefined {
  const found = likelyPython(dependencies);
  const [, least] = /(?:>=|\^|~)\s*(\d+\.\d+)/.exec(dependencies.python?.specifier ?? '') ?? [];
  return least !== undefined && (found === undefined || !atLeastSeries(found, least)) ? least : found;
}

function likelyPython({ django, python }: Dependencies): string | undefined {
  if (python?.series !== undefined) return python.series;
  if (django?.version !== undefined && django.pythons !== undefined) return django.pythons.at(-1);
  // The one that every release before 1.11 runs on.
  return django?.series !== undefined && !atLeastSeries(django.series, '1.11') ? '2.7' : undefined;
}

/** The Python of a job: lines before its steps, the step that sets it up, and what a person has to know. */
export interface JobPython {
  readonly job: string;
  readonly step: string;
  readonly sentence: string;
}

/** Python 3.7 and older are there as images alone. */
export function pythonFor(dependencies: Dependencies): JobPython {
  const series = pythonOf(dependencies);
  const setup = '      - uses: actions/setup-python@v5\n';
  if (series === undefined) return { job: '', step: setup, sentence: '' };
  const sentence =
    series === '2.7' && dependencies.python === undefined
      ? ` Django ${dependencies.django?.series} runs on no Python that is supported today; the job takes 2.7, in which most sites of its time are written.`
      : '';
  return /^(2\.|3\.[0-7]$)/.test(series)
    ? { job: `    container: python:${series}\n`, step: '', sentence }
    : { job: '', step: `${setup}        with:\n          python-version: '${series}'\n`, sentence };
}
