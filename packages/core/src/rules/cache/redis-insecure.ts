/** A Redis across the open network without encryption or without a password. */

import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { itemsOf, lacks, lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { isPrivateHost } from '../database/databases.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { type Cache, cachesOf } from './caches.js';

export const redisInsecure = defineRule({
  id: 'cache/redis-insecure',
  title: 'The cache is reached over the network without protection',
  sound: 'The cache across the network is protected',
  category: 'security',
  severity: 'medium',
  effort: minutes(30),
  risk: 'Whoever is on the way reads sessions and what else is cached; whoever can write there runs code in the site, for entries are pickles.',
  references: [
    cwe(319),
    web('Redis: TLS', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    plain: 'The cache `{alias}` is at `{host}`, and the connection is not encrypted.',
    open: 'The cache `{alias}` is at `{host}`, without encryption and without a password.',
  },
  // A neighbour in a private network is nobody else's to reach.
  when: ({ settings }) => hasFinalValues(settings) && cachesOf(settings).some((cache) => farServers(cache).length > 0),
  *check({ project, settings }, { problem }) {
    const setting = settings.get('CACHES');
    for (const cache of cachesOf(settings)) {
      const server = farServers(cache).find(({ encrypted }) => !encrypted);
      if (!server) continue;
      const about = { ...setting, subject: `${setting.subject}:${cache.alias}:LOCATION` };
      const data = { alias: cache.alias, host: server.host };
      yield {
        ...(server.password ? problem('plain', about, data) : problem('open', about, data)),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
        remedy: writeEntry(
          { project, settings },
          setting,
          [cache.alias, 'LOCATION'],
          'Let Redis speak TLS and ask for a password, and take its address from the environment: `rediss://:PASSWORD@HOST:6380/0`.',
          "os.environ['REDIS_URL']",
        ),
      };
    }
  },
});

interface Server {
  readonly host: string;
  readonly encrypted: boolean;
  readonly password: boolean;
}

/** The servers of a Redis cache on machines that are reached through the open network. */
function farServers({ backend, options }: Cache): readonly Server[] {
  if (!/redis|valkey/i.test(backend)) return [];
  const location = lookup(options, 'LOCATION');
  return [stringOf(location), ...itemsOf(location).map(stringOf)].flatMap((url) => {
    const [, scheme = '', account = '', host = ''] =
      /^(rediss?|valkeys?):\/\/(?:([^@/]*)@)?([^:/?]+)/.exec(url ?? '') ?? [];
    if (host === '' || isPrivateHost(host) || /^127\./.test(host)) return [];
    const password = account.includes(':') || !lacks(lookup(options, 'OPTIONS'), 'PASSWORD');
    return [{ host, encrypted: scheme.endsWith('s') && scheme !== 'redis', password }];
  });
}
