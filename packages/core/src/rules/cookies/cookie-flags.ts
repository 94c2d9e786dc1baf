/** How Django's checks look at a cookie's flags, which changed in 4.1. */
import { truthOf } from '../../describe.js';
import type { Setting, Settings } from '../../facts/settings.js';
import type { Truth } from '../../facts/value.js';
import { holds, isTrue } from '../../facts/value-reading.js';
import { atLeastSeries } from '../settings/django-series.js';
import { runs, sessionMiddleware } from '../settings/middleware.js';

/** Whether a flag counts as on: any true value before Django 4.1, `True` itself since. */
export function flagIsOn(settings: Settings, flag: Setting): Truth {
  return atLeastSeries(settings.django, '4.1') ? isTrue(flag.value) : truthOf(flag.value);
}

/** Whether the project has session cookies: the app or the middleware, as the checks ask. */
export function usesSessions(settings: Settings): Truth {
  const both = [
    holds(settings.get('INSTALLED_APPS').value, 'django.contrib.sessions'),
    runs(settings, sessionMiddleware),
  ];
  if (both.includes('yes')) return 'yes';
  return both.includes('maybe') ? 'maybe' : 'no';
}
