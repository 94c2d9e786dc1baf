/** A release phase that looks for its script in the wrong directory. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';
import { startedElsewhere } from '../started-elsewhere.js';
import { aboutEntry, activeProcfile } from '../web-process.js';

export const releaseElsewhere = defineRule({
  id: 'heroku/release-elsewhere',
  title: 'The release phase starts what lies elsewhere',
  sound: 'The release phase finds what it starts',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The release phase fails, and with it every push: the new release is not deployed.',
  references: [web('Heroku: Release phase', 'https://devcenter.heroku.com/articles/release-phase')],
  since: '0.1.0',
  needs: { project, activeProcfile, appJson },
  problems: {
    elsewhere: 'The release phase starts `{name}`, which lies in `{directory}`: it is not looked for there.',
  },
  when: ({ activeProcfile }) => activeProcfile?.entry('release') !== undefined,
  *check({ project, activeProcfile, appJson }, { problem }) {
    const entry = activeProcfile?.entry('release');
    const found = entry && startedElsewhere(project, appJson, entry);
    if (!entry || !found) return;
    const { name, directory, remedy } = found;
    yield { ...problem('elsewhere', aboutEntry(entry), { name, directory }), confidence: 'firm', remedy };
  },
});
