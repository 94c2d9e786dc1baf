/** collectstatic switched off in a file of the repository, although the app serves its own static files. */
import { defineRule, hasFinalValues, holds, minutes, project, settings, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';
import { managementCommandOf } from '../../files/django-command.js';
import { procfile } from '../../files/procfile.js';
import { collectstaticSwitch } from '../collectstatic.js';

export const collectstaticDisabled = defineRule({
  id: 'heroku/collectstatic-disabled',
  title: 'The build does not collect static files',
  sound: 'The build collects static files',
  refutedBy: ['heroku/collectstatic-fails'],
  category: 'static-media',
  severity: 'high',
  effort: minutes(15),
  risk: 'Pages come without styles and scripts; with a manifest storage every page that uses one is a server error.',
  references: [web('Heroku: Django and static assets', 'https://devcenter.heroku.com/articles/django-assets')],
  since: '0.1.0',
  needs: { project, appJson, procfile, settings },
  problems: {
    disabled: '`DISABLE_COLLECTSTATIC` is set, and WhiteNoise serves the files that nothing collects.',
    release:
      '`DISABLE_COLLECTSTATIC` is set, and collectstatic runs in the release phase: its files stay on a dyno that is thrown away.',
  },
  when: ({ project, appJson, settings }) =>
    hasFinalValues(settings) &&
    (collectstaticSwitch(project, appJson) !== undefined ||
      (project.file('manage.py') !== undefined &&
        holds(settings.get('INSTALLED_APPS').value, 'django.contrib.staticfiles') === 'yes')),
  *check({ project, appJson, procfile, settings }, { problem }) {
    const at = collectstaticSwitch(project, appJson);
    if (!at || holds(settings.get('MIDDLEWARE').value, 'whitenoise.middleware.WhiteNoiseMiddleware') !== 'yes') return;
    const hooks = ['bin/post_compile', 'bin/pre_compile'].flatMap((path) => project.file(path) ?? []);
    if (hooks.some(({ text }) => /collectstatic|manage\.py/.test(text))) return;
    const lines = (procfile.found?.entries ?? []).filter(({ invocations }) =>
      invocations.some((invocation) => managementCommandOf(invocation)?.name === 'collectstatic'),
    );
    // Before the server, in the web line, it runs on the dyno that serves the files.
    if (lines.some(({ name }) => name === 'web')) return;
    const about = { at, subject: 'DISABLE_COLLECTSTATIC' };
    const remedy = {
      summary: 'Take `DISABLE_COLLECTSTATIC` away, and let the settings carry what the build needs.',
      path: at.path,
    };
    const release = lines.find(({ name }) => name === 'release');
    if (release)
      yield {
        ...problem('release', about),
        evidence: [{ at: release.at, note: 'The release phase runs on a dyno of its own.' }],
        remedy,
      };
    else yield { ...problem('disabled', about), remedy };
  },
});
