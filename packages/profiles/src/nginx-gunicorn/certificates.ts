/** The certificates that the site's own file names: nginx refuses the file before they are there. */
import type { ChecklistItem } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { hasHole } from '../files/template-holes.js';
import { shellWord } from '../shell-word.js';
import type { NginxServer } from './sites.js';

/** The step that gets them before the site is enabled; none where certbot writes them into the file itself. */
export function certificatesFirst(
  servers: readonly NginxServer[],
  domains: readonly string[],
): ChecklistItem | undefined {
  const named = (directive: string): readonly string[] => [
    ...new Set(
      servers.flatMap(({ directives }) =>
        directives.filter(({ name }) => name === directive).flatMap(({ args }) => args[0]?.text ?? []),
      ),
    ),
  ];
  const files = named('ssl_certificate');
  if (files.length === 0) return undefined;
  const lineages = [
    ...new Set(files.map((path) => /^\/etc\/letsencrypt\/live\/([\w*.-]+)\/\w+\.pem$/.exec(path)?.[1])),
  ];
  const [lineage] = lineages;
  const known = domains.length > 0 && lineages.length === 1 && lineage !== undefined && !hasHole(lineage);
  if (!known)
    return item(
      'certificate',
      'during',
      `The certificate and its key are there before nginx reads the site, which names ${[...files, ...named('ssl_certificate_key')].map((path) => `\`${path}\``).join(' and ')}.`,
    );
  // The plugin answers the challenge in the server that runs already, and writes options-ssl-nginx.conf and ssl-dhparams.pem.
  return item(
    'certificate',
    'during',
    `Get the certificate that the site names, \`/etc/letsencrypt/live/${lineage}\`, before nginx reads the site, and see that it renews.`,
    [
      `sudo certbot certonly --nginx --cert-name ${shellWord(lineage)}${domains.map((domain) => ` -d ${domain}`).join('')} --deploy-hook 'systemctl reload nginx'`,
      'sudo certbot renew --dry-run',
    ],
  );
}
