/** Names and paths of templates, which a copied file keeps until somebody replaces them. */
import { isPlaceholderHost } from '@django-golive/core';

export { isPlaceholderHost };

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
