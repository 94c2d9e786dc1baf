/** A database server on this machine, where this machine has none. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues, openVariables } from '../settings/final-values.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { choosingVariables, type Database, databasesOf, isUsed } from './databases.js';

export const hostUnreachable = defineRule({
  id: 'database/host-unreachable',
  title: 'Django looks for its database where none can be',
  sound: 'Django looks for its database on another machine',
  category: 'database',
  severity: 'critical',
  effort: minutes(20),
  risk: 'Every page that asks the database fails, and so does migrate.',
  references: [docs('settings', 'host')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: {
    local: 'The database `{alias}` of `{module}` is on `{host}`, and nothing but the site itself runs on that machine.',
  },
  questions: {
    fallback: 'The database `{alias}` is on `{host}` where nothing gives {variables}. Is it given where the site runs?',
    branch:
      'The database `{alias}` is on `{host}`, where nothing but the site runs, unless a condition of the settings is met. Is it met in production?',
  },
  // In containers the target's own rule compares hosts with services.
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    deployment.traits.has('ephemeral-disk') &&
    !deployment.traits.has('containers') &&
    !deployment.processes.some(({ command }) => startsDatabase.test(command ?? '')) &&
    databasesOf(settings).some((database) => localHost(database) !== undefined),
  *check({ project, settings }, { problem, question }) {
    // Which database it is stands in a variable: that one may well be given there.
    if (choosingVariables(settings).length > 0) return;
    const setting = settings.get('DATABASES');
    const open = openVariables(settings, setting).filter((name) => namesHost.test(name));
    for (const database of databasesOf(settings)) {
      const host = localHost(database);
      const { alias } = database;
      if (host === undefined || !isUsed(project, settings, alias)) continue;
      if (open.length > 0)
        yield question('fallback', setting, { alias, host, variables: open.map((name) => `\`${name}\``).join(' or ') });
      else if (hasOtherBranch(project, settings, setting)) yield question('branch', setting, { alias, host });
      else
        yield {
          ...problem(
            'local',
            { ...setting, subject: `${setting.subject}:${alias}` },
            { alias, host, module: settings.module },
          ),
          confidence: confidenceIn(settings, setting),
          remedy: {
            summary:
              'Take the host and the account from the environment, where the platform gives those of its database.',
            path: setting.at.path,
          },
        };
    }
  },
});

const startsDatabase = /\b(?:postgres|pg_ctl|pg_ctlcluster|mysqld(?:_safe)?|mariadbd)\b/;
const namesHost = /HOST|SERVER|ADDR|SOCKET|URL|URI|DSN|^PG/i;

/** The machine itself by name. A server without a name is left alone: libpq and the files of MySQL's client may give one. */
function localHost({ product, options }: Database): string | undefined {
  if (product === undefined || product === 'SQLite' || lookup(lookup(options, 'OPTIONS'), 'service')) return undefined;
  const host = stringOf(lookup(options, 'HOST'));
  return host !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0)$/i.test(host) ? host : undefined;
}
