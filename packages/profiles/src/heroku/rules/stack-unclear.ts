/** heroku.yml and a Procfile side by side: which of them counts, the stack of the app decides. */
import { defineRule, minutes, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';
import { procfile } from '../../files/procfile.js';
import { buildManifest } from '../build-manifest.js';

export const stackUnclear = defineRule({
  id: 'heroku/stack-unclear',
  title: 'Two files say how the app is built and started',
  sound: 'One file says how the app is built and started',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(15),
  risk: 'The app is built and started in another way than the one that was looked at.',
  references: [
    web(
      'Heroku: Building Docker images with heroku.yml',
      'https://devcenter.heroku.com/articles/build-docker-images-heroku-yml',
    ),
  ],
  since: '0.1.0',
  needs: { appJson, buildManifest, procfile },
  problems: {},
  questions: {
    both: 'heroku.yml counts on the stack `container`, and `{path}` on every other. Which stack has the app? Here the container is judged.',
  },
  when: ({ buildManifest }) => buildManifest !== undefined && buildManifest.dockerfiles.length > 0,
  *check({ appJson, buildManifest, procfile: { found } }, { question }) {
    if (buildManifest && found?.entry('web') && appJson?.stack === undefined)
      yield question('both', { at: buildManifest.at, subject: 'heroku.yml:stack' }, { path: found.path });
  },
});
