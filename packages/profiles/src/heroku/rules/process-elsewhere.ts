/** Workers and other processes beside the web one that look for their code in the wrong directory. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';
import { startedElsewhere } from '../started-elsewhere.js';
import { aboutEntry, activeProcfile } from '../web-process.js';

export const processElsewhere = defineRule({
  id: 'heroku/process-elsewhere',
  title: 'A process starts what lies elsewhere',
  sound: 'Processes find what they start',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'The dyno stops at every start, and what it should do is not done.',
  references: [web('Heroku: The Procfile', 'https://devcenter.heroku.com/articles/procfile')],
  since: '0.1.0',
  needs: { project, activeProcfile, appJson },
  problems: { elsewhere: '`{process}` starts `{name}`, which lies in `{directory}`: it is not looked for there.' },
  when: ({ activeProcfile }) => activeProcfile?.entries.some(({ name }) => name !== 'release') === true,
  *check({ project, activeProcfile, appJson }, { problem }) {
    for (const entry of activeProcfile?.entries ?? []) {
      const found = entry.name === 'release' ? undefined : startedElsewhere(project, appJson, entry);
      if (!found) continue;
      const { name, directory, remedy } = found;
      const shown = { process: entry.name, name, directory };
      yield { ...problem('elsewhere', aboutEntry(entry), shown), confidence: 'firm', remedy };
    }
  },
});
