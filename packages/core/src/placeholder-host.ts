/** Names that stand in for the real ones in what guides and templates hand out. */

/** Whether the host, the account or the name of a database stands in for the real one: `YOUR_USERNAME$shop`, `your_db_user`, `<user>`. */
export function isPlaceholderAccount(text: string): boolean {
  const [account = ''] = text.split('$');
  return (
    isPlaceholderHost(account) ||
    /^your[-_ ]?(?:\w+[-_ ])?(?:user(?:name)?|name|database|db(?:name)?|host)$/i.test(account)
  );
}

/** Whether a host name stands in for the real one: `your-domain.com`, `tu-dominio.com`, `example.com` (RFC 2606). */
export function isPlaceholderHost(host: string): boolean {
  return /^(?:.*\.)?(?:your[-_]?(?:actual[-_]?)?(?:domain|site|server|host|app|name|username)[\w-]*(?:\..+)?|my[-_]?(?:domain|site)\.(?:com|org|net|tld)|(?:tu|su|seu|mi)[-_]?dominio(?:\..+)?|votre[-_]?domaine(?:\..+)?|(?:deine|ihre)[-_]?domain(?:\..+)?|domain\.(?:com|tld|name)|example\.(?:com|org|net)|server_ip|your[-_]?server[-_]?ip|<[^<>@]*>)$/i.test(
    host,
  );
}
