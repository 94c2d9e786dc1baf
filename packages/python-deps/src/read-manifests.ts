/** Reads every planned manifest, and what they include, each file once. */
import type { DependencyKind, Location, Project } from '@django-golive/core';
import { readConda } from './conda.js';
import type { Inclusion, Reading } from './declaration.js';
import { includedPath } from './included-path.js';
import type { Installs } from './install-commands.js';
import { kindOfExtra } from './installed-kinds.js';
import { isProjectNamed } from './local-projects.js';
import type { ManifestPlan } from './manifests.js';
import { maskCredentials } from './mask-credentials.js';
import { readPipfile } from './pipfile.js';
import { readPipfileLock } from './pipfile-lock.js';
import { directoryOf, isForeign } from './project-directories.js';
import { readPyproject } from './pyproject.js';
import { readRequirementsFile } from './requirements-file.js';
import { readSetupCfg } from './setup-cfg.js';
import { readSetupPy } from './setup-py.js';
import { readTomlLock } from './toml-locks.js';

/** A manifest that was read, with what it is for. */
export interface ReadManifest {
  readonly plan: ManifestPlan;
  readonly reading: Reading;
  /** It was named with `-c`: it limits versions and installs nothing. */
  readonly constraint: boolean;
}

/** What a file says, read as its plan says. */
export type ManifestReader = (plan: ManifestPlan, variables: ReadonlyMap<string, string>) => Reading | undefined;

/** Reads each file of a project once in the same way, for however many targets. */
export function createManifestReader(project: Project): ManifestReader {
  const known = new Map<string, Reading | undefined>();
  return (plan, variables) => {
    const key = JSON.stringify([plan.path, plan.format, plan.kind, [...variables]]);
    if (!known.has(key)) known.set(key, readFile(project, plan, variables));
    return known.get(key);
  };
}

/** Inclusions that lead on and on end here. */
const MOST = 400;

/** Reads the plans in their order; a file that another includes is what the including file is, if that is more. */
export function readManifests(
  project: Project,
  plans: readonly ManifestPlan[],
  { variables, asks }: Pick<Installs, 'variables' | 'asks'>,
  readOne: ManifestReader = createManifestReader(project),
): readonly ReadManifest[] {
  const read = new Map<string, ReadManifest>();
  const queue: { plan: ManifestPlan; constraint: boolean; at?: Location }[] = plans.map((plan) => ({
    plan,
    constraint: plan.bounds !== undefined,
  }));
  for (let next = 0; next < queue.length && next < MOST; next += 1) {
    const entry = queue[next];
    if (!entry || !gains(entry, read.get(entry.plan.path))) continue;
    const reading = readOne(entry.plan, variables);
    if (!reading) continue;
    read.set(entry.plan.path, { plan: entry.plan, reading, constraint: entry.constraint });
    for (const inclusion of reading.includes) {
      const constraint = entry.constraint || inclusion.constraint;
      const because = `\`${entry.plan.path}\` includes it`;
      const { extra, kind = entry.plan.kind } = inclusion;
      const own = extra === undefined ? kind : kindOfExtra(extra, kind, asks);
      for (const { path, format } of filesOf(project, entry.plan.path, inclusion))
        queue.push({
          plan: { ...entry.plan, path, format, because, kind: weaker(entry.plan.kind, own) },
          constraint,
        });
    }
  }
  const all = [...read.values()].sort((a, b) => a.plan.rank - b.plan.rank);
  return all.map((manifest) => withIncluded(project, manifest, read));
}

/** What a file of constraints bounds goes for what that includes, too. */
function withIncluded(project: Project, manifest: ReadManifest, read: ReadonlyMap<string, ReadManifest>): ReadManifest {
  const { plan } = manifest;
  if (!plan.bounds?.over) return manifest;
  const over = new Set(plan.bounds.over);
  for (const path of over)
    for (const inclusion of read.get(path)?.reading.includes ?? [])
      for (const file of filesOf(project, path, inclusion)) over.add(file.path);
  return { ...manifest, plan: { ...plan, bounds: { ...plan.bounds, over: [...over] } } };
}

/** Inclusions that lead nowhere, where an install stops, or out of the repository, where nobody sees what they list. */
export function brokenInclusions(project: Project, manifests: readonly ReadManifest[]): Reading['problems'] {
  return manifests.flatMap(({ plan, reading, constraint }) =>
    reading.includes.flatMap((inclusion): Reading['problems'] => {
      const { at } = inclusion;
      const path = maskCredentials(inclusion.path);
      const isElsewhere = /^\w+:\/\/|\$/.test(path);
      if (!isElsewhere && filesOf(project, plan.path, inclusion).length > 0) return [];
      const limits = constraint || inclusion.constraint;
      const why = isElsewhere
        ? `\`${path}\` is not in the repository, so ${limits ? 'the versions that it allows are' : 'what it lists is'} not known`
        : inclusion.member
          ? `no package of the repository is called \`${path}\``
          : inclusion.project &&
              (inclusion.of === undefined || project.isDirectory(includedPath(plan.path, path) ?? '?'))
            ? `\`${path}\` holds neither \`pyproject.toml\` nor \`setup.py\``
            : `\`${path}\` is not in the repository`;
      return [{ at, why, ...(isElsewhere && limits ? { versions: true } : {}) }];
    }),
  );
}

/** Packages that lie in the repository, whose own manifests were read. */
export function packagesRead(project: Project, manifests: readonly ReadManifest[]): ReadonlySet<string> {
  return new Set(
    manifests.flatMap(({ plan, reading }) =>
      reading.includes.flatMap((inclusion) =>
        inclusion.of !== undefined && filesOf(project, plan.path, inclusion).length > 0 ? [inclusion.of] : [],
      ),
    ),
  );
}

/** Where a pyproject.toml that leaves its list to others has it: in files that it names, or in setuptools' own beside it. */
export function listedIn(project: Project, { plan, reading }: ReadManifest): readonly string[] | undefined {
  if (!reading.dynamic) return undefined;
  const named = reading.includes.filter(({ kind, of }) => of === undefined && kind === 'runtime');
  if (named.length > 0) return named.flatMap(({ path }) => includedPath(plan.path, path) ?? []);
  const beside = ['setup.cfg', 'setup.py'].map((name) => plan.path.replace(/[^/]*$/, name));
  return beside.filter((path) => /\binstall_requires\b/.test(project.file(path)?.text ?? ''));
}

/** Lists that a pyproject.toml leaves to others, where nobody can tell to whom, and there is no other list. */
export function unlisted(project: Project, manifests: readonly ReadManifest[]): Reading['problems'] {
  // A list or a lock beside it is what people install from.
  const isList = ({ plan, reading, constraint }: ReadManifest) =>
    plan.kind === 'runtime' && !constraint && (reading.lock || reading.format === 'requirements');
  if (manifests.some(isList)) return [];
  return manifests.flatMap((manifest) => {
    const file = project.file(manifest.plan.path);
    if (!file || listedIn(project, manifest)?.length !== 0) return [];
    const start = Math.max(0, file.text.search(/^\s*dynamic\s*=/m));
    const at = file.at({ start, end: start });
    return [{ at, why: 'its dependencies are dynamic, and no file that is known lists them' }];
  });
}

/** Constraints that pip stops at: one that asks for extras. */
export function unfitConstraints(manifests: readonly ReadManifest[]): Reading['problems'] {
  return manifests.flatMap(({ reading, constraint }) =>
    reading.declarations
      .filter(({ extras }) => constraint && extras.length > 0)
      .map(({ at }) => ({ at, why: 'a constraint cannot ask for extras, and pip stops at it' })),
  );
}

/** The extras that lines such as `-e .[prod]` of production's files ask for. */
export function includedExtras(manifests: readonly ReadManifest[]): readonly string[] {
  return manifests.flatMap(({ plan, reading }) =>
    plan.kind === 'runtime' ? reading.includes.flatMap((inclusion) => inclusion.project ?? []) : [],
  );
}

const PROJECT_FILES = [
  ['pyproject.toml', 'pyproject'],
  ['setup.cfg', 'setup-cfg'],
  ['setup.py', 'setup-py'],
] as const;

/** What an inclusion leads to: a requirements file, or the files that declare a project. */
function filesOf(
  project: Project,
  from: string,
  inclusion: Inclusion,
): readonly Pick<ManifestPlan, 'path' | 'format'>[] {
  if (!inclusion.project) {
    const path = includedPath(from, inclusion.path);
    return path !== undefined && project.file(path) ? [{ path, format: 'requirements' }] : [];
  }
  if (inclusion.member) {
    const found = project.paths.filter((path) => {
      const file = /(?:^|\/)pyproject\.toml$/.test(path) && !isForeign(path) ? project.file(path) : undefined;
      return file !== undefined && isProjectNamed(file, inclusion.path);
    });
    return found.length === 1 ? found.map((path) => ({ path, format: 'pyproject' })) : [];
  }
  // A directory is named from where pip is started, which is the file's own directory or one above it.
  for (let directory = directoryOf(from); ; directory = directoryOf(directory)) {
    const base = includedPath(directory === '' ? '' : `${directory}/`, inclusion.path);
    const files = PROJECT_FILES.flatMap(([name, format]) => {
      const path = base === '' ? name : `${base}/${name}`;
      return base !== undefined && project.file(path) ? [{ path, format }] : [];
    });
    if (files.length > 0 || directory === '') return files;
  }
}

const WEIGHT = { runtime: 3, optional: 2, dev: 1 } as const;

function weaker(kind: DependencyKind, other: DependencyKind = kind): DependencyKind {
  return WEIGHT[other] < WEIGHT[kind] ? other : kind;
}

function gains(entry: { plan: ManifestPlan; constraint: boolean }, known: ReadManifest | undefined): boolean {
  if (!known) return true;
  if (known.constraint !== entry.constraint) return known.constraint;
  const difference = WEIGHT[entry.plan.kind] - WEIGHT[known.plan.kind];
  const nearer = entry.plan.rank < known.plan.rank;
  return difference > 0 || (difference === 0 && (nearer || (known.plan.doubted === true && !entry.plan.doubted)));
}

function readFile(project: Project, plan: ManifestPlan, variables: ReadonlyMap<string, string>): Reading | undefined {
  const file = project.file(plan.path);
  if (!file) return undefined;
  switch (plan.format) {
    case 'requirements':
      return readRequirementsFile(file, plan.kind, variables);
    case 'pyproject':
    case 'poetry':
      return readPyproject(file);
    case 'pipfile':
      return readPipfile(file);
    case 'pipfile-lock':
      return readPipfileLock(file);
    case 'conda':
      return readConda(file, plan.kind);
    case 'setup-cfg':
      return readSetupCfg(file);
    case 'setup-py':
      return readSetupPy(file);
    default:
      return readTomlLock(file, plan.format);
  }
}
