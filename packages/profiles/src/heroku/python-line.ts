/** The Python release line for Heroku's build: what the project's files show that it runs on, and what its pins allow. */
import type { Dependencies, PlatformVersion, Project } from '@django-golive/core';

// heroku-buildpack-python v351: 3.10 to 3.14, 3.10 until January 2027.
const oldest = 10;
/** The newest, which a new app gets. */
const newest = 14;

/** Whether Heroku has dropped a Python: no file may ask for it. */
export function isRemoved(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 3 || (major === 3 && minor < oldest);
}

/** Whether a Python came after the build pack that this was written for. */
export function isNewer(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor > newest);
}

/** Whether Heroku has a Python. */
export const fits = (line: string): boolean => !isRemoved(line) && !isNewer(line);

const minorOf = (line: string): number => Number(line.split('.')[1]);

/** Files that name the Python of a machine on which the site has run. */
const traces: readonly (readonly [path: RegExp, version: RegExp])[] = [
  [/(^|\/)pyvenv\.cfg$/, /^version(?:_info)?\s*=\s*(3\.\d+)/m],
  [/^render\.ya?ml$/, /\bPYTHON_VERSION\s+value:\s*["']?(3\.\d+)/],
  [/^Dockerfile$/, /^FROM\s+(?:\S+\/)?python:(3\.\d+)/im],
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, /\bpython-version:\s*["']?(3\.\d+)/],
];

/** A line to write, and the file that shows it; no file where nothing does. */
export function lineToWrite(
  project: Project,
  { python, django, get }: Pick<Dependencies, 'python' | 'django' | 'get'>,
): { readonly series: string; readonly shown?: string } | undefined {
  const most = driverLimit({ get })?.minor ?? newest;
  const runs = (line: string): boolean => fits(line) && minorOf(line) <= most;
  const later = lineAfter({ python, django, get });
  if (later !== undefined) return { series: later };
  if (python?.series !== undefined && runs(python.series)) return { series: python.series, shown: python.source };
  for (const [named, version] of traces)
    for (const path of project.paths) {
      const series = named.test(path) ? version.exec(project.file(path)?.text ?? '')?.[1] : undefined;
      if (series !== undefined && runs(series)) return { series, shown: path };
    }
  const series = (django?.livePythons ?? django?.pythons)?.filter(runs).at(-1);
  return series === undefined ? undefined : { series };
}

/** The line to move to from a Python without security fixes, where the declared Django and driver run on a later one that Heroku has. */
export function lineAfter({
  python,
  django,
  get,
}: Pick<Dependencies, 'python' | 'django' | 'get'>): string | undefined {
  const most = driverLimit({ get })?.minor ?? newest;
  return python?.status === 'ended'
    ? django?.livePythons?.filter((line) => fits(line) && minorOf(line) <= most).at(-1)
    : undefined;
}

/** The newest Python that a pinned psycopg2 was made for. What came before 2.9.10 loads on no 3.13 (its issue 1734). */
function driverLimit({
  get,
}: Pick<Dependencies, 'get'>): { readonly minor: number; readonly name: string } | undefined {
  const row = get('psycopg2-binary') ?? get('psycopg2');
  const version = row?.kind === 'runtime' ? row.version : undefined;
  const [major = 0, minor = 0, patch = 0] = (version ?? '3').split('.').map(Number);
  if (major > 2 || (minor === 9 && patch > 10)) return undefined;
  return { minor: minor === 9 && patch === 10 ? 13 : 12, name: `${row?.name} ${version}` };
}

/** What does not start on the newest Python, where a pin shows it. */
export function leftBehind(dependencies: Pick<Dependencies, 'django' | 'get'>): string | undefined {
  const { django } = dependencies;
  if (isLeftBehind(django)) return `Django ${django?.version ?? django?.series}`;
  const limit = driverLimit(dependencies);
  return limit && limit.minor < 13 ? limit.name : undefined;
}

/** Whether Heroku has no Python left that a Django supports. */
export function isLeftBehind(django: PlatformVersion | undefined): boolean {
  // What Django 1 supported ends with 3.7, and is not in the data.
  return !(django?.pythons?.some(fits) ?? !django?.series?.startsWith('1.'));
}
