/** What a list of packages is for, where the commands of the build were read: it is installed, or it is not. */
import type { DependencyKind } from '@django-golive/core';
import type { Asked } from './asked-groups.js';
import type { GroupDefaults, LockedPackage, Purpose } from './declaration.js';
import { isForDevelopers, kindOfGroup, purposeOf } from './dependency-groups.js';
import { normalizeName } from './names.js';
import { directoryOf } from './project-directories.js';
import type { ReadManifest } from './read-manifests.js';

/** Which commands install from a format. */
const TOOLS: Readonly<Record<string, readonly Asked['tool'][]>> = {
  'uv-lock': ['uv'],
  'poetry-lock': ['poetry'],
  'pdm-lock': ['pdm'],
  pipfile: ['pipenv'],
  'pipfile-lock': ['pipenv'],
  pyproject: ['uv', 'poetry', 'pdm', 'pip'],
  poetry: ['uv', 'poetry', 'pdm', 'pip'],
  'setup-cfg': ['uv', 'poetry', 'pdm', 'pip'],
  'setup-py': ['uv', 'poetry', 'pdm', 'pip'],
};
const MAIN = /^(?:main|default)$/;

type Judge = (marker: string | undefined) => boolean | undefined;

/** What tells the kinds of one manifest's lists and locked packages. */
export interface InstalledKinds {
  readonly of: (purpose: Purpose) => DependencyKind;
  /** Whether production may well install a list that is for development or asked for by name, and nobody can tell. */
  readonly mayHave: (purpose: Purpose) => boolean;
  /** What a lock file's package is for, and where it is there, as its groups tell. */
  readonly ofLocked: (entry: LockedPackage, judge: Judge) => Pick<LockedPackage, 'kind' | 'marker'>;
  /** Whether a command installs a list, whatever it is for; where none is known, what a tool installs unless told otherwise. */
  readonly has: (purpose: Purpose) => boolean | undefined;
}

/**
 * `included` are the extras that lines such as `-e .[prod]` ask for. Where no command is known, names tell; `undecided` where that
 * is so because nothing says how production installs anything.
 */
export function installedKinds(
  { plan, reading }: ReadManifest,
  manifests: readonly ReadManifest[],
  asks: readonly Asked[],
  included: ReadonlySet<string>,
  undecided: boolean,
): InstalledKinds {
  const tools = TOOLS[reading.format] ?? [];
  const commands = asks.filter(({ tool }) => tools.includes(tool));
  const home = directoryOf(plan.path);
  const defaults =
    reading.groupDefaults ??
    manifests.find((other) => other.reading.groupDefaults && directoryOf(other.plan.path) === home)?.reading
      .groupDefaults;
  return { of, mayHave, ofLocked, has };

  function has({ group, extra }: Purpose): boolean | undefined {
    const name = group === undefined ? undefined : normalizeName(group);
    if (name !== undefined && extra && included.has(name)) return true;
    if (commands.length === 0) return name === undefined || (!extra && isDefault('uv', name, defaults) === true);
    const found = commands.map((asked) => isInstalled(asked, name, extra === true));
    return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
  }

  function of({ kind, group, extra }: Purpose): DependencyKind {
    const name = group === undefined ? undefined : normalizeName(group);
    const forDevelopers = group !== undefined && isForDevelopers(group);
    if (name !== undefined && !forDevelopers && included.has(name)) return 'runtime';
    if (commands.length === 0) return kind;
    // What is for development by its name is there where a command surely installs it, by that name or by default.
    if (name !== undefined && purposeOf(name) === 'dev') {
      const isAsked = (asked: Asked) => !forDevelopers && isNamed(asked, name, extra === true);
      const isSwept = (asked: Asked) => asked.sure === true && isInstalled(asked, name, extra === true) === true;
      return commands.some((asked) => isAsked(asked) || isSwept(asked)) ? 'runtime' : kind;
    }
    const found = commands.map((asked) => isInstalled(asked, name, extra === true));
    if (name !== undefined && found.includes(true)) return 'runtime';
    return kind !== 'runtime' || found.includes(true) || found.includes(undefined) ? kind : 'optional';
  }

  function mayHave({ group, extra, ...purpose }: Purpose): boolean {
    const name = group === undefined ? undefined : normalizeName(group);
    const kind = name === undefined ? undefined : of({ ...purpose, group: name, ...(extra ? { extra } : {}) });
    // A driver that is an extra is asked for by whoever installs the project, and no file may say how that is done.
    if (kind === 'optional' && undecided) return tools.length > 0;
    if (name === undefined || kind !== 'dev') return false;
    if (commands.length > 0) return commands.some((asked) => isInstalled(asked, name, extra === true) !== false);
    const tool = reading.format === 'poetry' ? 'poetry' : 'uv';
    return undecided && tools.includes(tool) && extra !== true && isDefault(tool, name, defaults) === true;
  }

  /** Whether a command installs a list, `undefined` where that is not known. */
  function isInstalled(asked: Asked, name: string | undefined, isExtra: boolean): boolean | undefined {
    if (name === undefined) return asked.own || (asked.open ? undefined : false);
    if (asked.without.has(name)) return false;
    if (isNamed(asked, name, isExtra)) return true;
    if (isExtra ? asked.own && asked.allExtras : asked.unnamed === 'all') return true;
    const byDefault = isExtra || asked.unnamed === 'none' ? false : isDefault(asked.tool, name, defaults);
    return byDefault === false && asked.open ? undefined : byDefault;
  }

  function ofLocked(entry: LockedPackage, judge: Judge): Pick<LockedPackage, 'kind' | 'marker'> {
    const { groups = [], markers, kind } = entry;
    if (groups.length === 0 || (commands.length === 0 && !markers)) return kind === undefined ? {} : { kind };
    const ways = groups.map((group) => ({ kind: kindIn(group, entry), marker: markers?.get(normalizeName(group)) }));
    const open = ways.filter(({ marker }) => judge(marker) !== false);
    const strongest = (['runtime', 'optional', 'dev'] as const).find((one) =>
      (open.length > 0 ? open : ways).some((way) => way.kind === one),
    );
    const [first, ...others] = (open.length > 0 ? open : ways).filter((way) => way.kind === strongest);
    // It is there where the marker of any of the groups holds.
    const all = [first, ...others].flatMap((way) => (way?.marker === undefined ? [] : [`(${way.marker})`]));
    const marker = all.length === others.length + 1 ? { marker: all.join(' or ') } : {};
    return { ...(strongest ? { kind: strongest } : {}), ...(markers ? marker : {}) };
  }

  function kindIn(group: string, { byExtra }: LockedPackage): DependencyKind {
    if (!MAIN.test(group)) return of({ kind: kindOfGroup(group), group });
    return byExtra ? 'optional' : of({ kind: 'runtime' });
  }
}

/** Whether a command asks for a list by its name. */
function isNamed({ own, extras, groups, without }: Asked, name: string, isExtra: boolean): boolean {
  return !without.has(name) && (isExtra ? own && extras.has(name) : groups.has(name));
}

/** What the list of an extra that stands in a file of its own is for. */
export function kindOfExtra(name: string, kind: DependencyKind, asks: readonly Asked[]): DependencyKind {
  const commands = asks.filter(({ tool }) => TOOLS.pyproject?.includes(tool));
  if (commands.length === 0 || isForDevelopers(name)) return kind;
  const extra = normalizeName(name);
  const isAsked = (asked: Asked) =>
    isNamed(asked, extra, true) || (asked.own && asked.allExtras && !asked.without.has(extra));
  if (commands.some(isAsked)) return 'runtime';
  return kind === 'runtime' && !commands.some(({ own, open }) => own && open) ? 'optional' : kind;
}

/** Poetry installs every group that is not optional; uv those that its table names, else `dev`. */
function isDefault(tool: Asked['tool'], name: string, defaults: GroupDefaults | undefined): boolean | undefined {
  if (tool === 'poetry') return defaults ? !defaults.optional.includes(name) : undefined;
  if (tool === 'uv') return defaults?.uv === 'all' || (defaults?.uv ?? ['dev']).includes(name);
  // Groups of PDM's are for development, by whatever names.
  return tool === 'pdm' ? undefined : false;
}
