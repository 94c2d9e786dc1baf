/** A Python that the build pack no longer has, or not yet. */
import {
  type Dependencies,
  defineRule,
  dependencies,
  type Location,
  minutes,
  type PlatformVersion,
  type Project,
  project,
  web,
} from '@django-golive/core';
import { type PythonVersionFiles, pythonVersionFiles } from '../../files/python-version.js';
import { buildManifest } from '../build-manifest.js';
import { type PackageFile, type PackageFiles, packageFiles } from '../package-files.js';
import { fits, isLeftBehind, isNewer, isRemoved, leftBehind, lineAfter, lineToWrite } from '../python-line.js';

export const pythonUnsupported = defineRule({
  id: 'heroku/python-unsupported',
  title: 'Heroku has no such Python',
  sound: 'Heroku has the Python that the project asks for',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(60),
  risk: 'The build stops with an error, so nothing is released.',
  references: [
    web(
      'Heroku: Supported Python versions',
      'https://devcenter.heroku.com/articles/python-support#supported-python-versions',
    ),
  ],
  since: '0.1.0',
  needs: { project, packageFiles, pythonVersionFiles, buildManifest, dependencies },
  problems: {
    removed: "`{path}` asks for Python {version}; Heroku's oldest is 3.10.",
    untold:
      'No `.python-version` says with which Python `{path}` is installed: a new app gets 3.14, on which {package} does not run.',
  },
  questions: {
    newer:
      '`{path}` asks for Python {version}, which is newer than the build pack this rule was written for (3.14). Does Heroku have it?',
  },
  when: ({ packageFiles, pythonVersionFiles, buildManifest, dependencies }) =>
    buildManifest === undefined &&
    (pythonVersionFiles.inForce?.version !== undefined ||
      (isUntold(packageFiles, pythonVersionFiles, dependencies.python) && leftBehind(dependencies) !== undefined) ||
      lockedPython(packageFiles, pythonVersionFiles, dependencies.python) !== undefined),
  *check({ project, packageFiles, pythonVersionFiles, dependencies }, { problem, question }) {
    const { python, django } = dependencies;
    const { inForce } = pythonVersionFiles;
    const file = isUntold(packageFiles, pythonVersionFiles, python);
    const named = leftBehind(dependencies);
    if (file && named !== undefined) {
      const line = isLeftBehind(django) ? undefined : lineToWrite(project, dependencies);
      yield {
        ...problem('untold', { at: file.at, subject: '.python-version' }, { path: file.path, package: named }),
        // An app keeps the line of its last build.
        confidence: 'firm',
        remedy: {
          summary: line
            ? `Raise ${named.replace(/ .*/, '')}, or write the newest Python release line that it runs on and that the site is tried with into \`.python-version\`${line.shown === undefined ? '' : `; \`${line.shown}\` names this one`}.`
            : `Raise ${named.replace(/ .*/, '')} first: Heroku has no Python left that ${named} supports. Then write the Python release line that the newer one was tried with into \`.python-version\`.`,
          ...(line ? { code: line.series, language: 'text' as const } : {}),
          path: '.python-version',
        },
      };
      return;
    }
    const asked = inForce ?? lockedPython(packageFiles, pythonVersionFiles, python);
    const version = asked?.version;
    if (!asked || version === undefined) return;
    const about = { at: asked.at, subject: asked.path, current: asked.written };
    if (isRemoved(version)) {
      yield {
        ...problem('removed', about, { path: asked.path, version }),
        remedy: { summary: `${moveOf(django)}, and write its release line into ${fileOf(asked.path)}.` },
      };
    } else if (isNewer(version)) yield question('newer', about, { path: asked.path, version });
  },
});

/** The one package file, where nothing says with which Python it is installed. uv demands to be told, by a rule of its own. */
export function isUntold(
  { found }: PackageFiles,
  { inForce, misspelt }: PythonVersionFiles,
  python: PlatformVersion | undefined,
): PackageFile | undefined {
  const [file] = found;
  if (!file || found.length > 1 || file.installer === 'uv' || inForce || misspelt) return undefined;
  // Pipenv's lock may hold the version; `requires-python` of a pyproject.toml is not read.
  return file.installer === 'pipenv' && isPipenvs(python) ? undefined : file;
}

/** The release line to write into `.python-version`, where there is none: what `runtime.txt` says, or what the project and its Django run on. */
export function lineToName(
  files: PackageFiles,
  versions: PythonVersionFiles,
  project: Project,
  dependencies: Pick<Dependencies, 'python' | 'django' | 'get'>,
): string | undefined {
  const { runtime, dotfile } = versions;
  const asked = runtime
    ? runtime.version?.split('.').slice(0, 2).join('.')
    : isUntold(files, versions, dependencies.python)
      ? lineToWrite(project, dependencies)?.series
      : undefined;
  return dotfile === undefined && asked !== undefined && fits(asked) ? (lineAfter(dependencies) ?? asked) : undefined;
}

/** What Pipenv's lock asks for, where nothing comes before it. */
function lockedPython(
  { found }: PackageFiles,
  { inForce, misspelt }: PythonVersionFiles,
  python: PlatformVersion | undefined,
): { readonly path: string; readonly at: Location; readonly version: string; readonly written: string } | undefined {
  if (found.length !== 1 || found[0]?.installer !== 'pipenv' || inForce || misspelt) return undefined;
  const version = python?.version ?? python?.series;
  return python && version !== undefined && python.source === 'Pipfile.lock'
    ? { path: python.source, at: python.at, version, written: version }
    : undefined;
}

function isPipenvs(python: PlatformVersion | undefined): boolean {
  return /Pipfile(\.lock)?$/.test(python?.source ?? '');
}

/** What must be raised: Django as well, where no Python that it supports is left. */
function moveOf(django: PlatformVersion | undefined): string {
  const newest = django?.pythons?.filter(fits).at(-1);
  if (newest !== undefined)
    return `Move to Python ${newest}, the newest that Django ${django?.series} runs on and Heroku has`;
  if (!isLeftBehind(django)) return 'Move to a Python that your Django supports and Heroku has';
  return `Heroku has no Python left that Django ${django?.version ?? django?.series} supports: move to a newer Django first, then to a Python that both have`;
}

/** The build pack reads `runtime.txt` first. */
function fileOf(path: string): string {
  return path === 'runtime.txt'
    ? '`.python-version`; delete `runtime.txt`, which is read before it'
    : '`.python-version`';
}
