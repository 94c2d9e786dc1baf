/** Styles and scripts that nobody hands out once DEBUG is off. */
import { describeValue, truthOf } from '../../describe.js';
import { dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues, openVariables } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { privateHost } from './private-host.js';
import { collects, judgedByTarget, staticServer } from './static-settings.js';
import { mentionsWhitenoise, whitenoiseInFront } from './whitenoise.js';

export const notServed = defineRule({
  id: 'static/not-served',
  title: 'Nobody serves the static files',
  sound: 'Somebody serves the static files',
  category: 'static-media',
  severity: 'high',
  effort: minutes(15),
  risk: 'Pages come without styles and scripts, the admin included.',
  references: [
    docs('howto/static-files/deployment'),
    web('WhiteNoise: Using WhiteNoise with Django', 'https://whitenoise.readthedocs.io/en/stable/django.html'),
  ],
  since: '0.1.0',
  needs: { dependencies, deployment, project, settings },
  problems: {
    private:
      '`STATIC_URL` is {value}: only a private network knows the name `{host}`, so no browser of a visitor finds it.',
    nobody: 'With `DEBUG` off nothing serves `STATIC_URL`: no middleware does, and no server in front of Django does.',
  },
  questions: {
    unseen: 'No file of the repository shows who serves `STATIC_URL` once `DEBUG` is off. Does a web server do it?',
  },
  // WhiteNoise without its middleware is a fault of its own; some targets judge their own servers.
  when: ({ dependencies, deployment, settings }) =>
    hasFinalValues(settings) &&
    collects(settings) === 'yes' &&
    truthOf(settings.get('STATIC_URL').value) !== 'no' &&
    !judgedByTarget(deployment) &&
    !mentionsWhitenoise(settings, dependencies),
  *check({ deployment, project, settings }, { problem, question }) {
    const server = staticServer(project, settings, deployment);
    const setting = settings.get('STATIC_URL');
    const host = privateHost(stringOf(setting.value));
    if (host !== undefined) {
      yield {
        ...problem('private', setting, { value: describeValue(setting.name, setting.value), host }),
        confidence: openVariables(settings, setting).length > 0 ? 'tentative' : confidenceIn(settings, setting),
        remedy: {
          summary:
            'Let the address begin with a public name over which visitors reach the store (`AWS_S3_CUSTOM_DOMAIN` of django-storages, for one), and keep the private one for uploads.',
        },
      };
      return;
    }
    if (server === 'unseen') yield question('unseen', setting);
    if (server !== 'nobody') return;
    const middleware = middlewareOf(settings);
    yield {
      ...problem('nobody', setting),
      confidence: confidenceIn(settings, middleware) === 'certain' ? 'certain' : 'firm',
      remedy: {
        summary: 'Declare the package `whitenoise`, and put its middleware right behind SecurityMiddleware.',
        code: whitenoiseInFront(middleware),
        language: 'python',
        path: middleware.at.path,
      },
    };
  },
});
