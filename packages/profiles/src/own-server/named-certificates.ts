/** The certificates that the site's own file names: the web server refuses the file before they are there. */
import type { ChecklistItem } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { isPlaceholderPlace } from '../files/placeholder.js';
import { hasHole } from '../files/template-holes.js';
import { shellWord } from '../shell-word.js';

/** What a site names, and what visitors call it. */
export interface NamedCertificates {
  readonly server: 'Apache' | 'nginx';
  /** Of the distribution: what reloads it. */
  readonly unit: string;
  readonly files: readonly string[];
  readonly keys: readonly string[];
  readonly domains: readonly string[];
  /** Rules that show that they are not there. */
  readonly refutedBy?: readonly string[];
}

/** The step that gets them before the site is enabled; none where certbot writes them into the file itself. */
export function certificatesFirst({
  server,
  unit,
  files,
  keys,
  domains,
  refutedBy,
}: NamedCertificates): ChecklistItem | undefined {
  if (files.length === 0) return undefined;
  const lineages = [
    ...new Set(files.map((path) => /^\/etc\/letsencrypt\/live\/([\w*.-]+)\/\w+\.pem$/.exec(path)?.[1])),
  ];
  const [lineage] = lineages;
  const known =
    domains.length > 0 &&
    lineages.length === 1 &&
    lineage !== undefined &&
    !hasHole(lineage) &&
    !files.some(isPlaceholderPlace);
  if (!known)
    return item(
      'certificate',
      'during',
      `The certificate and its key are there before ${server} reads the site, which names ${[...files, ...keys].map((path) => `\`${path}\``).join(' and ')}.`,
      [],
      [],
      refutedBy,
    );
  // The plugin answers the challenge in the server that runs already, and writes the options that sites include.
  return item(
    'certificate',
    'during',
    `Get the certificate that the site names, \`/etc/letsencrypt/live/${lineage}\`, before ${server} reads the site, and see that it renews.`,
    [
      `sudo certbot certonly --${server.toLowerCase()} --cert-name ${shellWord(lineage)}${domains.map((domain) => ` -d ${domain}`).join('')} --deploy-hook 'systemctl reload ${unit}'`,
      'sudo certbot renew --dry-run',
    ],
    [],
    refutedBy,
  );
}
