/** The profiler Silk among the URLs that production serves: everybody may read what it recorded. */
import { truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { type Route, urls } from '../../facts/urls.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { inHome } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { aboutRoute } from './routes.js';

export const profilerOpen = defineRule({
  id: 'urls/profiler-open',
  title: 'The profiler is open to everybody',
  sound: 'No profiler is open to everybody',
  category: 'security',
  severity: 'high',
  effort: minutes(10),
  risk: 'Visitors read the requests of others with their headers, bodies and database queries.',
  references: [
    cwe(489),
    web(
      'Silk: authentication and authorisation',
      'https://github.com/jazzband/django-silk#authenticationauthorisation',
    ),
  ],
  since: '0.1.0',
  needs: { settings, urls },
  problems: { served: '`/{pattern}` serves Silk, and `SILKY_AUTHENTICATION` is not on.' },
  when: ({ settings, urls }) => hasFinalValues(settings) && urls.routes.some(isSilk),
  *check({ settings, urls }, { problem }) {
    const authentication = settings.get('SILKY_AUTHENTICATION');
    if (truthOf(authentication.value) !== 'no') return;
    for (const route of urls.routes) {
      if (!isSilk(route) || route.served !== 'yes') continue;
      yield {
        ...problem('served', aboutRoute(route), { pattern: route.pattern }),
        confidence: confidenceIn(settings, authentication),
        remedy: {
          summary: 'Let only staff read it, or add the pattern only while DEBUG is on.',
          code: 'SILKY_AUTHENTICATION = True\nSILKY_AUTHORISATION = True',
          language: 'python',
          ...inHome(settings),
        },
      };
    }
  },
});

const isSilk = ({ includes }: Route): boolean => includes === 'silk.urls';
