/** Static files on PythonAnywhere are mapped on the Web tab, where no file of the repository shows it. */
import {
  defineRule,
  deployment,
  hasFinalValues,
  holds,
  isAssigned,
  minutes,
  settings,
  stringOf,
  truthOf,
  web,
} from '@django-golive/core';
import { placeInWords } from '../setting-place.js';

export const staticMappingUnseen = defineRule({
  id: 'pythonanywhere/static-mapping-unseen',
  title: 'Nobody can tell whether static files are mapped',
  sound: 'Static files are served without a mapping',
  category: 'static-media',
  severity: 'info',
  effort: minutes(5),
  risk: 'Without the mapping pages come without styles, the admin included.',
  references: [web('PythonAnywhere: Django static files', 'https://help.pythonanywhere.com/pages/DjangoStaticFiles/')],
  since: '0.1.0',
  needs: { deployment, settings },
  problems: {},
  questions: { mapping: 'Does the Web tab map {url} to {root}?' },
  when: ({ settings }) => hasFinalValues(settings) && isAssigned(settings.get('STATIC_URL')),
  *check({ deployment, settings }, { question }) {
    const url = settings.get('STATIC_URL');
    const root = settings.get('STATIC_ROOT');
    const backend = stringOf(settings.get('STATIC_URL').value) ?? '';
    // WhiteNoise serves them from the app, a CDN from elsewhere.
    if (
      holds(settings.get('MIDDLEWARE').value, 'whitenoise.middleware.WhiteNoiseMiddleware') === 'yes' ||
      /^(https?:)?\/\//.test(backend)
    )
      return;
    if (truthOf(root.value) === 'no') return;
    yield question('mapping', url, {
      url: placeInWords(settings, 'STATIC_URL', deployment.root),
      root: placeInWords(settings, 'STATIC_ROOT', deployment.root),
    });
  },
});
