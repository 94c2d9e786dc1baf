/** Which file the Python build pack would install from: it demands exactly one. */
import { defineFact, type Location, lineSpan, type Project, project } from '@django-golive/core';
import { directoryOf, normalizePath } from '../files/paths.js';
import { readSlugIgnore } from '../files/slugignore.js';

/** How packages are installed. */
export type Installer = 'pip' | 'pipenv' | 'poetry' | 'uv';

/** One package file of the root. */
export interface PackageFile {
  readonly path: string;
  readonly installer: Installer;
  readonly at: Location;
  /** `false`: version control does not hold it, so it is not pushed. */
  readonly tracked: boolean | undefined;
}

/** The package files of the root. */
export interface PackageFiles {
  /** Those that are pushed. */
  readonly found: readonly PackageFile[];
  /** Those that lie there untracked. */
  readonly untracked: readonly PackageFile[];
  /** The files that the installation reads: for pip, with those that `-r` names. */
  readonly read: readonly string[];
  /** A Pipfile without its lock file. */
  readonly unlockedPipfile: Location | undefined;
  /** Where a Postgres driver is named in them. */
  readonly postgresDriver: Location | undefined;
  /** Where a Redis client is named in them. */
  readonly redisClient: Location | undefined;
}

// In the order in which heroku-buildpack-python v351, lib/package_manager.sh, looks for them.
const files: readonly (readonly [path: string, installer: Installer])[] = [
  ['Pipfile.lock', 'pipenv'],
  ['requirements.txt', 'pip'],
  ['poetry.lock', 'poetry'],
  ['uv.lock', 'uv'],
];
const declaring = [
  'requirements.txt',
  'requirements/base.txt',
  'requirements/production.txt',
  'requirements/prod.txt',
  'Pipfile',
  'pyproject.toml',
];

/** The package files of the root. */
export const packageFiles = defineFact({
  id: 'heroku-package-files',
  needs: { project },
  derive({ project }): PackageFiles {
    const present = files.flatMap(([path, installer]): PackageFile[] => {
      const file = project.file(path);
      return file ? [{ path, installer, at: file.at(lineSpan(file.text, 1)), tracked: project.tracked(path) }] : [];
    });
    const named = (name: RegExp): Location | undefined => {
      for (const path of declaring) {
        const file = project.file(path);
        const match = file && name.exec(file.text);
        if (file && match)
          return file.at({
            start: match.index + match[0].length - match[0].trimStart().length,
            end: match.index + match[0].length,
          });
      }
      return undefined;
    };
    const pipfile = project.file('Pipfile');
    const ignored = readSlugIgnore(project);
    return {
      found: present.filter((file) => file.tracked !== false && !ignored(file.path)),
      untracked: present.filter((file) => file.tracked === false),
      read: readBy(project, present),
      unlockedPipfile: pipfile && !project.file('Pipfile.lock') ? pipfile.at(lineSpan(pipfile.text, 1)) : undefined,
      postgresDriver: named(/^[ \t]*["']?(?:psycopg2-binary|psycopg2|psycopg)\b[^#\r\n]*/m),
      redisClient: named(/^[ \t]*["']?(?:django-redis|channels-redis|django-rq|hiredis|redis)\b[^#\r\n]*/m),
    };
  },
});

function readBy(project: Project, present: readonly PackageFile[]): readonly string[] {
  const read: string[] = [];
  const visit = (path: string): void => {
    const file = project.file(path);
    if (!file || read.includes(path) || read.length > 100) return;
    read.push(path);
    for (const match of file.text.matchAll(/^[ \t]*(?:-r|--requirement)[ \t=]*([^\s#]+)/gm)) {
      const target = normalizePath(`${directoryOf(path)}/${match[1] ?? ''}`);
      if (target !== undefined) visit(target);
    }
    // The project installs itself, and with it what it declares.
    if (/^[ \t]*(?:-e|--editable)?[ \t=]*\.\/?[ \t]*(?:\[|#|$)/m.test(file.text))
      read.push('pyproject.toml', 'setup.cfg', 'setup.py');
  };
  for (const { path, installer } of present) {
    if (installer === 'pip') visit(path);
    else read.push(path, ...(installer === 'pipenv' ? ['Pipfile'] : ['pyproject.toml']));
  }
  return read;
}
