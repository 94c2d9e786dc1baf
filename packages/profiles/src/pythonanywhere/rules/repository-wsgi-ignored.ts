/** What the repository's wsgi.py sets, although PythonAnywhere loads another file. */
import { defineRule, minutes, project, settings, web } from '@django-golive/core';
import { codeOf, wsgiFile } from '../wsgi-file.js';

export const repositoryWsgiIgnored = defineRule({
  id: 'pythonanywhere/repository-wsgi-ignored',
  title: 'The environment is prepared in a wsgi.py that is not loaded',
  sound: "No environment is prepared in the repository's wsgi.py",
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'The web app starts without these variables, and stops or falls back to defaults made for development.',
  references: [
    web(
      'PythonAnywhere: Deploying an existing Django project',
      'https://help.pythonanywhere.com/pages/DeployExistingDjangoProject/',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, wsgiFile },
  problems: { dotenv: '`{path}` loads an environment file; `{copy}`, which PythonAnywhere loads, does not import it.' },
  questions: {
    imported:
      '`{path}` prepares the environment ({what}). Does the WSGI file of the Web tab do the same, or import it?',
  },
  when: ({ settings }) => settings.path !== undefined,
  *check({ project, settings, wsgiFile }, { problem, question }) {
    // Settings that load the file themselves need no help.
    if (settings.files.some((path) => loading.test(codeOf(project.file(path)?.text ?? '')))) return;
    for (const path of project.paths) {
      const file =
        /(^|\/)wsgi\.py$/.test(path) && !/(^|\/)(tests?|site-packages)\//.test(path) ? project.file(path) : undefined;
      const code = file ? codeOf(file.text) : '';
      const match = loading.exec(code) ?? /os\.environ\[['"](?!DJANGO_SETTINGS_MODULE)\w+['"]\][ \t]*=/.exec(code);
      if (!file || !match) continue;
      const module = path.replace(/\.py$/, '').replaceAll('/', '.');
      if (wsgiFile && (wsgiFile.loadsDotenv || wsgiFile.applicationFrom.some((name) => module.endsWith(name))))
        continue;
      const about = {
        at: file.at({ start: match.index, end: match.index + match[0].length }),
        current: match[0].trim(),
        subject: `${path}:environment`,
      };
      if (wsgiFile && loading.test(match[0]))
        yield { ...problem('dotenv', about, { path, copy: wsgiFile.path }), confidence: 'firm' };
      else yield question('imported', about, { path, what: match[0].trim() });
    }
  },
});

const loading = /\b(?:load_dotenv|read_env|read_dotenv)[ \t]*\(/;
