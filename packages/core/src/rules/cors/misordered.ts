/** CorsMiddleware behind middleware that answers first: those answers lack its headers. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { holds, isAssigned, itemsOf, stringOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import { headerAtEdge } from '../https/edge-header.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { commonMiddleware, middlewareOf } from '../settings/middleware.js';
import { corsMiddleware, corsRuns } from './cors-settings.js';

const whitenoise = 'whitenoise.middleware.WhiteNoiseMiddleware';

export const misordered = defineRule({
  id: 'cors/misordered',
  title: 'Answers leave without their CORS headers',
  sound: 'CorsMiddleware sees every answer',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Browsers refuse redirects and static files across origins although the origin is allowed.',
  references: [web('django-cors-headers: setup', 'https://github.com/adamchainz/django-cors-headers#setup')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    order: '`corsheaders.middleware.CorsMiddleware` stands behind `{before}`, which answers some requests itself.',
    inert: '`corsheaders` is in `INSTALLED_APPS`, but its middleware is not in `MIDDLEWARE`: no header is sent.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    (corsRuns(settings) === 'yes' || holds(settings.get('INSTALLED_APPS').value, 'corsheaders') === 'yes'),
  *check({ project, settings }, { problem }) {
    const middleware = middlewareOf(settings);
    const confidence = confidenceIn(settings, middleware);
    const entries = itemsOf(middleware.value).map(stringOf);
    const place = entries.indexOf(corsMiddleware);
    const remedy = {
      summary: 'Put it first, or right behind SecurityMiddleware.',
      code: `${middleware.name} = [\n    '${corsMiddleware}',\n    # … the entries there are now\n]`,
      language: 'python',
      path: middleware.at.path,
    } as const;
    if (place < 0) {
      const custom = entries.some((entry) => entry === undefined || /cors/i.test(entry));
      // The server in front may send them: two of a kind are refused by browsers.
      const sent = custom || headerAtEdge(project, 'Access-Control-Allow-Origin') !== undefined;
      if (!sent && corsRuns(settings) === 'no') yield { ...problem('inert', middleware), confidence, remedy };
      return;
    }
    // WhiteNoise lets every origin read its files by itself, unless it is told not to.
    const open = settings.get('WHITENOISE_ALLOW_ALL_ORIGINS');
    const closed = isAssigned(open) && truthOf(open.value) === 'no';
    const before = entries
      .slice(0, place)
      .find((entry) => entry === commonMiddleware || (entry === whitenoise && closed));
    if (before !== undefined) yield { ...problem('order', middleware, { before }), confidence, remedy };
  },
});
