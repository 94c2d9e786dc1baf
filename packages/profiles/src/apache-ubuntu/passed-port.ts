/** Where Apache passes WebSockets to on its own machine. */
import type { ApacheSites } from './virtual-hosts.js';

/** The port that its files pass requests to; 8001, which the remedies name, where they pass none. */
export function passedPort(sites: ApacheSites): string {
  const targets = ['ProxyPass', 'ProxyPassMatch', 'RewriteRule']
    .flatMap((name) => sites.named(name))
    .flatMap(({ args }) => args.map(({ text }) => text));
  const ports = targets.flatMap((text) => /^(?:ws|http):\/\/(?:127\.0\.0\.1|localhost):(\d+)/.exec(text)?.[1] ?? []);
  return ports[0] ?? '8001';
}
