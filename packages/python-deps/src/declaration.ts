/** What every manifest reader returns: declarations with their places, and what could not be read. */
import type {
  DependencyKind,
  Location,
  Manifest,
  PackageIndex,
  PackageSource,
  SourceFile,
  Span,
} from '@django-golive/core';
import { fileSpecifier } from './direct-reference.js';
import { maskCredentials } from './mask-credentials.js';
import type { Requirement } from './requirement.js';

/** What a list of packages is for. */
export interface Purpose {
  readonly kind: DependencyKind;
  /** The extra or group it is, where it is one. */
  readonly group?: string;
  /** The group is an extra of the package itself. */
  readonly extra?: true;
}

/** One package as one line of one manifest declares it. */
export interface Declaration extends Purpose {
  readonly name: string;
  /** The whole declaration in one line, credentials masked. */
  readonly declared: string;
  readonly extras: readonly string[];
  readonly specifier: string;
  readonly url?: string;
  readonly marker?: string;
  /** The index it comes from, where that is not PyPI. */
  readonly index?: PackageIndex;
  readonly at: Location;
  readonly direct: boolean;
  /** The line has a hash: of its own (`--hash`), or at the end of its address. */
  readonly hashed?: 'option' | 'address';
  /** Only constrains a version (`-c`), and installs nothing by itself. */
  readonly constraint?: true;
  /** What installs reads the file that a tool compiled from this one. */
  readonly compiled?: true;
  /** The command that names it stands in a branch of a script that may not be taken. */
  readonly doubted?: true;
}

/** One package of a lock file. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly at: Location;
  readonly marker?: string;
  /** The groups, or categories, that a lock file says it belongs to. */
  readonly groups?: readonly string[];
  /** Where its marker differs by group: those of the groups that have one. */
  readonly markers?: ReadonlyMap<string, string>;
  /** Its lock file says on which platforms it is there only where others require it. */
  readonly unmarked?: true;
  /** In the main group it is there only with an extra. */
  readonly byExtra?: true;
  /** The kind a lock file itself states. Without it, the kind follows from what leads to the package. */
  readonly kind?: DependencyKind;
  readonly url?: string;
  readonly index?: PackageIndex;
  readonly direct?: boolean;
  /** What it requires. */
  readonly requires: readonly LockedEdge[];
  /** What each extra of it requires beside that. */
  readonly optional?: ReadonlyMap<string, readonly LockedEdge[]>;
}

/** An arrow of a lock file's graph. */
export interface LockedEdge {
  readonly name: string;
  /** The extras that are asked for along with it. */
  readonly extras?: readonly string[];
  readonly marker?: string;
  readonly version?: string;
  /** The versions that the one accepts of the other, where the lock file repeats that. */
  readonly specifier?: string;
}

/** Something the project itself requires, as its lock file says. */
export interface LockedRoot extends LockedEdge, Purpose {}

/** A project that a lock file is of: the one at its place, or a member of its workspace. */
export interface LockedMember {
  readonly name: string;
  /** From the lock file's directory, `.` for that itself. */
  readonly path: string;
  readonly requires: readonly LockedRoot[];
}

/** An extra or a group of a project that excludes others, and by which name markers of the lock file ask for it. */
export interface LockedFork extends Purpose {
  readonly group: string;
  readonly name: string;
}

/** A Python version that a manifest asks for. */
export interface PythonDemand {
  readonly specifier: string;
  readonly at: Location;
}

/** How many lost lines of one lock file are told one by one: whoever reads them mends the file as a whole. */
export const MOST_PROBLEMS = 25;

/** A line that was lost, and why. */
export interface Problem {
  readonly at: Location;
  readonly why: string;
  /** It leaves versions open and no package out. */
  readonly versions?: true;
  /** It is a command of the build, and which packages it installs is not known. */
  readonly build?: true;
  /** pip surely stops at it. */
  readonly refused?: true;
}

/** Another requirements file that a file names, or a directory with a project of its own. */
export interface Inclusion {
  readonly path: string;
  /** A directory, with the extras of its project that are asked for. */
  readonly project?: readonly string[];
  /** The package that the directory holds, where it is declared by name. */
  readonly of?: string;
  /** The path is the name of a package of uv's workspace. */
  readonly member?: true;
  /** What it is for, where that is less than what the including file is. */
  readonly kind?: DependencyKind;
  /** It is the list of an extra of the project. */
  readonly extra?: string;
  readonly constraint: boolean;
  readonly at: Location;
}

/** Which groups of a pyproject.toml are installed unless something is said against it, names normalised. */
export interface GroupDefaults {
  /** `[tool.uv] default-groups`. */
  readonly uv?: 'all' | readonly string[];
  /** Poetry's groups that are optional: it installs all others. */
  readonly optional: readonly string[];
}

/** All that one manifest says. */
export interface Reading {
  readonly path: string;
  readonly format: Manifest['format'];
  readonly lock: boolean;
  readonly declarations: readonly Declaration[];
  readonly locked?: readonly LockedPackage[];
  /** Packages of a lock file that come from an address or a directory and have no version there. */
  readonly unnumbered?: readonly string[];
  /** Packages of a lock file of which the name or the version could not be read, `''` in its place. */
  readonly lost?: readonly LockedPackage[];
  /** What the lock file's own project requires, by kind, where the lock file says so. */
  readonly roots?: readonly LockedRoot[];
  /** The projects that it is of, where it is of several. */
  readonly members?: readonly LockedMember[];
  /** What of them excludes others, so that the lock file has several versions of a package. */
  readonly forks?: readonly LockedFork[];
  /** Beyond that, all that anything in the repository asks for, where the lock file says so. */
  readonly anchors?: readonly LockedEdge[];
  /** What a pyproject.toml says of its groups. */
  readonly groupDefaults?: GroupDefaults;
  /** Groups that a pylock.toml installs by default. */
  readonly defaultGroups?: readonly string[];
  readonly includes: readonly Inclusion[];
  readonly sources: readonly PackageSource[];
  readonly python?: PythonDemand;
  /** It leaves its list of packages to others: `dynamic = ["dependencies"]`. */
  readonly dynamic?: true;
  readonly problems: readonly Problem[];
}

/** A reading that found nothing yet, to be completed. */
export function emptyReading(path: string, format: Manifest['format'], lock = false): Reading {
  return { path, format, lock, declarations: [], includes: [], sources: [], problems: [] };
}

/** A declaration from a requirement and where it stands. */
export function declare(
  requirement: Requirement,
  where: Purpose & { readonly at: Location; readonly declared: string },
): Declaration {
  return {
    name: requirement.name,
    declared: oneLine(maskCredentials(where.declared)),
    extras: requirement.extras,
    specifier:
      requirement.specifier || (requirement.url === undefined ? '' : fileSpecifier(requirement.url, requirement.name)),
    ...(requirement.url === undefined ? {} : { url: maskCredentials(requirement.url) }),
    ...(requirement.marker === undefined ? {} : { marker: requirement.marker }),
    at: where.at,
    kind: where.kind,
    ...(where.group === undefined ? {} : { group: where.group }),
    ...(where.extra ? { extra: true } : {}),
    direct: true,
  };
}

/** The first place of a file, for what is about the file as a whole. */
export function topOf(file: SourceFile): Location {
  const span: Span = { start: 0, end: 0 };
  return file.at(span);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
