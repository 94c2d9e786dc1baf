/** Variables that the settings demand, on a platform without a page for them. */
import { defineRule, minutes, project, settings, web } from '@django-golive/core';
import { loadsEnvFile } from '../../files/env-loading.js';
import { codeOf } from '../../files/python-code.js';
import { keyVariables } from '../../key-variables.js';
import { wsgiFile } from '../wsgi-file.js';

export const environmentNotLoaded = defineRule({
  id: 'pythonanywhere/environment-not-loaded',
  title: 'Nothing gives the settings the variables they demand',
  sound: 'The variables that the settings demand have a way to reach them',
  category: 'deployment',
  severity: 'high',
  effort: minutes(20),
  risk: 'The web app, each console and each scheduled task stop at start without the variables.',
  references: [
    web('PythonAnywhere: Environment variables', 'https://help.pythonanywhere.com/pages/EnvironmentVariables/'),
  ],
  since: '0.1.0',
  needs: { project, settings, wsgiFile },
  problems: { absent: '`{names}` is demanded, and `{copy}` neither sets it nor loads a file.' },
  questions: {
    outside:
      'The settings demand {names} and load no `.env` file. Does the WSGI file of the Web tab set them, and do consoles and tasks have them?',
  },
  when: ({ settings }) =>
    settings.path !== undefined &&
    (settings.environment.some(({ required }) => required) || keyVariables(settings).length > 0),
  *check({ project, settings, wsgiFile }, { problem, question }) {
    const keys = keyVariables(settings);
    const wanted = settings.environment.filter(
      ({ name, required, given }) => (required || keys.includes(name)) && !given,
    );
    const [first] = wanted;
    if (!first || settings.files.some((path) => loadsEnvFile.test(codeOf(project.file(path)?.text ?? '')))) return;
    const at = first.reads[0];
    if (!at) return;
    const about = { at, subject: 'environment' };
    const evidence = wanted
      .slice(1, 10)
      .flatMap(({ name, reads }) => (reads[0] ? [{ at: reads[0], note: `\`${name}\` is read here.` }] : []));
    if (wsgiFile && !wsgiFile.loadsDotenv && wsgiFile.applicationFrom.length === 0) {
      for (const variable of wanted) {
        const place = variable.reads[0];
        if (place)
          yield {
            ...problem(
              'absent',
              { at: place, subject: `environment:${variable.name}` },
              { names: variable.name, copy: wsgiFile.path },
            ),
            confidence: 'firm',
          };
      }
    } else if (!wsgiFile?.loadsDotenv)
      yield { ...question('outside', about, { names: wanted.map(({ name }) => `\`${name}\``).join(', ') }), evidence };
  },
});
