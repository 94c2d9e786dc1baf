/** Ranges of versions, and nothing that says which of them production has. */
import { type Dependencies, type Dependency, dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import { defineRule, minutes, type Remedy, web } from '../../rule.js';
import { listed } from '../listed.js';
import { atLeastSeries } from '../settings/django-series.js';
import { isInstalled } from './declared.js';
import { floating, isUnbounded, unusedLock } from './floating.js';

export const noLock = defineRule({
  id: 'deps/no-lock',
  title: 'Which versions are installed is not written down',
  sound: 'The versions that production installs are written down',
  category: 'dependencies',
  severity: 'low',
  effort: minutes(30),
  risk: 'Two installations of one release differ, so a fault of the one cannot be found on the other, nor known holes looked up.',
  references: [web('pip: Repeatable installs', 'https://pip.pypa.io/en/stable/topics/repeatable-installs/')],
  since: '0.1.0',
  needs: { dependencies, settings },
  problems: {
    ranges: 'Ranges are all there is for {names}, and no lock file or constraints say which versions are installed.',
  },
  when: ({ dependencies, settings }) =>
    settings.path !== undefined &&
    dependencies.all.some(({ kind, url }) => kind === 'runtime' && url === undefined) &&
    rangesOf(dependencies) !== undefined,
  *check({ dependencies }, { problem }) {
    const rows = rangesOf(dependencies) ?? [];
    const [first] = rows;
    if (!first) return;
    yield {
      ...problem('ranges', { at: first.at, subject: 'lock' }, { names: listed(rows.map(({ name }) => name)) }),
      remedy: remedyOf(dependencies, first, rows),
    };
  },
});

const manifestOf = ({ manifests }: Dependencies, { at }: Dependency) => manifests.find(({ path }) => path === at.path);

/**
 * The packages of which ranges are all there is, `undefined` where another rule has to speak: packages without any bound are the
 * worse fault, and mended by the same lock; so is a Pipfile without its own.
 */
function rangesOf(dependencies: Dependencies): readonly Dependency[] | undefined {
  const rows = floating(dependencies);
  // What files disagree about is not written down either, and told by another rule.
  if (!rows || rows.some(isUnbounded) || dependencies.all.some((row) => row.pins && isInstalled(row))) return undefined;
  const format = rows[0] && manifestOf(dependencies, rows[0])?.format;
  // conda's own one `=` is a range by design, and none of Python's tools writes its lock.
  return format === 'pipfile' || format === 'conda' ? undefined : rows;
}

/** A list that pip installs is compiled; where a lock of the project's own tool is passed by, another one would be as well. */
function remedyOf(dependencies: Dependencies, first: Dependency, rows: readonly Dependency[]): Remedy {
  const format = manifestOf(dependencies, first)?.format;
  const lock = format === 'requirements' ? undefined : unusedLock(dependencies);
  if (lock !== undefined)
    return { summary: `Have production install from \`${lock}\`, which it passes by now, and keep that up to date.` };
  if (isTooOld(dependencies.python?.series) && format !== 'poetry') return pinned(rows);
  return {
    summary: 'Let a tool write the versions down, and commit what it writes.',
    code:
      format === 'poetry'
        ? 'poetry lock'
        : format === 'requirements'
          ? compiled(first.at.path, dependencies.python?.series)
          : isWithoutProject(dependencies)
            ? `uv pip compile ${first.at.path} -o ${freeName(dependencies, first.at.path.replace(/[^/]+$/, ''))}`
            : 'uv lock',
    language: 'bash',
  };
}

/** Whether there is a `setup.py` or `setup.cfg` alone: `uv lock` needs a pyproject.toml. */
const isWithoutProject = ({ manifests }: Dependencies): boolean =>
  manifests.some(({ format }) => format === 'setup-py' || format === 'setup-cfg') &&
  !manifests.some(({ path }) => /(^|\/)pyproject\.toml$/.test(path));

/** A file that is not there yet: a list may say something of its own. */
function freeName({ manifests }: Dependencies, directory: string): string {
  const path = `${directory}requirements.txt`;
  return manifests.some((one) => one.path === path) ? `${directory}constraints.txt` : path;
}

/** Whether uv refuses to lock for a Python. */
const isTooOld = (series: string | undefined): boolean => series !== undefined && !atLeastSeries(series, '3.8');

/** The versions that are in use: no tool of today locks for so old a Python. */
function pinned(rows: readonly Dependency[]): Remedy {
  const names = rows.map(({ name }) => name.replaceAll('-', '[-_.]')).join('|');
  return {
    summary: `Pin ${rows.length === 1 ? 'this line' : 'these lines'} to the versions that production has, which this prints there: the tools that write locks do not know so old a Python any more.`,
    code: `pip freeze | grep -iE '^(${names})=='`,
    language: 'bash',
  };
}

/** The source keeps its ranges under another name; the file that production installs becomes the lock, for the Python that it has. */
function compiled(path: string, python: string | undefined): string {
  const source = path.replace(/\.(txt|pip)$/, '.in');
  const compile = `uv pip compile${python === undefined ? '' : ` --python-version ${python}`} ${source}`;
  return source === path
    ? `${compile} -o ${path.replace(/\.in$/, '.txt')}`
    : `git mv ${path} ${source}\n${compile} -o ${path}`;
}
