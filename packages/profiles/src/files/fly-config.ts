/** fly.toml: what Fly.io builds, starts, checks and gives to the machines of an app. */
import { defineFact, type Location, lineSpan, project, type SourceFile } from '@django-golive/core';
import { listOf, readToml, type TomlDocument, type TomlPath, tableAt } from '@django-golive/python-deps';
import { normalizePath } from './paths.js';

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
}

/** fly.toml at the root; `undefined` where there is none. */
export const flyConfig = defineFact({
  id: 'fly-config',
  needs: { project },
  derive({ project }): FlyConfig | undefined {
    const file = project.file('fly.toml');
    return file && configOf(file, readToml(file.text));
  },
});

function configOf(file: SourceFile, document: TomlDocument): FlyConfig {
  const at = (...path: TomlPath): Location => file.at(document.spanOf(path) ?? lineSpan(file.text, 1));
  const { value } = document;
  const texts = (table: string): readonly (FlyText & { readonly name: string })[] =>
    Object.entries(tableAt(value, table)).flatMap(([name, text]) =>
      typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean' || typeof text === 'bigint'
        ? [{ name, text: String(text), at: at(table, name) }]
        : [],
    );
  const build = tableAt(value, 'build');
  const dockerfile = typeof build.dockerfile === 'string' ? build.dockerfile : undefined;
  const elsewhere = typeof build.image === 'string' || typeof build.builder === 'string';
  const release = tableAt(value, 'deploy').release_command;
  const http = tableAt(value, 'http_service');
  const services = listOf(value.services).map((service) => tableAt(service));
  const hasHttp = Object.keys(http).length > 0;
  const [first] = services;
  const port = hasHttp ? http.internal_port : first?.internal_port;
  const served = hasHttp ? http.processes : first?.processes;
  return {
    path: file.path,
    at: file.at(lineSpan(file.text, 1)),
    dockerfile: elsewhere ? undefined : (normalizePath(dockerfile ?? 'Dockerfile') ?? 'Dockerfile'),
    image: typeof build.image === 'string',
    target: typeof build['build-target'] === 'string' ? build['build-target'] : undefined,
    variables: texts('env'),
    release: typeof release === 'string' ? { text: release, at: at('deploy', 'release_command') } : undefined,
    processes: texts('processes'),
    served: listOf(served).flatMap((name) => (typeof name === 'string' ? [name] : [])),
    port:
      port === undefined
        ? undefined
        : {
            number: String(port),
            at: hasHttp ? at('http_service', 'internal_port') : at('services', 0, 'internal_port'),
          },
    forcesHttps: forcesHttps(file, document, services),
    checks: [
      ...checksOf(http.checks, (index) => at('http_service', 'checks', index)),
      ...services.flatMap((service, index) =>
        checksOf(service.http_checks, (check) => at('services', index, 'http_checks', check)),
      ),
    ],
    mounts: mountsOf(value.mounts, at),
  };
}

function forcesHttps(
  file: SourceFile,
  document: TomlDocument,
  services: readonly Readonly<Record<string, unknown>>[],
): Location | undefined {
  const place = (...path: TomlPath): Location => file.at(document.spanOf(path) ?? lineSpan(file.text, 1));
  if (tableAt(document.value, 'http_service').force_https === true) return place('http_service', 'force_https');
  for (const [index, service] of services.entries())
    for (const [port, entry] of listOf(service.ports).entries())
      if (tableAt(entry).force_https === true) return place('services', index, 'ports', port, 'force_https');
  return undefined;
}

function checksOf(value: unknown, at: (index: number) => Location): readonly FlyCheck[] {
  return listOf(value).map((entry, index) => {
    const check = tableAt(entry);
    return {
      path: typeof check.path === 'string' ? check.path : '/',
      method: typeof check.method === 'string' ? check.method.toUpperCase() : 'GET',
      headers: new Map(
        Object.entries(tableAt(check, 'headers')).map(([name, text]) => [name.toLowerCase(), String(text)]),
      ),
      at: at(index),
    };
  });
}

/** `[mounts]`, or several `[[mounts]]`. */
function mountsOf(value: unknown, at: (...path: TomlPath) => Location): readonly FlyText[] {
  const list = Array.isArray(value);
  return (list ? listOf(value) : [value]).flatMap((entry, index) => {
    const { destination } = tableAt(entry);
    return typeof destination === 'string'
      ? [{ text: destination, at: list ? at('mounts', index) : at('mounts') }]
      : [];
  });
}
