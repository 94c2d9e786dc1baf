/** Names that stand in for the real ones in what guides and templates hand out. */

/** Whether a host name stands in for the real one: `your-domain.com`, `tu-dominio.com`, `example.com` (RFC 2606). */
export function isPlaceholderHost(host: string): boolean {
  return /^(?:.*\.)?(?:your[-_]?(?:actual[-_]?)?(?:domain|site|server|host|app|name|username)[\w-]*(?:\..+)?|my[-_]?(?:domain|site)\.(?:com|org|net|tld)|(?:tu|su|seu|mi)[-_]?dominio(?:\..+)?|votre[-_]?domaine(?:\..+)?|(?:deine|ihre)[-_]?domain(?:\..+)?|domain\.(?:com|tld|name)|example\.(?:com|org|net)|server_ip|your[-_]?server[-_]?ip|<[^<>@]*>)$/i.test(
    host,
  );
}
