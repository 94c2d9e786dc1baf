/** The words for a Compose project: services as Compose would start them, each part with its place. */
import type { Location } from '@django-golive/core';
import type { Invocation } from './invocation.js';

/** A variable of a service, strongest source last in Compose's own order. */
export interface ComposeVariable {
  readonly name: string;
  /** `undefined` where it comes from outside the repository. */
  readonly value: string | undefined;
  /** As written, before interpolation; `undefined` for a bare name. */
  readonly raw: string | undefined;
  /** Names it interpolates that nothing in the repository sets and that have no default. */
  readonly empty: readonly string[];
  readonly from: 'environment' | 'env_file';
  readonly at: Location;
}

/** A file that `env_file` names. */
export interface ComposeEnvFile {
  /** Relative to the project's root. */
  readonly path: string;
  readonly required: boolean;
  /** Whether the repository holds it. */
  readonly present: boolean;
  readonly at: Location;
}

/** One `ports` entry. */
export interface ComposePort {
  /** The host's address; `undefined` for every address. */
  readonly host: string | undefined;
  /** The host's port; `undefined` where Docker chooses one. */
  readonly published: string | undefined;
  readonly target: string;
  readonly text: string;
  readonly at: Location;
}

/** One `volumes` or `tmpfs` entry of a service. */
export interface ComposeMount {
  readonly kind: 'bind' | 'volume' | 'anonymous' | 'tmpfs';
  /** The host's path or the volume's name, as written. */
  readonly source: string | undefined;
  /** Relative to the project's root, for a bind mount inside the repository. */
  readonly path: string | undefined;
  readonly target: string;
  readonly readOnly: boolean;
  readonly at: Location;
}

/** A start command: its programs, and the words a script in front of it would be given. */
export interface ComposeCommand {
  readonly text: string;
  readonly invocations: readonly Invocation[];
  /** Whether a list gave the words: no shell reads them. */
  readonly words: boolean;
  readonly at: Location;
}

/** What a service waits for. */
export interface ComposeDependency {
  readonly service: string;
  readonly condition: string;
  readonly at: Location;
}

/** A healthcheck of a service. */
export interface ComposeHealthcheck {
  readonly disabled: boolean;
  readonly text: string;
  readonly at: Location;
}

/** Who finds a service by which name, and whom it finds itself. */
export interface ComposeNames {
  /** The service's own name, its container's, its host's, and its aliases in networks. */
  readonly own: readonly string[];
  /** Of `extra_hosts`, `links` and `external_links`: only this service knows them. */
  readonly known: readonly string[];
  /** A name is written with a variable, or names come from elsewhere: there may be others. */
  readonly open: boolean;
}

/** One service, merged over all its files. */
export interface ComposeService {
  readonly name: string;
  /** Where the service begins. */
  readonly at: Location;
  readonly image: { readonly text: string; readonly at: Location } | undefined;
  readonly build: ComposeBuild | undefined;
  readonly command: ComposeCommand | undefined;
  readonly entrypoint: ComposeCommand | undefined;
  /** `env_file` first, then `environment`: a later one of a name wins. */
  readonly variables: readonly ComposeVariable[];
  readonly envFiles: readonly ComposeEnvFile[];
  readonly ports: readonly ComposePort[];
  readonly mounts: readonly ComposeMount[];
  readonly dependsOn: readonly ComposeDependency[];
  readonly healthcheck: ComposeHealthcheck | undefined;
  readonly restart: { readonly policy: string; readonly at: Location } | undefined;
  readonly user: { readonly name: string; readonly at: Location } | undefined;
  readonly workdir: string | undefined;
  readonly networkMode: string | undefined;
  /** The names under which other containers find it, and those that it is given of others itself. */
  readonly names: ComposeNames;
  readonly privileged: Location | undefined;
  /** Started only when one of these profiles is asked for. */
  readonly profiles: readonly string[];
  /** How many containers, where the file says so. */
  readonly replicas: number | undefined;
  readonly secrets: readonly string[];
}

/** How a service's image is built. */
export interface ComposeBuild {
  /** Relative to the project's root; `undefined` where it lies outside of it. */
  readonly context: string | undefined;
  /** Relative to the project's root. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  readonly args: readonly { readonly name: string; readonly value: string | undefined; readonly at: Location }[];
  readonly at: Location;
}

/** Files that Compose reads together. */
export interface ComposeProject {
  /** In the order of `-f`: a later one wins. */
  readonly paths: readonly string[];
  readonly services: readonly ComposeService[];
  /** Named volumes of the top level. */
  readonly volumes: readonly string[];
  /** Whether a network is made elsewhere: containers of other projects are found in it by their names. */
  readonly joinsOthers: boolean;
  /** The top-level `version` key, which Compose ignores. */
  readonly version: Location | undefined;
}
