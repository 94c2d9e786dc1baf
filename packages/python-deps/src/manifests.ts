/** Which files declare dependencies, and which of them a production install reads. */
import type { DependencyKind, Manifest, Project } from '@django-golive/core';
import { purposeOf } from './dependency-groups.js';
import type { Installs } from './install-commands.js';
import { depthOf, directoryOf, isForeign, projectDirectories } from './project-directories.js';

/** A file that is worth reading, before it is read. */
export interface ManifestPlan {
  readonly path: string;
  readonly format: Manifest['format'];
  readonly kind: DependencyKind;
  /** How near it is to what production installs; 0 is what the build itself names. Lower wins. */
  readonly rank: number;
}

type Format = Manifest['format'];

const BY_NAME: Readonly<Record<string, Format>> = {
  'pyproject.toml': 'pyproject',
  Pipfile: 'pipfile',
  'setup.cfg': 'setup-cfg',
  'setup.py': 'setup-py',
  'uv.lock': 'uv-lock',
  'poetry.lock': 'poetry-lock',
  'Pipfile.lock': 'pipfile-lock',
  'pdm.lock': 'pdm-lock',
};
const TOOL_OF: Readonly<Partial<Record<Format, 'uv' | 'poetry' | 'pipenv' | 'pdm'>>> = {
  'uv-lock': 'uv',
  'poetry-lock': 'poetry',
  pipfile: 'pipenv',
  'pipfile-lock': 'pipenv',
  'pdm-lock': 'pdm',
};
/** A repository of hundreds of manifests is a collection of projects, of which the outermost ones count. */
const MOST = 150;
const LOCKS: ReadonlySet<Format> = new Set(['uv-lock', 'poetry-lock', 'pdm-lock', 'pipfile-lock']);

/** Every manifest of the project, production's first. */
export function planManifests(project: Project, installs: Installs, target: string): readonly ManifestPlan[] {
  const found = project.paths
    .flatMap((path) => {
      const format = isForeign(path) ? undefined : formatOf(path);
      return format ? [{ path, format }] : [];
    })
    .sort((a, b) => depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : 1))
    .slice(0, MOST);
  const homes = projectDirectories(project);
  const mentioned = installs.requirements.flatMap(({ path, from }) => resolveNamed(path, from, found) ?? []);
  const named = productionsOf(mentioned, homes);
  const plans = found.map(({ path, format }) => planOf(path, format, homes, named, installs, target));
  return withFallback(plans).sort(
    (a, b) => a.rank - b.rank || depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : 1),
  );
}

function formatOf(path: string): Format | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (known) return known;
  if (/^pylock(?:\.[\w-]+)?\.toml$/.test(name)) return 'pylock';
  if (!/\.(?:txt|in|pip)$/.test(name)) return undefined;
  if (/(?:^|[-_.])(?:requirements?|reqs?)(?:[-_.]|$)/i.test(name)) return 'requirements';
  const parent = directoryOf(path).split('/').at(-1) ?? '';
  if (!/^(?:requirements?|reqs|pip-requirements)$/i.test(parent)) return undefined;
  return /readme|licen[cs]e|constraints?|apt|system/i.test(name) ? undefined : 'requirements';
}

function planOf(
  path: string,
  format: Format,
  homes: ReadonlySet<string>,
  named: ReadonlySet<string>,
  installs: Installs,
  target: string,
): ManifestPlan {
  if (named.has(path)) return { path, format, kind: 'runtime', rank: 0 };
  if (isDevelopmentPath(path)) return { path, format, kind: 'dev', rank: 9 };
  if (!homes.has(homeOf(path))) return { path, format, kind: 'optional', rank: 8 };
  // `pip install .` takes what the manifest admits, and looks at no other tool's lock file.
  const passedBy =
    LOCKS.has(format) && installs.tools.has('pip-project') && !installs.tools.has(TOOL_OF[format] ?? 'pip-project');
  if (passedBy && target !== 'heroku') return { path, format, kind: 'optional', rank: 8 };
  if (format !== 'requirements')
    return { path, format, kind: 'runtime', rank: rankOfTool(path, format, installs, target) };
  const words = nameWords(path);
  if (words === '' && target === 'heroku' && path === 'requirements.txt')
    return { path, format, kind: 'runtime', rank: 0 };
  if (words === '') return { path, format, kind: 'runtime', rank: 2 };
  const purpose = purposeOf(words);
  if (purpose === 'production') return { path, format, kind: 'runtime', rank: 1 };
  return purpose === 'base' ? { path, format, kind: 'runtime', rank: 3 } : { path, format, kind: 'optional', rank: 7 };
}

function rankOfTool(path: string, format: Format, installs: Installs, target: string): number {
  if (target === 'heroku' && /^(?:[^/]+\.lock|Pipfile|pyproject\.toml)$/.test(path)) return 0;
  const tool = TOOL_OF[format];
  if (tool) return installs.tools.has(tool) ? 0 : 2;
  if (format === 'pylock') return 2;
  const direct =
    installs.tools.has('pip-project') ||
    (format === 'pyproject' && installs.tools.size > 0 && !installs.tools.has('pipenv'));
  if (direct) return 0;
  return format === 'pyproject' ? 2 : 4;
}

/** Where nothing looks like production's, the outermost plain file that is left is taken for it. */
function withFallback(plans: readonly ManifestPlan[]): ManifestPlan[] {
  if (plans.some((plan) => plan.kind === 'runtime')) return [...plans];
  const plain = plans.find(
    (plan) => plan.kind === 'optional' && (plan.format !== 'requirements' || nameWords(plan.path) === ''),
  );
  if (!plain) return [...plans];
  const home = directoryOf(plain.path);
  return plans.map((plan) =>
    plan.kind === 'optional' && directoryOf(plan.path) === home ? { ...plan, kind: 'runtime', rank: 5 } : plan,
  );
}

/**
 * Of the files that builds name, those that are production's: the project's own before those of services beside it, and
 * none for development while there are others. The source that pip-compile made such a file from goes with it.
 */
function productionsOf(named: readonly string[], homes: ReadonlySet<string>): ReadonlySet<string> {
  const own = named.filter((path) => homes.has(homeOf(path)));
  const near = own.length > 0 ? own : named;
  const others = near.filter((path) => !isDevelopmentPath(path));
  const chosen = others.length > 0 ? others : near;
  return new Set(chosen.flatMap((path) => [path, path.replace(/\.txt$/, '.in')]));
}

/** The directory that a manifest speaks for: `requirements/prod.txt` speaks for the one above. */
function homeOf(path: string): string {
  const directory = directoryOf(path);
  return formatOf(path) === 'requirements'
    ? directory.replace(/(?:^|\/)(?:requirements?|reqs|pip-requirements|deploy(?:ment)?)$/i, '')
    : directory;
}

/** The manifest that a build file names, by the longest tail of the name that is in the repository. */
function resolveNamed(path: string, from: string, found: readonly { readonly path: string }[]): string | undefined {
  const parts = path.split('/');
  for (let drop = 0; drop < parts.length; drop += 1) {
    const tail = parts.slice(drop).join('/');
    const hits = found
      .map((entry) => entry.path)
      .filter((candidate) => candidate === tail || candidate.endsWith(`/${tail}`));
    const beside = from === '' ? tail : `${from}/${tail}`;
    if (hits.includes(beside)) return beside;
    if (hits.length > 0) return hits.find((hit) => hit === tail) ?? hits[0];
  }
  return undefined;
}

/** What a requirements file's name says besides that it is one: `prod` of `requirements/prod.txt`. */
function nameWords(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name
    .replace(/\.(?:txt|in|pip)$/, '')
    .replace(/requirements?|reqs?\b/i, '')
    .replace(/^[-_.]+|[-_.]+$/g, '');
}

function isDevelopmentPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const words = formatOf(path) === 'requirements' ? nameWords(path) : '';
  return parts.some((part) => purposeOf(part) === 'dev') || (name !== '' && purposeOf(words) === 'dev');
}
