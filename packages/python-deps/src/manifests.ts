/** Which files declare dependencies, and which of them a production install reads. */
import type { DependencyKind, Manifest, Project } from '@django-golive/core';
import { BUILT } from './build-files.js';
import { isCondaExport } from './conda.js';
import { purposeOf } from './dependency-groups.js';
import { ELSEWHERE, withFallback } from './fallback-lists.js';
import { type HerokuInstall, herokuInstall, isHerokuImage } from './heroku-files.js';
import type { Installs, InstallTool, NamedFile } from './install-commands.js';
import { formatOf, homeOf, isDevelopmentPath, nameWords } from './manifest-names.js';
import { depthOf, isForeign, projectDirectories } from './project-directories.js';
import { isCompiledList } from './requirements-file.js';
import { resolveNamed } from './resolve-named.js';
import { type ChosenMembers, chosenMembers } from './uv-workspace.js';

/** A file that is worth reading, before it is read. */
export interface ManifestPlan {
  readonly path: string;
  readonly format: Manifest['format'];
  readonly kind: DependencyKind;
  /** How near it is to what production installs; 0 is what the build itself names. Lower wins. */
  readonly rank: number;
  /** Why it is taken for that. */
  readonly because: string;
  /** It is installed in a branch of a script that may not be taken. */
  readonly doubted?: true;
  /** Another is likelier, and this one may be it all the same. */
  readonly perhaps?: true;
  /** It only bounds versions: of all that is installed, or `over` the manifests of these paths; with `override`, it sets them. */
  readonly bounds?: { readonly over?: readonly string[]; readonly override: boolean };
}

type Format = Manifest['format'];

const TOOL_OF: Readonly<Partial<Record<Format, InstallTool>>> = {
  'uv-lock': 'uv',
  'poetry-lock': 'poetry',
  pipfile: 'pipenv',
  'pipfile-lock': 'pipenv',
  'pdm-lock': 'pdm',
  conda: 'conda',
};
/** A repository of hundreds of manifests is a collection of projects, of which the outermost ones count. */
const MOST = 150;
const LOCKS: ReadonlySet<Format> = new Set(['uv-lock', 'poetry-lock', 'pdm-lock', 'pipfile-lock']);

/** `base.in` and the `base.txt` that a tool says it made of it, whatever they are called. */
function compiledFormat(project: Project, path: string): Format | undefined {
  const [, stem] = /^(.*)\.(?:in|txt)$/.exec(path) ?? [];
  if (stem === undefined || !project.file(`${stem}.in`)) return undefined;
  return isCompiledList(project.file(`${stem}.txt`)?.text ?? '') ? 'requirements' : undefined;
}

/** Every manifest of the project, production's first. */
export function planManifests(project: Project, installs: Installs, target: string): readonly ManifestPlan[] {
  const named = namedBesides(project, installs);
  const heroku = herokuInstall(project, target);
  const found = project.paths
    .flatMap((path) => {
      const format = isForeign(path) ? undefined : (formatOf(path) ?? named.get(path) ?? compiledFormat(project, path));
      return format ? [{ path, format }] : [];
    })
    .sort((a, b) => depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : 1))
    .slice(0, MOST)
    .map(({ path, format }) => {
      // What pip is told to install, it reads as its own.
      const isPips = format !== 'requirements' || named.has(path) || heroku?.reads.includes(path);
      return { path, format: !isPips && isCondaExport(project.file(path)?.text ?? '') ? ('conda' as const) : format };
    });
  const homes = projectDirectories(project);
  const mentioned = new Map<string, Mention>();
  for (const { path, from, by, doubted } of installs.requirements) {
    const file = resolveNamed(path, from, found);
    // What only a branch installs, and is for development by its name, is not production's.
    if (file === undefined || (doubted && isDevelopmentPath(file))) continue;
    const known = mentioned.get(file);
    if (!known || (known.doubted && !doubted)) mentioned.set(file, { by, doubted });
  }
  const built = isHerokuImage(project, target) ? 'docker' : target;
  const paths = found.map(({ path }) => path);
  const build = {
    homes,
    chosen: chosenMembers(project, installs.asks),
    named: productionsOf(mentioned, homes, paths, BUILT.has(built)),
    installs,
    target: built,
    heroku,
  };
  const plans = found.map(({ path, format }) => planOf(path, format, build));
  return withDoubt(withFallback(project, plans, homes), installs.unseen).sort(
    (a, b) => a.rank - b.rank || depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : 1),
  );
}

/** Files that a build installs and that no one would take for such by their names: `deps/live.txt`, `ENV.yml` of conda's. */
function namedBesides(project: Project, { requirements, conda }: Installs): ReadonlyMap<string, Format> {
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const resolved = (files: readonly NamedFile[], format: Format) => {
    const names = new Set(files.map(({ path }) => nameOf(path)));
    const like = project.paths.flatMap((path) => (names.has(nameOf(path)) ? [{ path }] : []));
    return files.flatMap(({ path, from }) => {
      const found = resolveNamed(path, from, like);
      return found === undefined ? [] : [[found, format] as const];
    });
  };
  return new Map([...resolved(conda, 'conda'), ...resolved(requirements, 'requirements')]);
}

/** What names a file, and whether that is in a branch; of a source it names what is compiled from it. */
type Mention = Pick<NamedFile, 'by' | 'doubted'> & { readonly source?: true };

/** What is known of the build. */
interface Build {
  /** The directories of the project itself. */
  readonly homes: ReadonlySet<string>;
  /** The members of uv's workspace that it installs. */
  readonly chosen: ChosenMembers | undefined;
  /** Production's requirements files, each with what names it. */
  readonly named: ReadonlyMap<string, Mention>;
  readonly installs: Installs;
  readonly target: string;
  readonly heroku: HerokuInstall | undefined;
}

function planOf(path: string, format: Format, build: Build): ManifestPlan {
  const { homes, named, target } = build;
  const as = (kind: DependencyKind, rank: number, because: string) => ({ path, format, kind, rank, because });
  const mention = named.get(path);
  const installed = mention && `${mention.by} installs ${mention.source ? 'what is compiled from it' : 'it'}`;
  if (mention?.doubted) return { ...as('runtime', 0, `${installed} under a condition`), doubted: true };
  if (installed) return as('runtime', 0, installed);
  const { chosen, installs } = build;
  const anew = target === 'heroku' ? undefined : installs.locks.anew.get(format);
  if (anew?.doubted === false) return as('optional', 8, `${anew.by} has versions chosen anew`);
  const uv = installs.tools.get('uv');
  if (chosen?.paths.has(path) && uv !== undefined && target !== 'heroku')
    return as('runtime', 0, `${uv} runs uv for it`);
  if (isDevelopmentPath(path)) return as('dev', 9, 'its name is one for development');
  if (!homes.has(homeOf(path))) return as('optional', 8, ELSEWHERE);
  const { directory } = installs;
  if (directory !== undefined && homeOf(path) !== directory)
    return as('optional', 8, 'it lies outside of the directory of the Procfile');
  if (format === 'conda' && !build.installs.tools.has('conda'))
    return as('optional', 8, 'nothing says that production uses conda');
  if (format === 'pyproject' && chosen?.root === false && installs.tools.size === 1 && target !== 'heroku')
    return as('optional', 8, `${uv} installs another package of the workspace`);
  if (isPassedBy(path, format, build)) return as('optional', 8, `${builderOf(build)} installs from other files`);
  if (format !== 'requirements') {
    const plan = as('runtime', ...rankOfTool(path, format, build));
    return anew || (plan.rank === 0 && isDoubted(format, build)) ? { ...plan, doubted: true } : plan;
  }
  const words = nameWords(path);
  if (words === '' && target === 'heroku' && (build.heroku?.from ?? 'requirements.txt') === path)
    return as('runtime', 0, 'Heroku installs from the root');
  if (words === '') return as('runtime', 2, 'its name is the usual one');
  const purpose = purposeOf(words);
  if (purpose === 'production') return as('runtime', 1, 'its name is one for production');
  return purpose === 'base'
    ? as('runtime', 3, 'its name is one for all environments')
    : as('optional', 7, 'nothing says that production installs it');
}

/** Whether only branches of scripts run what installs a file that is no list of requirements. */
function isDoubted(format: Format, { installs: { tools, doubted }, target }: Build): boolean {
  const own = TOOL_OF[format];
  return target !== 'heroku' && (own ? [own] : [...tools.keys()]).every((tool) => doubted.has(tool));
}

function builderOf({ named, installs, heroku }: Build): string {
  if (heroku) return 'Heroku';
  return [...[...named.values()].map(({ by }) => by), ...installs.tools.values()][0] ?? 'the build';
}

/** Whether the build installs from other files: `pip install -r requirements.txt` takes nothing from a lock file beside it. */
function isPassedBy(path: string, format: Format, { named, installs: { tools }, target, heroku }: Build): boolean {
  if (target === 'heroku') return heroku !== undefined && !heroku.reads.includes(path);
  const tool = TOOL_OF[format];
  if (!BUILT.has(target)) {
    if (!LOCKS.has(format) || tools.has(tool ?? 'pip-project')) return false;
    // `uv pip install -r pyproject.toml` takes the project's own list, and nothing of what is locked beside it.
    return tools.has('pip-project') || [...named.keys()].some((each) => /(?:^|\/)pyproject\.toml$/.test(each));
  }
  if (named.size === 0 && tools.size === 0) return false;
  if (tool) return !tools.has(tool);
  if (format === 'requirements') return true;
  // `pip install --group` takes groups of pyproject.toml, and `pipenv` its own file.
  return (
    format !== 'pylock' &&
    [...tools.keys()].every((each) => each === 'pipenv' || (each === 'pip-group' && format !== 'pyproject'))
  );
}

function rankOfTool(path: string, format: Format, { installs: { tools }, target, heroku }: Build): [number, string] {
  if (target === 'heroku' && (heroku?.reads.includes(path) ?? /^(?:[^/]+\.lock|Pipfile|pyproject\.toml)$/.test(path)))
    return [0, 'Heroku installs from the root'];
  const tool = TOOL_OF[format];
  const usual = 'its name is the usual one';
  if (tool) return tools.has(tool) ? [0, `${tools.get(tool)} runs ${tool}`] : [2, usual];
  if (format === 'pylock') return [2, usual];
  const project = tools.get('pip-project');
  if (project !== undefined) return [0, `${project} installs the project itself`];
  const [manager] = format === 'pyproject' ? [...tools].filter(([name]) => name !== 'pipenv') : [];
  if (manager?.[0] === 'pip-group') return [0, `${manager[1]} installs groups of it`];
  if (manager) return [0, `${manager[1]} runs ${manager[0]}`];
  return [format === 'pyproject' ? 2 : 4, usual];
}

/** Where a command of the build installs nobody knows what, a file that no command names may be it, or may not. */
function withDoubt(plans: readonly ManifestPlan[], [unseen]: Installs['unseen']): ManifestPlan[] {
  return plans.map((plan) =>
    unseen === undefined || plan.kind !== 'runtime' || plan.rank === 0
      ? plan
      : { ...plan, doubted: true, because: `${plan.because}, while what ${unseen.by} installs is not known` },
  );
}

/**
 * Of the files that builds name, those that are production's: the project's own before those of services beside it, and
 * none for development while there are others, save what the image that the target runs surely installs as well. The source
 * that pip-compile made such a file from goes with it.
 */
function productionsOf(
  named: ReadonlyMap<string, Mention>,
  homes: ReadonlySet<string>,
  found: readonly string[],
  isBuilt: boolean,
): ReadonlyMap<string, Mention> {
  const own = new Set([...named].flatMap(([path, { by }]) => (homes.has(homeOf(path)) ? [by] : [])));
  // A list in a directory of its own is the project's where the same build installs both.
  const near = [...named].filter(([, { by }]) => own.size === 0 || own.has(by));
  const plain = near.filter(([path]) => !isDevelopmentPath(path));
  // A build that installs development's file, beside one that is production's by name, is not production's build.
  const hasOther = found.some((path) => homes.has(homeOf(path)) && purposeOf(nameWords(path)) === 'production');
  const by = new Set(plain.map(([, one]) => one.by));
  const others = near.filter(
    (one) => plain.includes(one) || (isBuilt && !hasOther && !one[1].doubted && by.has(one[1].by)),
  );
  const chosen = plain.length > 0 ? others : hasOther ? [] : near;
  const sources = chosen.map(([path, by]) => [path.replace(/\.txt$/, '.in'), { ...by, source: true }] as const);
  return new Map<string, Mention>([...sources, ...chosen]);
}
