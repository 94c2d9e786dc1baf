/** Provides the dependencies fact: from the project's manifests to rows, versions and what the calendar says of them. */
import {
  type Dependencies,
  type Dependency,
  type Deployment,
  declareFact,
  dependencies,
  deployment,
  type Project,
  type Provider,
  project,
  provide,
  today,
} from '@django-golive/core';
import { type AdvisorySource, remembered, shippedAdvisories } from './advisories.js';
import { bringingImages } from './base-image-packages.js';
import { BUILT, buildFiles, dockerfilesOf } from './build-files.js';
import { type BuildText, buildTexts } from './build-texts.js';
import { candidatesOf } from './candidates.js';
import { inStep } from './compiled-sources.js';
import { constraintPath, withConstraints } from './constraint-plans.js';
import { isForDevelopers } from './dependency-groups.js';
import { djangoTrace } from './django-trace.js';
import { djangoVersion, workingSeries } from './django-version.js';
import { hashedLists } from './hashed-lists.js';
import { herokuDeadEnd, herokuInstall, herokuScripts, isHerokuImage } from './heroku-files.js';
import { readHostLibraries } from './host-libraries.js';
import { imagesOf, readImagePackages } from './image-packages.js';
import { distributionsOf } from './import-names.js';
import { impossibleIn } from './impossible.js';
import { readInstalls } from './install-commands.js';
import { lifecycleAsOf, supportEnd } from './lifecycle.js';
import { adriftIn } from './lock-roots.js';
import { outOfStepIn } from './lock-step.js';
import { planManifests } from './manifests.js';
import { unseenConstraints } from './named-constraints.js';
import { normalizeName } from './names.js';
import { withSupport } from './package-support.js';
import { passedByLists } from './passed-by-lists.js';
import { procfileBelow } from './procfile-directory.js';
import { isContainer, possiblePythons, pythonVersion } from './python-version.js';
import {
  brokenInclusions,
  createManifestReader,
  includedExtras,
  listedIn,
  type ManifestReader,
  packagesRead,
  type ReadManifest,
  readManifests,
  unfitConstraints,
  unlisted,
} from './read-manifests.js';
import { repeatedIn } from './repeated.js';
import { settleRivals } from './rival-lists.js';
import { type Rows, rowsOf } from './rows.js';
import { compareVersions } from './version.js';

/** The project's manifests, each read once, for however many targets. */
const manifestReader = declareFact<ManifestReader>('manifest-reader');
/** The advisories, in the same way. */
const advisorySource = declareFact<AdvisorySource>('advisory-source');

/** The reader of dependencies, to be given to an audit. */
export const readDependencies: readonly Provider[] = readDependenciesWith(shippedAdvisories);

/** The same with other advisories than the snapshot inside this package. */
export function readDependenciesWith(advisories: AdvisorySource): readonly Provider[] {
  return [
    provide(manifestReader, { project }, (facts) => createManifestReader(facts.project)),
    provide(advisorySource, {}, () => remembered(advisories)),
    provide(
      dependencies,
      { project, deployment, today, manifestReader, advisorySource },
      (facts) =>
        dependenciesOf(facts.project, facts.deployment, facts.today, facts.advisorySource, facts.manifestReader),
      // Its functions follow from the rest.
      ({ get, providing, supportEnd, ...rest }) => rest,
    ),
  ];
}

/** What a project depends on, on a day (`YYYY-MM-DD`), run as its deployment says. Never throws. */
export function dependenciesOf(
  files: Project,
  wanted: Pick<Deployment, 'target' | 'processes' | 'python' | 'images' | 'files'>,
  day: string,
  advisories: AdvisorySource = shippedAdvisories,
  manifestReader: ManifestReader = createManifestReader(files),
): Dependencies {
  const deadEnd = herokuDeadEnd(files, wanted.target);
  // Where Heroku could install nothing, an image that can be built is what runs.
  const how = deadEnd && dockerfilesOf(files).length > 0 ? { ...wanted, target: 'docker' } : wanted;
  const commands = how.processes.flatMap((process) => process.command ?? []);
  const given = variablesOfUv(how.processes);
  const onHeroku = herokuInstall(files, how.target) !== undefined;
  const below = procfileBelow(files);
  const built = onHeroku ? herokuScripts(files) : buildFiles(files, how.files);
  const texts = buildTexts(files, commands, [...built, ...(below === undefined ? [] : [below])], { ...how, given });
  // An image that is not what the target runs may be a developer's own.
  const isMade = ({ root }: BuildText) =>
    BUILT.has(how.target) || isHerokuImage(files, how.target) || !isDockerfile(root);
  const installs = readInstalls(files, texts, how.files, onHeroku ? () => false : isMade);
  const undecided = installs.asks.length === 0 && installs.requirements.length === 0 && !onHeroku;
  const planned = planManifests(files, installs, how.target);
  const plans = withConstraints(files, planned, installs.constraints);
  const rivals = settleRivals(readManifests(files, plans, installs, manifestReader));
  const { manifests, problems, outOfStep: uncompiled } = inStep(files, rivals.manifests);
  const outOfStep = [...outOfStepIn(manifests, installs.locks.stops), ...uncompiled];
  const demands = manifests.flatMap(({ plan, reading }) => {
    const exact = reading.format === 'pipfile' || reading.format === 'pipfile-lock';
    return reading.python && plan.kind === 'runtime' ? [{ ...reading.python, path: plan.path, exact }] : [];
  });
  // Of an image that stands in for Heroku, which Dockerfile makes it is not known for certain.
  const python = pythonVersion(files, demands, wanted, day);
  const included = new Set(includedExtras(manifests).map(normalizeName));
  const named = installs.asks.flatMap(({ extras, groups }) => [...extras, ...groups]);
  const extras = new Set([...named.filter((name) => !isForDevelopers(name)), ...included]);
  const isImage = isContainer(how.target) || isHerokuImage(files, how.target);
  const bases = isImage ? bringingImages(files, imagesOf(files, how.files), how.images) : [];
  const besides = [...(isImage ? readImagePackages(files, texts, how.files) : []), ...readHostLibraries(files)];
  const rowsFor = (pythons: readonly string[]) => {
    const environment = { pythons, extras: [...extras] };
    return rowsOf(
      candidatesOf([...manifests, ...besides], environment, { asks: installs.asks, extras: included, undecided }),
      advisories,
      outOfStep,
    );
  };
  const possible = possiblePythons(python);
  const first = rowsFor(possible);
  // A Python that the project's Django cannot be installed on is not the one it runs on.
  const oldest = djangoVersion(rowNamed(first, 'django'), day)?.pythons?.[0];
  const likely = possible.filter((version) => oldest === undefined || compareVersions(version, oldest) >= 0);
  const pythons = likely.length > 0 ? likely : possible;
  const rows = pythons.length < possible.length ? rowsFor(pythons) : first;
  const row = rowNamed(rows, 'django');
  const django = djangoVersion(row, day);
  const own = packagesRead(files, manifests);
  const all = rows.all
    .map((one) => withSupport(one, django, day))
    .map((one) => (own.has(one.name) ? { ...one, read: true as const } : one));
  const byName = new Map(all.map((one) => [one.name, one]));
  const trace = django?.series === undefined ? djangoTrace(files, row, day) : undefined;
  return {
    manifests: manifests
      .filter((manifest) => declares(manifest) && !manifest.constraint)
      .map((manifest) => {
        const { path, kind, because } = manifest.plan;
        const { format, lock } = manifest.reading;
        const lists = listedIn(files, manifest);
        return { path, format, lock, kind, because, ...(lists ? { listedIn: lists } : {}) };
      }),
    all,
    get: (name) => byName.get(normalizeName(name)),
    providing: (importName) => distributionsOf(importName),
    django,
    python,
    ...(trace ? { djangoTrace: trace } : {}),
    djangoSeries: trace?.series ?? workingSeries(django, row, python?.series, day),
    conflicts: rows.conflicts,
    impossible: impossibleIn(manifests, { pythons, extras: [...extras] }),
    outOfStep,
    repeated: repeatedIn(manifests),
    ...(bases.length > 0 ? { bases } : {}),
    hashed: installs.uvPip ? [] : hashedLists(manifests),
    supportEnd,
    sources: manifests.flatMap(({ reading }) => reading.sources),
    problems: [
      ...installs.unseen.map(({ at, why }) => ({ at, why, build: true as const })),
      ...passedByLists(planned, installs),
      ...(deadEnd && how !== wanted
        ? [
            {
              at: deadEnd,
              why: 'Heroku would stop here, so that what the Dockerfile installs is taken for production’s',
            },
          ]
        : []),
      ...unseenConstraints(texts, installs.constraints, (one) => constraintPath(files, one) !== undefined),
      ...manifests.flatMap(({ reading }) => reading.problems),
      ...brokenInclusions(files, manifests),
      ...unfitConstraints(manifests),
      ...unlisted(files, manifests),
      ...adriftIn(manifests),
      ...rivals.problems,
      ...problems,
      ...rows.problems,
    ],
    advisoryData: { from: advisories.from, asOf: advisories.asOf },
    dataDate: [advisories.asOf, lifecycleAsOf].sort()[0] ?? lifecycleAsOf,
  };
}

/** The options of uv that the target gives to all processes alike: no build sees them. */
function variablesOfUv(processes: Deployment['processes']): ReadonlyMap<string, string> {
  const [first, ...others] = processes;
  return new Map(
    (first?.variables ?? []).flatMap(({ name, value }) => {
      const isSame = others.every((one) => one.variables.some((other) => other.name === name && other.value === value));
      return name.startsWith('UV_') && value !== undefined && isSame ? [[name, value] as const] : [];
    }),
  );
}

function isDockerfile(path: string): boolean {
  return /(?:docker|container)file[^/]*$/i.test(path);
}

function rowNamed(rows: Rows, name: string): Dependency | undefined {
  return rows.all.find((row) => row.name === name);
}

/** A pyproject.toml that only configures tools is no manifest; an empty requirements file is one. */
function declares({ reading }: ReadManifest): boolean {
  if (reading.lock || reading.format === 'requirements' || reading.format === 'pipfile') return true;
  return reading.declarations.length > 0 || reading.includes.length > 0;
}
