/** The proxy in front of Django's containers, and what its configuration in the repository shows. */
import {
  caddyLabelIn,
  caddyRedirectIn,
  defineFact,
  isRedirectedByCaddy,
  type Location,
  type Project,
  plainCaddyIn,
  project,
  traefikRedirectIn,
} from '@django-golive/core';
import type { ComposeService } from '../files/compose-model.js';
import type { ContainerImage } from '../files/container-image.js';
import { normalizePath } from '../files/paths.js';
import { containers } from './containers.js';

/** A proxy among the services. */
export interface ReverseProxy {
  readonly service: ComposeService;
  readonly kind: 'nginx' | 'traefik' | 'caddy' | 'other';
  readonly redirects: Location | undefined;
  readonly servesStatic: Location | undefined;
  readonly servesMedia: Location | undefined;
  /** Where it tells Django which scheme the client used. */
  readonly forwardsProto: Location | undefined;
  /** Whether it listens on 443 by its ports or its configuration. */
  readonly tls: Location | undefined;
  /** The configuration files of the repository that were read. */
  readonly files: readonly string[];
}

/** The proxy, where a service is one. */
export const reverseProxy = defineFact({
  id: 'docker-reverse-proxy',
  needs: { project, containers },
  derive({ project, containers }): ReverseProxy | undefined {
    const proxies = containers.all.filter(
      (container) =>
        container.service &&
        isReachable(container.service) &&
        kindOf(container.service, container.image?.base.image) !== undefined,
    );
    const chosen =
      proxies.find((container) => container.service?.ports.some((port) => /^(80|443)$/.test(port.published ?? ''))) ??
      proxies[0];
    const service = chosen?.service;
    if (!service) return undefined;
    const kind = kindOf(service, chosen.image?.base.image) ?? 'other';
    const files = configurationOf(project, service, kind, chosen.image);
    const find = (pattern: RegExp): Location | undefined => {
      for (const path of files) {
        const file = project.file(path);
        // A line that is commented out configures nothing.
        const match = file && pattern.exec(file.text.replace(/^[ \t]*#.*$/gm, (line) => ' '.repeat(line.length)));
        if (file && match) return file.at({ start: match.index, end: match.index + match[0].length });
      }
      return undefined;
    };
    const read = files.flatMap((path) => project.file(path) ?? []);
    const published = service.ports.find((port) => port.published === '443' || port.target === '443');
    return {
      service,
      kind,
      files,
      redirects:
        kind === 'nginx'
          ? find(/return\s+30[1278]\s+https:\/\/[^;]*/)
          : kind === 'traefik'
            ? traefikRedirectIn(
                [...files, ...(containers.compose?.paths ?? [])].flatMap((path) => project.file(path) ?? []),
              )
            : kind === 'caddy'
              ? (caddyRedirectIn(read) ??
                redirectOfCommand(service) ??
                caddyLabelIn((containers.compose?.paths ?? []).flatMap((path) => project.file(path) ?? [])))
              : undefined,
      servesStatic:
        kind === 'caddy' ? find(/file_server/) : find(/location\s+[\^~=*\s]*\/?static[^{]*\{[^}]*(alias|root)\s/),
      servesMedia:
        kind === 'caddy' ? undefined : find(/location\s+[\^~=*\s]*\/?(media|uploads)[^{]*\{[^}]*(alias|root)\s/),
      forwardsProto:
        kind === 'nginx'
          ? find(/proxy_set_header\s+X-Forwarded-Proto\s+[^;]+/i)
          : kind === 'other'
            ? undefined
            : service.at,
      tls:
        kind === 'nginx' && files.length > 0
          ? (find(/listen\s+[^;]*\b(443|ssl|quic)\b[^;]*/) ?? (find(includesOthers) ? published?.at : undefined))
          : kind === 'caddy'
            ? plainCaddyIn(read)
              ? undefined
              : (published?.at ?? service.at)
            : published?.at,
    };
  },
});

/** Parts of a configuration that lie on the server alone, as those of certbot do. */
const includesOthers = /\binclude\s+[^;]*(letsencrypt|conf\.d|sites-|ssl)[^;]*/;

/** `caddy reverse-proxy --from shop.example.com --to web:8000` needs no file. */
function redirectOfCommand({ command }: ComposeService): Location | undefined {
  const from = /\breverse-proxy\b.*\s--from[\s=]["']?([^\s"']+)/.exec(command?.text ?? '')?.[1];
  const told = from !== undefined && isRedirectedByCaddy(from) && !/--disable-redirects\b/.test(command?.text ?? '');
  return told ? command?.at : undefined;
}

/** A web server that publishes no port stands in front of nothing: it serves files to another container. */
function isReachable(service: ComposeService): boolean {
  return service.ports.length > 0 || service.networkMode === 'host';
}

function kindOf(service: ComposeService, base: string | undefined): ReverseProxy['kind'] | undefined {
  const image = service.image?.text ?? base ?? '';
  const name =
    image
      .replace(/[:@].*$/, '')
      .split('/')
      .pop() ?? '';
  if (/nginx|openresty|swag|angie/.test(name) && !/exporter/.test(name)) return 'nginx';
  if (/traefik/.test(name)) return 'traefik';
  if (/caddy/.test(name)) return 'caddy';
  if (/haproxy|envoy|cloudflared|https-portal|httpd$/.test(name)) return 'other';
  return undefined;
}

function configurationOf(
  project: Project,
  service: ComposeService,
  kind: ReverseProxy['kind'],
  image: ContainerImage | undefined,
): readonly string[] {
  const context = image?.context;
  const copied = (image?.copies ?? []).flatMap(({ source }) => normalizePath(`${context}/${source}`) ?? []);
  const mounted = service.mounts.flatMap((mount) => (mount.path === undefined ? [] : [mount.path]));
  const wanted =
    kind === 'nginx' ? /(\.conf|\.template|nginx[\w.-]*)$/i : kind === 'traefik' ? /\.(ya?ml|toml)$/i : /caddyfile/i;
  const below = (directories: readonly string[]) =>
    project.paths.filter(
      (path) =>
        wanted.test(path) &&
        directories.some((directory) => directory !== '' && (path === directory || path.startsWith(`${directory}/`))),
    );
  const brought = below([...mounted, ...copied]);
  // What lies beside a file that is copied is for another day.
  const found = brought.length > 0 ? brought : below(context === undefined ? [] : [context]);
  // An image built at the root copies its configuration from anywhere: its name says which.
  if (found.length === 0 && kind === 'nginx')
    return project.paths.filter((path) => /nginx/i.test(path) && /(\.conf|\.template)$/i.test(path));
  return found;
}
