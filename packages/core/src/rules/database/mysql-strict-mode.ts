/** MySQL told to cut what does not fit instead of refusing it. */
import { settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { databasesOf } from './databases.js';

export const mysqlStrictMode = defineRule({
  id: 'database/mysql-strict-mode',
  title: 'MySQL is told to cut data that does not fit',
  sound: 'MySQL refuses data that does not fit',
  category: 'database',
  severity: 'medium',
  effort: minutes(15),
  risk: 'Texts are cut and numbers changed while they are saved, and nobody is told.',
  references: [django('mysql.W002'), docs('ref/databases', 'mysql-sql-mode')],
  since: '0.1.0',
  needs: { settings },
  problems: { off: "`OPTIONS` of `{alias}` sets `sql_mode` to '{mode}', which switches the strict mode off." },
  // Servers that Django supports are strict by themselves: only who sets a mode can switch it off.
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    databasesOf(settings).some(({ product, options }) => product === 'MySQL' && modeIn(options) !== undefined),
  *check({ settings }, { problem }) {
    const setting = settings.get('DATABASES');
    for (const { alias, options, product } of databasesOf(settings)) {
      const mode = modeIn(options);
      if (product !== 'MySQL' || mode === undefined || /STRICT_|TRADITIONAL/i.test(mode)) continue;
      yield {
        ...problem('off', { ...setting, subject: `${setting.subject}:${alias}:sql_mode` }, { alias, mode }),
        confidence: confidenceIn(settings, setting),
        remedy: {
          summary: 'Leave the mode to the server, or name the strict one.',
          code: `DATABASES['${alias}']['OPTIONS']['init_command'] = "SET sql_mode='STRICT_TRANS_TABLES'"`,
          language: 'python',
          path: setting.at.path,
        },
      };
    }
  },
});

/** The mode that a connection sets; `undefined` for none, and for one that is computed from what the server has. */
function modeIn(options: Value): string | undefined {
  const own = lookup(options, 'OPTIONS');
  const direct = stringOf(lookup(own, 'sql_mode'));
  if (direct !== undefined) return direct;
  const command = stringOf(lookup(own, 'init_command')) ?? '';
  const [, quote, mode] = /\bsql_mode\s*=\s*(?:(["'])(.*?)\1|\w+\s*(?=;|,|$))/i.exec(command) ?? [];
  return quote === undefined ? undefined : mode;
}
