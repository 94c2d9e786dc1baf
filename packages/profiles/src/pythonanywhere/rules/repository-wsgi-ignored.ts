/** What the repository's wsgi.py sets, although PythonAnywhere loads another file. */
import { defineRule, minutes, type Project, project, settings, web } from '@django-golive/core';
import { codeOf } from '../../files/python-code.js';
import { wsgiFile } from '../wsgi-file.js';

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
  // Settings that load the file themselves need no help.
  when: ({ project, settings }) =>
    settings.path !== undefined &&
    !settings.files.some((path) => loading.test(codeOf(project.file(path)?.text ?? ''))) &&
    project.paths.some((path) => preparation(project, path) !== null),
  *check({ project, wsgiFile }, { problem, question }) {
    for (const path of project.paths) {
      const file = project.file(path);
      const match = preparation(project, path);
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

/** The first line of a project's wsgi.py that prepares the environment, besides naming the settings. */
function preparation(project: Project, path: string): RegExpExecArray | null {
  if (!/(^|\/)wsgi\.py$/.test(path) || /(^|\/)(tests?|site-packages)\//.test(path)) return null;
  const code = codeOf(project.file(path)?.text ?? '');
  return loading.exec(code) ?? /os\.environ\[['"](?!DJANGO_SETTINGS_MODULE)\w+['"]\][ \t]*=/.exec(code);
}
