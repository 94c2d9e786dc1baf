/** A database password that everybody who sees the repository knows. */

import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { isPlaceholder, looksMade } from '../secrets/placeholder.js';
import { textOfVariable } from '../settings/environment-style.js';
import { hasFinalValues } from '../settings/final-values.js';
import { databasesOf, isOnThisMachine, remoteHost } from './databases.js';
import { literalPassword } from './literal-password.js';

export const credentialsHardcoded = defineRule({
  id: 'database/credentials-hardcoded',
  title: 'The database password is in the repository',
  sound: 'No database password is in the repository',
  refutedBy: ['secrets/env-committed'],
  category: 'secrets',
  severity: 'critical',
  effort: minutes(20),
  risk: 'Whoever can read the repository and reach the database has all of its data.',
  references: [cwe(798), docs('ref/settings', 'password')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    literal: 'The password of the database `{alias}` is spelt out in `{path}`.',
    fallback: 'The password of the database `{alias}` falls back to one that is spelt out in `{path}`.',
  },
  questions: {
    placeholder:
      'The password of the database `{alias}` is a stock word or a short one in `{path}`. Does production use another one?',
    default:
      'The password of the database `{alias}` is spelt out in `{path}` as a default. Does production give another one?',
  },
  // No password is another fault; and a stock word as a default is nothing to praise.
  when: ({ project, settings }) =>
    hasFinalValues(settings) &&
    databasesOf(settings).some(({ product, options }) => {
      const value = lookup(options, 'PASSWORD');
      const password = stringOf(value);
      if (product === 'SQLite' || value === undefined || truthOf(value) === 'no') return false;
      if (password === undefined || !isPlaceholder(password)) return true;
      return literalPassword(project, settings.files, password)?.fallback !== true;
    }),
  *check({ project, settings }, { problem, question }) {
    const setting = settings.get('DATABASES');
    for (const database of databasesOf(settings)) {
      const password = stringOf(lookup(database.options, 'PASSWORD'));
      if (database.product === 'SQLite' || password === undefined || password === '') continue;
      const found = literalPassword(project, settings.files, password);
      if (!found) continue;
      const given = settings.environment.find(({ name }) => name === found.fallbackOf)?.given;
      if (given) continue;
      const about = { ...setting, at: found.at, subject: `${setting.subject}:${database.alias}:PASSWORD` };
      const data = { alias: database.alias, path: found.at.path };
      // A stock word as a default is for a developer's machine; production has to give another.
      if (isPlaceholder(password)) {
        if (!found.fallback) yield question('placeholder', about, data);
        continue;
      }
      // A default is what a developer works with, unless it looks like the key to a server elsewhere.
      if (found.fallback && !(looksMade(password) && remoteHost(database)?.includes('.'))) {
        yield question('default', about, data);
        continue;
      }
      yield {
        ...problem(found.fallback ? 'fallback' : 'literal', about, data),
        confidence: found.fallback ? 'firm' : 'certain',
        ...(isOnThisMachine(database) ? onThisMachine : {}),
        remedy: {
          summary:
            'Change the password on the server, and read the new one from the environment; the old one stays in the history.',
          code: entryIn({ project, settings }, found.at),
          language: 'python',
          path: found.at.path,
          place: isEntry(project, found.at) ? 'instead' : 'part',
          at: found.at,
        },
      };
    }
  },
});

/** Who knows the password has to get onto the machine first. */
const onThisMachine = {
  severity: 'high',
  risk: 'Whoever can read the repository and gets onto the machine by any other fault has all of its data.',
} as const;

/** The entry as the file would write it. */
function entryIn(facts: { readonly project: Project; readonly settings: Settings }, at: Location): string {
  const { expression, imports } = textOfVariable(facts, at, 'DB_PASSWORD');
  return [...imports, ...(imports.length > 0 ? [''] : []), `'PASSWORD': ${expression},`].join('\n');
}

/** Whether the line is the entry and nothing else. */
const isEntry = (project: Project, { path, span }: Location): boolean =>
  /^\s*['"]PASSWORD['"]\s*:[^{}]*,?\s*(#.*)?$/.test(project.file(path)?.text.slice(span.start, span.end) ?? '');
