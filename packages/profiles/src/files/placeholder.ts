/** Names and paths of templates, which a copied file keeps until somebody replaces them. */

/** Whether a host name stands in for the real one: `your-domain.com`, `tu-dominio.com`, `example.com`. */
export function isPlaceholderHost(host: string): boolean {
  return /^(?:.*\.)?(?:your[-_]?(?:actual[-_]?)?(?:domain|site|server|host|app|name|username)[\w-]*(?:\..+)?|my[-_]?(?:domain|site)\.(?:com|org|net|tld)|(?:tu|su|seu|mi)[-_]?dominio(?:\..+)?|votre[-_]?domaine(?:\..+)?|(?:deine|ihre)[-_]?domain(?:\..+)?|domain\.(?:com|tld|name)|example\.(?:com|org|net)|server_ip|your[-_]?server[-_]?ip|<.*>)$/i.test(
    host,
  );
}

/** Whether a directory that a configuration names waits to be replaced: `/var/www/example.com`, `/home/yourusername/site`. */
export function isPlaceholderPlace(path: string): boolean {
  return isPlaceholderPath(path) || path.split('/').some(isPlaceholderHost);
}

/** Whether a path of the server stands in for the real one: `/path/to/certificate.crt`, `/home/yourusername/site`. */
export function isPlaceholderPath(path: string): boolean {
  return /(?:^|\/)path\/to(?:\/|$)|^\/your\/path(?:\/|$)|(?:^|\/)<[\w -]+>|(?:^|\/)\.?(?:your[-_]?(?:actual[-_]?)?(?:domain|site|server|project|app|username|user|name)|my[-_]?(?:username|domain)|(?:project|app|user)[-_]?name)\b/i.test(
    path,
  );
}

/** Whether the value of a variable waits to be replaced: `changeme`, `your_user`, `<password>`, `yourdomain.com`. */
export function isPlaceholderValue(value: string): boolean {
  return (
    /^(?:change[-_ ]?(?:me|this|it)\b.*|changeme\w*|replace[-_ ]?(?:me|this)\b.*|(?:your|insert)[-_ ]\w.*|<[\w .-]+>)$/i.test(
      value,
    ) || value.split(/[\s,]+/).some((word) => isPlaceholderHost(word.replace(/^https?:\/\//, '')))
  );
}
