/** Sites that labels of containers give to Caddy: https://github.com/lucaslorentz/caddy-docker-proxy#labels-to-caddyfile-conversion */
import { isRedirectedByCaddy } from './caddy-https.js';
import { type Location, lineSpan, type SourceFile } from './source.js';

/** One label: `caddy: shop.example.com`, `- caddy_1.reverse_proxy={{upstreams 8000}}`. */
interface CaddyLabel {
  /** `caddy`, `caddy_1`: labels of one site share it. */
  readonly site: string;
  /** `reverse_proxy`; empty for the addresses. */
  readonly directive: string;
  readonly value: string;
  readonly at: Location;
}

/** The label of the first site that hands on to a container and is redirected to HTTPS by Caddy itself. */
export function caddyLabelIn(files: Iterable<SourceFile>): Location | undefined {
  const labels = labelsIn(files);
  const sites = labels.filter(({ directive }) => directive === '');
  if (labels.some(({ directive, value }) => directive === 'auto_https' && /off|disable_redirects/.test(value)))
    return undefined;
  return sites.find((one) => handsOn(labels, one) && addressesOf(one).every(isRedirectedByCaddy))?.at;
}

/** Whether the addresses of such a site come from variables. */
export function isCaddyLabelOpen(files: Iterable<SourceFile>): boolean {
  const labels = labelsIn(files);
  return labels.some((one) => one.directive === '' && one.value.includes('$') && handsOn(labels, one));
}

function handsOn(labels: readonly CaddyLabel[], { site, at }: CaddyLabel): boolean {
  return labels.some(
    (one) => one.site === site && one.at.path === at.path && /(^|\.)(\d+_)?reverse_proxy(\.|$)/.test(one.directive),
  );
}

function addressesOf({ value }: CaddyLabel): readonly string[] {
  return value.split(/[\s,]+/).filter((address) => address !== '');
}

function labelsIn(files: Iterable<SourceFile>): readonly CaddyLabel[] {
  return [...files]
    .filter(({ path }) => /compose[^/]*\.ya?ml$/.test(path))
    .flatMap((file) =>
      file.text.split(/\r\n|\r|\n/).flatMap((line, index): readonly CaddyLabel[] => {
        const match = /^\s*(?:-\s*)?["']?(caddy(?:_\d+)?)(?:\.([\w.-]+))?["']?\s*[:=]\s*(\S.*)$/.exec(
          line.length > 2000 ? '' : line.trimEnd(),
        );
        const value = (match?.[3] ?? '').replace(/\s#.*$/, '').replace(/^["']|["']$/g, '');
        return match && value !== ''
          ? [
              {
                site: match[1] ?? '',
                directive: match[2] ?? '',
                value,
                at: file.at(lineSpan(file.text, index + 1)),
              },
            ]
          : [];
      }),
    );
}
