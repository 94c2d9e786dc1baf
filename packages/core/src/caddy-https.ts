/** What Caddy does of itself: HTTPS with a redirect from plain HTTP, and headers that tell the application of both. */
import { type CaddySite, isCaddyfile, readCaddyfile } from './caddyfile.js';
import type { Location, SourceFile } from './source.js';

/** A name that is asked for on the usual ports; Caddy gets a certificate for it and redirects. */
const named = /^(https:\/\/)?(\*\.)?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*(:443)?$/i;
/** Without a name, or over HTTP by what the address says: https://caddyserver.com/docs/automatic-https#activation */
const plain = /^(http:\/\/.*|:(?!443$)\d+|[^/]*:80)$/i;
/** Names of this machine alone. */
const local = /(^|[./])(localhost|local|internal|test|example|invalid)(:443)?$/i;
const off = /^[ \t]*auto_https[ \t]+[^\n]*\b(off|disable_redirects)\b/m;

/** Whether a site address makes Caddy redirect plain HTTP to HTTPS, left to itself. */
export function isRedirectedByCaddy(address: string): boolean {
  return named.test(address) && !local.test(address);
}

/** The first address that hands on to an application and is redirected. */
export function caddyRedirectIn(files: Iterable<SourceFile>): Location | undefined {
  for (const { options, sites, whole } of caddyfilesIn(files)) {
    // A site of its own for plain HTTP may answer before the redirect does.
    if (!whole || off.test(options) || /^[ \t]*https?_port\b/m.test(options) || sites.some(isPlain)) continue;
    const site = sites.find((one) => handsOn(one) && one.addresses.every(isRedirectedByCaddy));
    if (site) return site.at;
  }
  return undefined;
}

/** Whether Caddy's files leave open whether it speaks HTTPS: an address comes from a variable, or a site from elsewhere. */
export function isCaddyOpen(files: Iterable<SourceFile>): boolean {
  return caddyfilesIn(files).some(
    ({ options, sites, whole }) =>
      !off.test(options) && (!whole || sites.some(({ addresses }) => addresses.some((one) => /[{}]/.test(one)))),
  );
}

/** The first site, where no site of these files speaks HTTPS. */
export function plainCaddyIn(files: Iterable<SourceFile>): Location | undefined {
  const read = caddyfilesIn(files);
  const sites = read.flatMap((one) => one.sites);
  const spoken = read.some(({ options, whole }) => !whole || /\btls\b|\bhttps?_port\b/.test(options));
  return !spoken &&
    sites.length > 0 &&
    sites.every((site) => isPlain(site) && !/^[ \t]*(tls|import)\b/m.test(site.body))
    ? sites[0]?.at
    : undefined;
}

/**
 * Where Caddy hands on, and tells the application of the visitor's address and scheme in place of what the visitor sent:
 * https://caddyserver.com/docs/caddyfile/directives/reverse_proxy#defaults
 */
export function caddyTellsIn(files: Iterable<SourceFile>): Location | undefined {
  const read = caddyfilesIn(files);
  const trusting = ({ options, sites }: (typeof read)[number]) =>
    /\btrusted_proxies\b/.test(options) ||
    sites.some(({ body }) => /\btrusted_proxies\b|\bheader_up\s+[-+]?X-Forwarded-/i.test(body));
  return read.some(trusting) ? undefined : read.flatMap(({ sites }) => sites).find(handsOn)?.at;
}

function caddyfilesIn(files: Iterable<SourceFile>) {
  return [...files].filter(({ path }) => isCaddyfile(path)).map(readCaddyfile);
}

function isPlain({ addresses }: CaddySite): boolean {
  return addresses.some((address) => plain.test(address));
}

/** What a snippet holds may be a proxy as well. */
function handsOn({ body }: CaddySite): boolean {
  return /^[ \t]*(reverse_proxy|import)\b/m.test(body);
}
