/** fly.toml: what Fly.io builds, starts, checks and gives to the machines of an app. */
import { defineFact, type Location, lineSpan, project, type SourceFile } from '@django-golive/core';
import { normalizePath } from './paths.js';
import { readToml } from './toml-tree.js';
import { child, entriesIn, entryOf, textOf, type YamlNode } from './yaml-tree.js';

/** A text of fly.toml with its line. */
export interface FlyText {
  readonly text: string;
  readonly at: Location;
}

/** A health check over HTTP. */
export interface FlyCheck {
  readonly path: string;
  readonly method: string;
  /** The headers it sends, names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly at: Location;
}

/** What fly.toml says. */
export interface FlyConfig {
  readonly path: string;
  readonly at: Location;
  /** The Dockerfile that is built; `undefined` where an image or a buildpack takes its place. */
  readonly dockerfile: string | undefined;
  /** Whether an image that is made elsewhere is run. */
  readonly image: boolean;
  readonly target: string | undefined;
  readonly variables: readonly (FlyText & { readonly name: string })[];
  readonly release: FlyText | undefined;
  /** Commands by process group, in order; none where the image's own is run. */
  readonly processes: readonly (FlyText & { readonly name: string })[];
  /** The process groups that visitors reach; empty: all of them. */
  readonly served: readonly string[];
  /** The port that the proxy connects to. */
  readonly port: { readonly number: string; readonly at: Location } | undefined;
  readonly forcesHttps: Location | undefined;
  readonly checks: readonly FlyCheck[];
  readonly mounts: readonly FlyText[];
  /** Directories of the image whose files the proxy serves itself, under a prefix. */
  readonly statics: readonly { readonly directory: string; readonly prefix: string }[];
}

/** fly.toml at the root; `undefined` where there is none. */
export const flyConfig = defineFact({
  id: 'fly-config',
  needs: { project },
  derive({ project }): FlyConfig | undefined {
    const file = project.file('fly.toml');
    return file && configOf(file, readToml(file));
  },
});

function configOf(file: SourceFile, root: YamlNode | undefined): FlyConfig {
  const texts = (table: string): readonly (FlyText & { readonly name: string })[] =>
    entriesIn(child(root, table)).flatMap(({ key, value, at }) => {
      const text = textOf(value);
      return text === undefined ? [] : [{ name: key, text, at }];
    });
  const build = child(root, 'build');
  const image = textOf(child(build, 'image')) !== undefined;
  const release = entryOf(child(root, 'deploy'), 'release_command');
  const command = textOf(release?.value);
  const http = child(root, 'http_service');
  const services = listIn(child(root, 'services'));
  const service = http ?? services[0];
  const port = entryOf(service, 'internal_port');
  return {
    path: file.path,
    at: file.at(lineSpan(file.text, 1)),
    dockerfile:
      image || textOf(child(build, 'builder')) !== undefined
        ? undefined
        : (normalizePath(textOf(child(build, 'dockerfile')) ?? 'Dockerfile') ?? 'Dockerfile'),
    image,
    target: textOf(child(build, 'build-target')),
    variables: texts('env'),
    release: release && command !== undefined ? { text: command, at: release.at } : undefined,
    processes: texts('processes'),
    served: listIn(child(service, 'processes')).flatMap((name) => textOf(name) ?? []),
    port: port ? { number: textOf(port.value) ?? '', at: port.at } : undefined,
    forcesHttps: [http, ...services.flatMap((item) => listIn(child(item, 'ports')))]
      .map((item) => entryOf(item, 'force_https'))
      .find((entry) => textOf(entry?.value) === 'true')?.at,
    checks: [...listIn(child(http, 'checks')), ...services.flatMap((item) => listIn(child(item, 'http_checks')))].map(
      (check) => ({
        path: textOf(child(check, 'path')) ?? '/',
        method: (textOf(child(check, 'method')) ?? 'GET').toUpperCase(),
        headers: new Map(
          entriesIn(child(check, 'headers')).map(({ key, value }) => [key.toLowerCase(), textOf(value) ?? '']),
        ),
        at: check.at,
      }),
    ),
    // `[mounts]`, or several `[[mounts]]`.
    mounts: [child(root, 'mounts')]
      .flatMap((mounts) => (mounts?.kind === 'map' ? [mounts] : listIn(mounts)))
      .flatMap((mount) => {
        const destination = entryOf(mount, 'destination');
        const text = textOf(destination?.value);
        return destination && text !== undefined ? [{ text, at: destination.at }] : [];
      }),
    statics: listIn(child(root, 'statics')).flatMap((item) => {
      const directory = textOf(child(item, 'guest_path'));
      const prefix = textOf(child(item, 'url_prefix'));
      // What lies in a bucket is not in the image.
      const bucket = textOf(child(item, 'tigris_bucket')) !== undefined;
      return directory === undefined || prefix === undefined || bucket ? [] : [{ directory, prefix }];
    }),
  };
}

const listIn = (node: YamlNode | undefined): readonly YamlNode[] => (node?.kind === 'list' ? node.items : []);
