/** No web process: the build pack names none by itself, so nothing answers. */
import { defineRule, lineSpan, minutes, project, settings, web } from '@django-golive/core';
import { procfile } from '../../files/procfile.js';
import { absenceAt } from '../../platform/absence.js';
import { buildManifest } from '../build-manifest.js';
import { pushedDirectory } from '../pushed-directory.js';

export const procfileMissing = defineRule({
  id: 'heroku/procfile-missing',
  title: 'No Procfile starts a web process',
  sound: 'The Procfile starts a web process',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: "The app is built and never starts: every visitor gets the router's error page (H14, no web processes running).",
  references: [web('Heroku: The Procfile', 'https://devcenter.heroku.com/articles/procfile')],
  since: '0.1.0',
  needs: { project, procfile, buildManifest, pushedDirectory, settings },
  problems: {
    missing: 'There is no `Procfile` in the root of the repository.',
    misnamed: '`{path}` is not read: the file must be called `Procfile`.',
    noWeb: 'The `Procfile` has no `web` line.',
    untracked: 'The `Procfile` is not under version control, so it is not pushed.',
  },
  questions: { below: 'The `Procfile` lies in `{path}`. Is that directory what is pushed to Heroku?' },
  // heroku.yml starts the web process itself, or leaves it to the Dockerfile.
  when: ({ buildManifest }) => buildManifest === undefined,
  *check({ project, procfile, pushedDirectory, settings }, { problem, question }) {
    const application = settings.get('WSGI_APPLICATION').value;
    const module = application.kind === 'str' ? application.value.replace(/\.(\w+)$/, ':$1') : undefined;
    const remedy = {
      summary: 'Start an application server in the line `web` of a file called `Procfile`.',
      ...(module === undefined ? {} : { code: `web: gunicorn ${module}`, language: 'text' as const }),
      path: 'Procfile',
    };
    const { found, misnamed } = procfile;
    if (!found) {
      if (misnamed) {
        const file = project.file(misnamed.path);
        const about = { at: file?.at(lineSpan(file.text, 1)) ?? misnamed, subject: 'Procfile' };
        yield {
          ...problem('misnamed', about, { path: misnamed.path }),
          remedy: { summary: `Rename \`${misnamed.path}\` to \`Procfile\`.` },
        };
      } else if (pushedDirectory) yield question('below', pushedDirectory, { path: pushedDirectory.path });
      else yield { ...problem('missing', absenceAt(project, 'Procfile')), remedy };
      return;
    }
    const about = { at: found.at, subject: 'Procfile' };
    if (project.tracked(found.path) === false)
      yield {
        ...problem('untracked', about),
        remedy: { summary: 'Commit the `Procfile`.', code: 'git add Procfile', language: 'bash' },
      };
    else if (!found.entry('web')) yield { ...problem('noWeb', about), remedy };
  },
});
