/** A cache in use that keeps nothing. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { sources } from '../../facts/sources.js';
import { templates } from '../../facts/templates.js';
import { isAssigned, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues, openVariables } from '../settings/final-values.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { cacheUse } from './cache-use.js';
import { cachesOf } from './caches.js';

const dummy = 'django.core.cache.backends.dummy.DummyCache';

export const dummyInProduction = defineRule({
  id: 'cache/dummy-in-production',
  title: 'The cache keeps nothing',
  sound: 'The cache keeps what it is given',
  category: 'caching-performance',
  severity: 'medium',
  effort: minutes(30),
  risk: 'Limits on requests never take effect, and what the code believes to be kept is computed anew each time.',
  references: [docs('topics/cache', 'dummy-caching-for-development')],
  since: '0.1.0',
  needs: { project, settings, sources, templates },
  problems: { nothing: 'The cache `default` is `DummyCache`, which keeps nothing, and the site puts {what} there.' },
  questions: {
    switched:
      'The cache `default` is `DummyCache`, which keeps nothing, unless the environment or a condition says otherwise. Does it in production?',
  },
  // Without a use of the cache it may be switched off; sessions that lie there alone have a rule of their own.
  when: ({ project, settings, sources, templates }) =>
    hasFinalValues(settings) &&
    isAssigned(settings.get('CACHES')) &&
    defaultBackend(settings) !== undefined &&
    stringOf(settings.get('SESSION_ENGINE').value) !== 'django.contrib.sessions.backends.cache' &&
    cacheUse(project, settings, sources, templates) !== undefined,
  *check({ project, settings, sources, templates }, { problem, question }) {
    const setting = settings.get('CACHES');
    const use = cacheUse(project, settings, sources, templates);
    if (defaultBackend(settings) !== dummy || !use) return;
    if (openVariables(settings, setting).length > 0 || hasOtherBranch(project, settings, setting)) {
      yield { ...question('switched', setting), evidence: [use.evidence] };
      return;
    }
    yield {
      ...problem('nothing', setting, { what: use.what }),
      confidence: confidenceIn(settings, setting),
      // Of pages and sessions only speed is lost.
      ...(/requests|code/.test(use.what)
        ? {}
        : { severity: 'low' as const, risk: 'What should be kept is computed anew for each visitor.' }),
      evidence: [use.evidence],
      remedy: writeInSettings(
        settings,
        "Name a cache that all processes share; Django's database cache needs `manage.py createcachetable` and nothing else.",
        "CACHES = {\n    'default': {'BACKEND': 'django.core.cache.backends.db.DatabaseCache', 'LOCATION': 'cache'},\n}",
      ),
    };
  },
});

function defaultBackend(settings: Settings): string | undefined {
  return cachesOf(settings).find(({ alias }) => alias === 'default')?.backend;
}
