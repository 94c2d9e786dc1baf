/** A database on another machine that asks for no password. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { entriesOf, lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { hasFinalValues, openVariables } from '../settings/final-values.js';
import { databasesOf, remoteHost } from './databases.js';

/** Options that give the password, or another proof, in another place. */
const otherProof = /^(passfile|service|read_default_file|sslcert|password|gssencmode|ssl|auth_plugin|krbsrvname)$/;

export const passwordEmpty = defineRule({
  id: 'database/password-empty',
  title: 'The database is opened without a password',
  sound: 'The database is opened with a password',
  category: 'database',
  severity: 'high',
  effort: minutes(20),
  risk: 'Everybody who reaches the database server can open the database, or nobody can and the site does not work.',
  references: [cwe(258), docs('ref/settings', 'password')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { empty: 'The database `{alias}` on `{host}` is opened without a password.' },
  questions: {
    fallback:
      'The password of the database `{alias}` on `{host}` is empty unless {variables} says otherwise. Does production give it?',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && databasesOf(settings).some((database) => remoteHost(database) !== undefined),
  *check({ deployment, project, settings }, { problem, question }) {
    const setting = settings.get('DATABASES');
    for (const database of databasesOf(settings)) {
      const host = remoteHost(database);
      if (host === undefined || database.product === undefined || database.product === 'SQLite') continue;
      // A name without a dot is a neighbour in a private network, which the container's own rules judge.
      if (!host.includes('.') && deployment.traits.has('containers')) continue;
      const password = lookup(database.options, 'PASSWORD');
      if (password !== undefined && password.kind !== 'none' && stringOf(password) !== '') continue;
      if (entriesOf(lookup(database.options, 'OPTIONS')).some(([name]) => otherProof.test(name))) continue;
      const about = { ...setting, subject: `${setting.subject}:${database.alias}:PASSWORD` };
      const variables = openVariables(settings, setting).filter((name) => /PASS|PWD|SECRET|URL|DSN/i.test(name));
      if (variables.length > 0) {
        yield question('fallback', about, {
          alias: database.alias,
          host,
          variables: variables.map((name) => `\`${name}\``).join(', '),
        });
        continue;
      }
      yield {
        ...problem('empty', about, { alias: database.alias, host }),
        confidence: 'firm',
        remedy: writeEntry(
          { project, settings },
          setting,
          [database.alias, 'PASSWORD'],
          'Give the database role a password, and read it from the environment.',
          "os.environ['DB_PASSWORD']",
        ),
      };
    }
  },
});
