/** Views that answer with the text of an exception. */
import { settings } from '../../facts/settings.js';
import { toldExceptions } from '../../facts/told-exceptions.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { hasFinalValues } from '../settings/final-values.js';

export const exceptionTold = defineRule({
  id: 'urls/exception-told',
  title: 'Visitors read the text of exceptions',
  sound: 'No view answers with the text of an exception',
  category: 'security',
  severity: 'low',
  effort: minutes(30),
  risk: 'Names of tables, paths on the server and addresses of other services show an attacker where to go on.',
  references: [
    cwe(209),
    web('OWASP: Error Handling', 'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html'),
  ],
  since: '0.1.0',
  needs: { settings, toldExceptions },
  problems: {},
  questions: {
    told: '`{view}` catches every exception and answers with its text{more}. May visitors read that, with paths, SQL and addresses in it?',
  },
  // A text may take ways that are not followed, so that none is cleared.
  when: ({ settings, toldExceptions }) => hasFinalValues(settings) && toldExceptions.length > 0,
  *check({ toldExceptions }, { question }) {
    const [first, ...others] = toldExceptions;
    if (!first) return;
    // One answer settles it for all of them.
    const trail = [
      { at: first.routedAt, note: 'This pattern leads to it.' },
      ...others.slice(0, 9).map(({ at, view }) => ({ at, note: `Another one is in \`${view}\`.` })),
    ];
    const more =
      others.length > 0 ? `, and so does code in ${others.length} more place${others.length > 1 ? 's' : ''}` : '';
    yield question('told', { at: first.at, trail, subject: 'exceptions' }, { view: first.view, more });
  },
});
