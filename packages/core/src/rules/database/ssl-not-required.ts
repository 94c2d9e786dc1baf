/** A database across the network whose connection may go unencrypted. */
import { deployment } from '../../facts/deployment.js';
import { settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { lacks, lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { type Database, databasesOf, isPrivateHost, type Product, remoteHost } from './databases.js';

/** Options of which any settles how the connection is protected. */
const settling: Readonly<Partial<Record<Product, readonly string[]>>> = {
  PostgreSQL: ['sslrootcert', 'service', 'gssencmode', 'channel_binding'],
  MySQL: ['ssl', 'ssl_mode', 'ssl_ca', 'ssl_disabled', 'read_default_file', 'unix_socket'],
};

export const sslNotRequired = defineRule({
  id: 'database/ssl-not-required',
  title: 'The connection to the database may go unencrypted',
  sound: 'The connection to the database is encrypted',
  category: 'database',
  severity: 'medium',
  effort: minutes(10),
  risk: 'Whoever is on the way between the two machines reads and changes queries, and learns the password.',
  references: [
    cwe(319),
    docs('ref/settings', 'options'),
    web(
      'PostgreSQL: SSL mode descriptions',
      'https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS',
    ),
  ],
  since: '0.1.0',
  needs: { deployment, settings },
  problems: {
    optional: 'Nothing demands that the connection to `{host}` (`{alias}`) is encrypted.',
    accepted:
      'The server `{host}` (`{alias}`) refuses plain connections, and nothing on this side insists on encryption as well.',
    off: 'The connection to `{host}` (`{alias}`) is not encrypted: `sslmode` is `{mode}`.',
  },
  // A neighbour in the same network is nobody else's to listen to.
  when: ({ settings }) => hasFinalValues(settings) && databasesOf(settings).some((one) => farHost(one) !== undefined),
  *check({ deployment, settings }, { problem }) {
    if (deployment.processes.some(({ variables }) => variables.some(({ name }) => name === 'PGSSLMODE'))) return;
    const setting = settings.get('DATABASES');
    for (const database of databasesOf(settings)) {
      const { alias, product } = database;
      const host = farHost(database);
      if (host === undefined || product === undefined) continue;
      const options = lookup(database.options, 'OPTIONS');
      if (isSettled(product, options)) continue;
      const mode = stringOf(lookup(options, 'sslmode'));
      if (mode !== undefined && /^(require|verify-ca|verify-full)$/.test(mode)) continue;
      if (mode === undefined && !lacks(options, 'sslmode')) continue;
      const about = { ...setting, subject: `${setting.subject}:${alias}:OPTIONS` };
      yield {
        ...(mode !== undefined && /^(disable|allow)$/.test(mode)
          ? problem('off', about, { alias, host, mode })
          : refusesPlain.test(host)
            ? { ...problem('accepted', about, { alias, host }), severity: 'low' as const, risk: ofImpostor }
            : problem('optional', about, { alias, host })),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
        remedy: {
          summary: `Demand encryption; with the certificate of the server on this machine, \`${product === 'PostgreSQL' ? 'verify-full' : 'VERIFY_IDENTITY'}\` also makes sure that it is the right one.`,
          code: `DATABASES['${alias}'].setdefault('OPTIONS', {})${product === 'PostgreSQL' ? "['sslmode'] = 'require'" : "['ssl_mode'] = 'REQUIRED'"}`,
          language: 'python',
          path: setting.at.path,
        },
      };
    }
  },
});

/**
 * Services that let nobody in without TLS: https://neon.com/docs/connect/connect-securely,
 * https://www.cockroachlabs.com/docs/cockroachcloud/authentication, https://planetscale.com/docs/vitess/connecting/secure-connections.
 */
const refusesPlain = /\.(neon\.tech|cockroachlabs\.cloud|psdb\.cloud)$/i;
const ofImpostor =
  'Whoever takes the place of the server on the way is spoken to without encryption, and learns the password.';

/** The host, where it lies across a network that is not the project's own. */
function farHost(database: Database): string | undefined {
  const host = remoteHost(database);
  if (database.product !== 'PostgreSQL' && database.product !== 'MySQL') return undefined;
  return host === undefined || !/^[\w.:-]+$/.test(host) || isPrivateHost(host) ? undefined : host;
}

function isSettled(product: Product, options: Value | undefined): boolean {
  return (settling[product] ?? []).some((name) => !lacks(options, name));
}
