/** Which Python the project runs on, and what says so. */
import { type Deployment, type Location, lineAt, type PlatformVersion, type Project } from '@django-golive/core';
import { dockerfilesOf } from './build-files.js';
import type { PythonDemand } from './declaration.js';
import { imagePython } from './dockerfile-python.js';
import { isHerokuImage } from './heroku-files.js';
import { releaseLine, releaseLines, supportStatus } from './lifecycle.js';
import { directoryOf, projectDirectories } from './project-directories.js';
import { admits, parseSpecifier } from './specifier.js';
import { parseVersion, seriesOf } from './version.js';

interface Claim {
  /** `3.12` or `3.12.4`, or a specifier where only bounds are known. */
  readonly specifier: string;
  /** It names the runtime itself, rather than what the code would accept. */
  readonly runtime: boolean;
  readonly at: Location;
  readonly source: string;
}

/** A demand of a manifest, with the manifest's path. */
export interface NamedDemand extends PythonDemand {
  readonly path: string;
  /** A Pipfile's `python_version` names a line; `requires-python` only bounds it. */
  readonly exact: boolean;
}

/** The Python version, from the strongest source of the target. */
export function pythonVersion(
  project: Project,
  demands: readonly NamedDemand[],
  { target, python: own, images, files: chosen }: Pick<Deployment, 'target' | 'python' | 'images' | 'files'>,
  today: string,
): PlatformVersion | undefined {
  const homes = projectDirectories(project);
  const named = own?.named && parseVersion(own.named.version) ? [claimOfPlatform(own.named)] : [];
  // Without heroku.yml a build pack makes the app, whatever images the repository is for elsewhere.
  // Apache loads the Python of its own machine's package, and PythonAnywhere the one of its Web tab.
  const ignored =
    own !== undefined ||
    target === 'apache-ubuntu' ||
    target === 'pythonanywhere' ||
    (target === 'heroku' && !isHerokuImage(project, target));
  const image = ignored ? [] : claimsOfImages(project, homes, images, chosen);
  const usual = target === 'heroku' ? ['runtime.txt', '.python-version'] : ['.python-version', 'runtime.txt'];
  const files = (own?.files ?? [...usual, '.tool-versions'])
    .flatMap((name) => [...homes].map((home) => (home === '' ? name : `${home}/${name}`)))
    .flatMap((path) => claimOfFile(project, path) ?? []);
  const manifests = demands.map((demand) => ({ ...demand, runtime: demand.exact, source: demand.path }));
  const container = isContainer(target) || isHerokuImage(project, target);
  const claims: readonly Claim[] = container
    ? [...image, ...files, ...manifests]
    : [...named, ...files, ...image, ...manifests];
  const claim =
    claims.find((candidate) => candidate.runtime) ??
    claims.find((candidate) => onlyLine(candidate.specifier) !== undefined) ??
    claims.find((candidate) => candidate.specifier !== '');
  return claim && { ...describe(claim, today), current: lineAt(project, claim.at) };
}

/** What the platform's own configuration names, such as Render's `PYTHON_VERSION`. */
function claimOfPlatform({ version, at }: NonNullable<NonNullable<Deployment['python']>['named']>): Claim {
  return { specifier: version, runtime: true, at, source: at.path };
}

/** Whether a target runs the project's own image, so that the Dockerfile decides. */
export function isContainer(target: string): boolean {
  return ['docker', 'kubernetes', 'fly'].includes(target);
}

/** The Python versions that are possible, for judging markers: the known one, or every line that the bounds admit. */
export function possiblePythons(python: PlatformVersion | undefined): readonly string[] {
  if (python?.version !== undefined) return [python.version];
  if (python?.series !== undefined) return [python.series];
  const modern = releaseLines('python').filter(
    (line) => line.series.startsWith('3.') && Number(line.series.slice(2)) >= 6,
  );
  const all = modern.map((line) => line.series);
  const bounds = python && parseSpecifier(python.specifier);
  const admitted = bounds ? all.filter((series) => admitsLine(bounds, series)) : all;
  return admitted.length > 0 ? admitted : all;
}

function describe(claim: Claim, today: string): PlatformVersion {
  const { at, source, specifier } = claim;
  const known = { at, source, specifier, subject: 'python' };
  const parsed = parseVersion(specifier);
  const series = claim.runtime && parsed && parsed.release.length >= 2 ? seriesOf(specifier) : onlyLine(specifier);
  if (series === undefined) return { ...known, status: allEnded(specifier, today) ? 'ended' : 'unknown' };
  const line = releaseLine('python', series);
  const exact = claim.runtime && parsed && parsed.release.length >= 3;
  return {
    ...known,
    ...(exact ? { version: specifier } : {}),
    series,
    status: supportStatus(line, today),
    ...(line?.securityUntil ? { supportedUntil: line.securityUntil } : {}),
    ...(line ? { latest: line.latest } : {}),
  };
}

/** The one line that bounds admit: `>=3.12,<3.13`. An open end admits lines that are still to come. */
function onlyLine(specifier: string): string | undefined {
  const admitted = admittedLines(specifier);
  return admitted.length === 1 ? admitted[0] : undefined;
}

function allEnded(specifier: string, today: string): boolean {
  const lines = admittedLines(specifier);
  return lines.length > 0 && lines.every((series) => supportStatus(releaseLine('python', series), today) === 'ended');
}

function admittedLines(specifier: string): readonly string[] {
  const bounds = specifier.trim() === '' ? undefined : parseSpecifier(specifier);
  if (!bounds) return [];
  const known = releaseLines('python').map((line) => line.series);
  const next = `3.${Number(known.at(-1)?.split('.')[1] ?? 0) + 1}`;
  return [...known, next, '4.0'].filter((series) => admitsLine(bounds, series));
}

function admitsLine(bounds: NonNullable<ReturnType<typeof parseSpecifier>>, series: string): boolean {
  return Array.from({ length: 40 }, (_, patch) => `${series}.${patch}`).some((version) => admits(bounds, version));
}

function claimOfFile(project: Project, path: string): Claim | undefined {
  const file = project.file(path);
  if (!file) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const pattern =
    name === '.tool-versions'
      ? /^[^\S\n]*python[^\S\n]+(\d+(?:\.\d+){0,2}\w*)/m
      : name === 'runtime.txt'
        ? /^\s*python-(\d+(?:\.\d+){0,2}\w*)/
        : /^(?:\s*#[^\n]*\n|\s)*(?:c?python-)?(\d+(?:\.\d+){0,2}\w*)/;
  const match = pattern.exec(file.text.replace(/^\uFEFF/, ' '));
  const version = match?.[1];
  if (!match || version === undefined || !parseVersion(version)) return undefined;
  const start = match.index + match[0].length - version.length;
  return { specifier: version, runtime: true, at: file.at({ start, end: start + version.length }), source: path };
}

/** Images beside the project come first. Others count only where they agree: several services have no one Python. */
function claimsOfImages(
  project: Project,
  homes: ReadonlySet<string>,
  images: Deployment['images'],
  chosen: Deployment['files'],
): readonly Claim[] {
  const claims = dockerfilesOf(project, chosen).flatMap((path) => {
    const file = project.file(path);
    const python = file && imagePython(project, file, images);
    if (!file || !python) return [];
    return [
      { specifier: python.version, runtime: python.version.includes('.'), at: file.at(python.span), source: path },
    ];
  });
  const near = claims.filter((claim) => homes.has(directoryOf(claim.source)));
  const started = claims.filter(({ source }) => chosen?.includes(source));
  // What a Compose file of production builds is what runs, whatever else is built of the repository.
  const beside = images && started.length > 0 ? started : near.length > 0 ? near : claims;
  // `Dockerfile.prod` is production's where there is one, whatever the plain name is for.
  const named = beside.filter(({ source }) =>
    /(^|[._-])(prod|production)([._-]|$)/i.test(source.split('/').at(-1) ?? ''),
  );
  const considered = named.length > 0 ? named : beside;
  const agreed = considered.every((claim) => claim.specifier === considered[0]?.specifier);
  return agreed || considered[0]?.source === 'Dockerfile' ? considered.slice(0, 1) : [];
}
