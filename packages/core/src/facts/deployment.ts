/** What the target's own files say about how the project runs: the words in which profiles speak to the settings reader and to core's rules. */
import { declareFact, type Located } from '../fact.js';
import type { Location } from '../source.js';

/** What a process is for. */
export type ProcessRole = 'web' | 'worker' | 'beat' | 'release' | 'build' | 'manage' | 'ci';

/** An environment variable that a file gives to a process. */
export interface GivenVariable {
  readonly name: string;
  /** `undefined`: set, to a value that is not in the repository. */
  readonly value: string | undefined;
  readonly at: Location;
  /** The words for it in a report: "compose `environment` of web". */
  readonly by: string;
  /** The platform makes its value, long and at random. */
  readonly generated?: true;
}

/** A process that the target's files start. */
export interface Process extends Located {
  /** As the file names it: `web`, `gunicorn.service`. */
  readonly name: string;
  readonly role: ProcessRole;
  /** The command line, where there is one. */
  readonly command?: string;
  /** The WSGI or ASGI application it serves: `config.wsgi:application`. */
  readonly application?: string;
  /** The settings module its command or environment names, with the place. */
  readonly settings?: { readonly module: string; readonly at: Location };
  /** The directory it starts in, relative to the project's root: where its imports begin. `undefined` where not known. */
  readonly directory?: string;
  /** The workers that gunicorn's own file asks for, where its command line asks for none; without a name where the file leaves it open. */
  readonly workerClass?: { readonly name: string | undefined; readonly at: Location };
  readonly variables: readonly GivenVariable[];
  /** A file that the repository lacks, or the platform's own configuration, may give it further variables. */
  readonly variablesUnseen?: boolean;
  /** What it starts in holds code that the repository does not show: an image of somebody's, a clone. */
  readonly codeUnseen?: true;
}

/** What is certain of a place, which settings alone do not say. */
export type Trait =
  /** TLS ends at a proxy in front of Django, so requests arrive over plain HTTP. */
  | 'tls-at-proxy'
  /** The files of that proxy are there, and nothing in them speaks TLS: where it ends, if anywhere, they do not show. */
  | 'tls-unseen'
  /** Its port answers on its own machine alone: visitors come through a server of the host, which the files do not show. */
  | 'behind-host-server'
  /** TLS ends in the same server process group: `wsgi.url_scheme` is right by itself. */
  | 'tls-in-server'
  /** The application server itself trusts the proxy's X-Forwarded-Proto. */
  | 'forwarded-proto-trusted'
  /** The proxy or server redirects plain HTTP to HTTPS. */
  | 'redirects-to-https'
  /** Its files get it a certificate of a public authority: it is what visitors reach, whatever its settings are called. */
  | 'certificate-ordered'
  /** Only requests for hosts the operator registered reach Django. */
  | 'host-validated'
  /** The disk is lost at every restart. */
  | 'ephemeral-disk'
  /** The disk is shared over a network: files that processes lock or map together are slow or break. */
  | 'network-disk'
  /** Several containers: `localhost` is not the database. */
  | 'containers'
  /** A server outside Django serves static files. */
  | 'serves-static'
  /** A server outside Django serves uploaded media. */
  | 'serves-media'
  /** The application's port can be reached without the proxy. */
  | 'app-port-published'
  /** A variable that no file sets gives the address of the host at which the application's port answers. */
  | 'app-port-at-variable';

/** A command of Django that the build of an image runs. */
export interface BuildCommand {
  readonly at: Location;
  /** All that it has for an environment; `undefined` where the repository does not hold the value. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The settings module that its line or environment names. */
  readonly module: string | undefined;
  /** Whether it surely runs, with nothing further for an environment. */
  readonly certain: boolean;
}

/** How the project runs on its target. */
export interface Deployment {
  /** The profile's id. */
  readonly target: string;
  readonly processes: readonly Process[];
  /** Variables the platform gives every process by itself (`PORT`, `DYNO`). */
  readonly platformVariables: Readonly<Record<string, string | undefined>>;
  /** Variable names that files document without giving a value (`.env.example`, app.json without a value). */
  readonly documented: readonly { readonly name: string; readonly at: Location }[];
  /** Each trait with the place that shows it; a trait of the platform itself has none. */
  readonly traits: ReadonlyMap<Trait, Location | undefined>;
  /** Directories that outlive a restart, as absolute paths inside the running system, where the files say so. */
  readonly volumes: readonly string[];
  /** A disk may be attached where no file says so. */
  readonly volumesUnseen?: boolean;
  /** The image and Compose files that production is built and started from, where the target chose among several. */
  readonly files?: readonly string[];
  /** The stages of Dockerfiles that production runs, each by its line of `FROM`, where the files say which. */
  readonly images?: readonly Location[];
  /** A check of the target's own files that asks the site under a name of its own machine, and fails where that is refused. */
  readonly healthCheck?: { readonly host: string; readonly at: Location };
  /** A copy of the settings as the server has them, kept beside the file that it starts with: the module in the tree may be another machine's. */
  readonly settingsCopy?: string;
  /** Files of the repository that what runs does not have, since they stay out of its image. */
  readonly leftOut?: readonly string[];
  /** Directories of the running system that the platform's proxy serves itself, with the prefix of their URLs. */
  readonly served?: readonly { readonly prefix: string; readonly directory: string }[];
  /** Where the platform takes the Python from that it brings itself: its own configuration names one, or one of these files. */
  readonly python?: {
    readonly named?: { readonly version: string; readonly at: Location };
    readonly files: readonly string[];
  };
  /** The web process starts in no directory of the project, whatever its code does then. */
  readonly startsElsewhere?: true;
  /** Where the repository's root lies in the running system (`/app`), where the files say so. */
  readonly root?: string;
  /** The collectstatic of the image's build, where an image of the repository serves the web. */
  readonly collectstatic?: readonly BuildCommand[];
}

/** How the project runs. */
export const deployment = declareFact<Deployment>('deployment');
