/** A script that brings new code and leaves the old one running. */
import { defineRule, minutes, web } from '@django-golive/core';
import { deployScript } from '../deploy-script.js';

export const reloadMissing = defineRule({
  id: 'pythonanywhere/reload-missing',
  title: 'The script that brings a new version does not reload the web app',
  sound: 'The script that brings a new version reloads the web app',
  category: 'deployment',
  severity: 'low',
  effort: minutes(5),
  risk: 'Visitors get the old code, against migrated tables, until somebody thinks of the Web tab.',
  references: [web('PythonAnywhere: Reloading your web app', 'https://help.pythonanywhere.com/pages/ReloadWebApp/')],
  since: '0.1.0',
  needs: { deployScript },
  problems: { absent: '`{path}` fetches the code and runs `manage.py`, and does not reload the web app.' },
  when: ({ deployScript }) => deployScript !== undefined,
  *check({ deployScript }, { problem }) {
    if (!deployScript || deployScript.reloads) return;
    const { path, at } = deployScript;
    yield {
      ...problem('absent', { at, subject: path }, { path }),
      confidence: 'firm',
      remedy: {
        summary: 'End it by touching the WSGI file that the Web tab names.',
        code: 'touch /var/www/*_wsgi.py',
        language: 'bash',
        path,
      },
    };
  },
});
