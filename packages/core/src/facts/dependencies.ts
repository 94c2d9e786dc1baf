/** What the project declares to install, and what that means on the day of the audit. */
import { declareFact, type Located } from '../fact.js';
import type { Location } from '../source.js';

/** What a dependency is for. */
export type DependencyKind = 'runtime' | 'dev' | 'optional';

/** A vulnerability that affects an exact version. */
export interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  /** `YYYY-MM-DD`; `''` where no source says when. */
  readonly published: string;
  /** The nearest version above without it, where one is known. */
  readonly fixed?: string;
  /** 0 to 10, from its CVSS vector, where it has one. */
  readonly score?: number;
  /** What mends it is told, and not since when it was there: a version far older than that may be without it. */
  readonly startless?: true;
}

/** What became of a package, as its own authors say. */
export interface Standing {
  /** `advised-against`: it is maintained, and its documents advise another one all the same. */
  readonly state: 'given-up' | 'advised-against';
  /** Where they say so. */
  readonly source: string;
  /** What to use, as the rest of a sentence: `use dj-rest-auth`. */
  readonly instead: string;
}

/** A release that was yanked: installers pass it by wherever it is not asked for exactly. */
export interface Yanked {
  /** Where it is said. */
  readonly source: string;
  /** The reason that its authors gave. */
  readonly why?: string;
  /** The nearest release after it that is known to be sound. */
  readonly next?: string;
}

/** One package the project declares or locks. */
export interface Dependency extends Located {
  /** Normalised after PEP 503: `django-rest-framework`. */
  readonly name: string;
  /** As written. */
  readonly declared: string;
  readonly extras: readonly string[];
  /** A PEP 440 specifier as written, with what constraints add to it; `''` for any version. */
  readonly specifier: string;
  /** The one version that would be installed, where a pin or a lock file says so. */
  readonly version?: string;
  /** Where lines give exact versions that differ, and nothing says which of them is installed: each, the oldest first. */
  readonly pins?: readonly VersionPlace[];
  /** A PEP 508 marker as written, where there is one. */
  readonly marker?: string;
  /** Whether the marker holds on the target; `undefined` where that is not known. */
  readonly applies: boolean | undefined;
  readonly kind: DependencyKind;
  /** Where the version was read from, when it is a lock file. */
  readonly lockedAt?: Location;
  /** Only for an exact version; of `pins`, those that affect each of them. */
  readonly advisories: readonly Advisory[];
  /** Why advisories of PyPI cannot tell of its exact version, as a clause: "it is not from PyPI". */
  readonly unseen?: string;
  /** The nearest version above that no known advisory affects, where some affect this one. */
  readonly upgrade?: string;
  /** Where no `upgrade` is known: a version that mends most of what affects this one, and what still affects it there: nothing, of a pre-release. */
  readonly partly?: { readonly version: string; readonly left: readonly Advisory[] };
  /** Where no `upgrade` is known: the last version that advisories affect. */
  readonly affectedUntil?: string;
  /** The packages of the lock file whose own requirements refuse `upgrade`. */
  readonly heldBy?: readonly { readonly name: string; readonly version: string; readonly specifier: string }[];
  /** Of a range: the oldest version that it admits, where that is known to be vulnerable, and by how many advisories. */
  readonly admits?: { readonly version: string; readonly advisories: number };
  /** Of a range with an end: what affects all of its versions, and the first release above that nothing affects. */
  readonly capped?: { readonly advisories: readonly string[]; readonly fixed: string };
  /** What the calendar says of its release line, where the support data know the package. */
  readonly support?: PackageSupport;
  /** What became of it, where its authors have given it up or advise another. */
  readonly standing?: Standing;
  /** The exact version was yanked. */
  readonly yanked?: Yanked;
  readonly direct: boolean;
  /** The group for development that alone asks for it, where production installs that: `dev` by a plain `uv sync`. */
  readonly group?: string;
  /**
   * It is not among production's packages, and may well be installed all the same: by a tool that takes the group along unless it is
   * told otherwise, or from a list that only its name makes another environment's.
   */
  readonly perhaps?: true;
  /** In a lock file: it is a tool of developers, such as black, or only such tools lead to it. */
  readonly forTools?: boolean;
  /** A direct reference that takes the place of a version (`git+https://…`, `./lib`), credentials masked. */
  readonly url?: string;
  /** It lies in the repository, and what it brings is among the rows. */
  readonly read?: true;
  /** The index it comes from, where that is not PyPI: what PyPI calls by that name may be another package. */
  readonly index?: PackageIndex;
}

/** An index of packages beside PyPI. */
export interface PackageIndex {
  /** Its address, credentials masked. */
  readonly url: string;
  /** It is named for this package, where a mirror of PyPI is named for all. */
  readonly chosen: boolean;
}

/** Somewhere that packages are fetched from, besides PyPI over HTTPS. */
export interface PackageSource extends Located {
  readonly kind: 'index' | 'extra-index' | 'find-links' | 'trusted-host' | 'direct';
  /** The address or host as written, credentials masked. */
  readonly url: string;
  /** What is fetched can be changed on the way: plain HTTP, `git://`, or a host whose certificate is not checked. */
  readonly insecure: boolean;
}

/** Two files of the same weight that give different versions of some packages. */
export interface VersionConflict {
  /** The packages, the one that the places are of first. */
  readonly names: readonly string[];
  readonly files: readonly [VersionPlace, VersionPlace];
}

/** A line of production's file that the lock file beside it does not follow. */
export interface LockStep extends Located {
  readonly name: string;
  /** The line, as it is written. */
  readonly declared: string;
  /** The lock file. */
  readonly lock: string;
  /** What the lock file has instead; absent where it has nothing. */
  readonly version?: string;
  /** What surely stops at it while production is made, in words: "`Dockerfile` runs `uv sync --locked`". */
  readonly stops?: string;
  /** What made the lock file, where it says so itself. */
  readonly command?: string;
}

/** A requirements file that has hashes. */
export interface HashedList {
  /** The first of its lines with one. */
  readonly at: Location;
  /** Its lines that have none. */
  readonly bare: readonly { readonly at: Location; readonly name: string }[];
}

/** Where a file gives a version. */
export interface VersionPlace {
  readonly at: Location;
  readonly version: string;
}

/** How long a release line is supported. */
export type SupportStatus = 'supported' | 'security-only' | 'ended' | 'unknown';

/** How long the release line of a package is supported. */
export interface PackageSupport {
  readonly status: SupportStatus;
  /** The last day of security support, `YYYY-MM-DD`; absent where no end is announced. */
  readonly until?: string;
  /** The newest release of the line that the snapshot knows. */
  readonly latest?: string;
}

/** A version of Django or Python, and what the calendar says of it. */
export interface PlatformVersion extends Located {
  /** The exact version, where known: `5.2.1`. */
  readonly version?: string;
  /** Its release line, where every admitted version is of one: `5.2`. */
  readonly series?: string;
  /** As written. */
  readonly specifier: string;
  readonly status: SupportStatus;
  /** The last day of security support of the line, `YYYY-MM-DD`. */
  readonly supportedUntil?: string;
  readonly lts?: boolean;
  /** The newest release of the line that the snapshot knows. */
  readonly latest?: string;
  /** Where files give different ones of one line: each, the oldest first. */
  readonly pins?: readonly VersionPlace[];
  /** Releases of the line after `version`, or after the newest of `pins`, that mended a vulnerability, oldest first. Django only. */
  readonly securityReleases?: readonly string[];
  /** The Python lines that this version supports. Django only. */
  readonly pythons?: readonly string[];
  /** Those of them that get security fixes on the day of the audit. Django only. */
  readonly livePythons?: readonly string[];
  /** Python lines that only a later release of the line supports, each with that release: `{ '3.10': '3.2.9' }`. Django only. */
  readonly laterPythons?: Readonly<Record<string, string>>;
  /** `.python-version`, `requirements.txt`: where it was read. */
  readonly source: string;
}

/** What code shows of the Django it was written for. */
export interface DjangoTrace extends Located {
  readonly series: string;
  /** An older one would do as well. */
  readonly orOlder: boolean;
  /** The series that an installation of today would take, which is as likely. */
  readonly otherwise: string;
  readonly status: SupportStatus;
  readonly supportedUntil?: string;
}

/** A file that declares or locks dependencies. */
export interface Manifest {
  readonly path: string;
  readonly format:
    | 'requirements'
    | 'pyproject'
    | 'poetry'
    | 'pipfile'
    | 'setup-cfg'
    | 'setup-py'
    | 'uv-lock'
    | 'poetry-lock'
    | 'pipfile-lock'
    | 'pdm-lock'
    | 'pylock'
    | 'conda';
  readonly lock: boolean;
  /** Whether a production install reads it, as opposed to a development or documentation one. */
  readonly kind: DependencyKind;
  /** What says so, as a clause: "`Dockerfile` installs it". */
  readonly because?: string;
  /** Of a pyproject.toml with `dynamic = ["dependencies"]`: the files that hold the list, as far as they are known. */
  readonly listedIn?: readonly string[];
}

/** All that is declared. */
export interface Dependencies {
  readonly manifests: readonly Manifest[];
  /** One row a package, runtime first, then by name. */
  readonly all: readonly Dependency[];
  /** A package by any spelling of its name. */
  get(name: string): Dependency | undefined;
  /** The distributions that provide an import name, by the names known to the reader: `rest_framework` → `djangorestframework`. */
  providing(importName: string): readonly string[];
  readonly django: PlatformVersion | undefined;
  readonly python: PlatformVersion | undefined;
  /** Where the declarations do not say which Django, and the code was not written for the newest. */
  readonly djangoTrace?: DjangoTrace;
  /** The Django series the audit works with: the declared one, the newest supported one that the declaration admits, or the one of the trace. */
  readonly djangoSeries: string;
  /** Places that packages come from, other than PyPI over HTTPS. */
  readonly sources?: readonly PackageSource[];
  /** Files that give different versions of packages, where nothing says which of them production installs. */
  readonly conflicts?: readonly VersionConflict[];
  /** Lines that production installs together and that no version meets, each as it is written. */
  readonly impossible?: readonly VersionConflict[];
  /** Lines that the lock files beside them do not follow. */
  readonly outOfStep?: readonly LockStep[];
  /** Lines of one file that ask for the same package once more, each as it is written. */
  readonly repeated?: readonly VersionConflict[];
  /** Images of others that production's is made from and that may bring packages, which nobody sees here. */
  readonly bases?: readonly string[];
  /** Files of production that have hashes, where pip installs them. */
  readonly hashed?: readonly HashedList[];
  /**
   * The last day of support of a line of another product (`postgresql` `14`, `debian` `12`), `''` where none is announced,
   * `undefined` where that is not known.
   */
  supportEnd?(product: string, series: string): string | undefined;
  /**
   * Lines that could not be read, each with its reason; `versions` where it leaves versions open and no package out, `build` where
   * it is a command of the build, and which packages it installs is not known, `refused` where pip surely stops at it.
   */
  readonly problems: readonly {
    readonly at: Location;
    readonly why: string;
    readonly versions?: true;
    readonly build?: true;
    readonly refused?: true;
  }[];
  /** The day up to which both the support and the advisory data are complete, `YYYY-MM-DD`. */
  readonly dataDate: string;
  /** Where the advisories come from, in words, and up to which day they are complete. */
  readonly advisoryData?: { readonly from: string; readonly asOf: string };
}

/** The project's dependencies. */
export const dependencies = declareFact<Dependencies>('dependencies');
