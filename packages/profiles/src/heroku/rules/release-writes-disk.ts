/** The release phase runs on a dyno whose disk is thrown away. */
import { defineRule, minutes, web } from '@django-golive/core';
import { managementCommandOf } from '../../files/django-command.js';
import { aboutEntry, activeProcfile } from '../web-process.js';

const writing = new Set([
  'collectstatic',
  'compress',
  'compilemessages',
  'compilescss',
  'compilejsi18n',
  'collectstatic_js_reverse',
  'tailwind',
]);

export const releaseWritesDisk = defineRule({
  id: 'heroku/release-writes-disk',
  title: 'The release phase writes files that are thrown away',
  sound: 'The release phase leaves no files that web dynos would need',
  category: 'deployment',
  severity: 'high',
  effort: minutes(15),
  risk: 'Web dynos start without the files: pages lack styles, or end in server errors.',
  references: [web('Heroku: Release phase', 'https://devcenter.heroku.com/articles/release-phase')],
  since: '0.1.0',
  needs: { activeProcfile },
  problems: { writes: 'The release phase runs `{command}`; its files stay on that one dyno.' },
  when: ({ activeProcfile }) => activeProcfile?.entry('release') !== undefined,
  *check({ activeProcfile }, { problem }) {
    const entry = activeProcfile?.entry('release');
    for (const invocation of entry?.invocations ?? []) {
      const name = managementCommandOf(invocation)?.name;
      if (!entry || name === undefined || !writing.has(name)) continue;
      yield {
        ...problem('writes', aboutEntry(entry), { command: name }),
        confidence: 'firm',
        remedy: {
          summary:
            name === 'collectstatic'
              ? 'Leave it out: the build runs it.'
              : 'Run it in `bin/post_compile`, at build time.',
        },
      };
    }
  },
});
