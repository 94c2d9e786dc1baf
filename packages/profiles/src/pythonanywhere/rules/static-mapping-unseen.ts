/** Static files on PythonAnywhere are mapped on the Web tab, where no file of the repository shows it. */
import {
  defineRule,
  deployment,
  hasFinalValues,
  holds,
  isAssigned,
  minutes,
  type Settings,
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
  // Without a directory that files are collected in there is nothing to map, which a rule of its own tells of.
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    isAssigned(settings.get('STATIC_URL')) &&
    (servesItself(settings) || truthOf(settings.get('STATIC_ROOT').value) !== 'no'),
  *check({ deployment, settings }, { question }) {
    const url = settings.get('STATIC_URL');
    if (servesItself(settings)) return;
    yield question('mapping', url, {
      url: placeInWords(settings, 'STATIC_URL', deployment.root),
      root: placeInWords(settings, 'STATIC_ROOT', deployment.root),
    });
  },
});

/** WhiteNoise serves them from the app, a CDN from elsewhere. */
function servesItself(settings: Settings): boolean {
  return (
    holds(settings.get('MIDDLEWARE').value, 'whitenoise.middleware.WhiteNoiseMiddleware') === 'yes' ||
    /^(https?:)?\/\//.test(stringOf(settings.get('STATIC_URL').value) ?? '')
  );
}
