/** The account of a template in the WSGI file: the platform's own examples say `yourusername`. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { isPlaceholderPath } from '../../files/placeholder.js';
import { codeOf } from '../../files/python-code.js';
import { wsgiFile } from '../wsgi-file.js';

export const placeholderLeft = defineRule({
  id: 'pythonanywhere/placeholder-left',
  title: 'The WSGI file still has names of a template',
  sound: 'The WSGI file names this account',
  category: 'deployment',
  severity: 'low',
  effort: minutes(5),
  risk: 'The web app stops with ModuleNotFoundError: the project does not lie where the file looks for it.',
  references: [
    web(
      'PythonAnywhere: Deploying an existing Django project',
      'https://help.pythonanywhere.com/pages/DeployExistingDjangoProject/',
    ),
  ],
  since: '0.1.0',
  needs: { project, wsgiFile },
  problems: {},
  questions: {
    path: '`{path}` is the path of a template. Does the WSGI file of the Web tab have your own in its place?',
  },
  when: ({ wsgiFile }) => wsgiFile !== undefined,
  *check({ project, wsgiFile }, { question }) {
    const file = wsgiFile && project.file(wsgiFile.path);
    if (!file) return;
    for (const match of codeOf(file.text).matchAll(/(["'])((?:~|\/)[^"'\n]*)\1/g)) {
      const path = match[2] ?? '';
      if (!isPlaceholderPath(path)) continue;
      const at = file.at({ start: match.index, end: match.index + match[0].length });
      yield question('path', { at, subject: `${file.path}:placeholder`, current: match[0] }, { path });
      return;
    }
  },
});
