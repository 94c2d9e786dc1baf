/** Sessions in a cache that each process has for itself, or that keeps nothing. */
import { settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { cachesOf } from './caches.js';

const cacheSessions = 'django.contrib.sessions.backends.cache';
const unfit: Readonly<Record<string, 'own' | 'nothing'>> = {
  'django.core.cache.backends.locmem.LocMemCache': 'own',
  'django.core.cache.backends.dummy.DummyCache': 'nothing',
};

export const sessionInLocmem = defineRule({
  id: 'cache/session-in-locmem',
  title: 'Sessions lie in a cache that loses them',
  sound: 'Sessions lie where every process finds them',
  category: 'caching-performance',
  severity: 'high',
  effort: minutes(15),
  risk: 'Visitors are signed out at random, and all of them at every restart.',
  references: [docs('topics/http/sessions', 'using-cached-sessions')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    own: 'Sessions lie in the cache `{alias}`, which is the memory of one process.',
    nothing: 'Sessions lie in the cache `{alias}`, which keeps nothing.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && stringOf(settings.get('SESSION_ENGINE').value) === cacheSessions && cachesOf(settings).length > 0,
  *check({ settings }, { problem }) {
    const engine = settings.get('SESSION_ENGINE');
    const alias = stringOf(settings.get('SESSION_CACHE_ALIAS').value) ?? 'default';
    const cache = cachesOf(settings).find((candidate) => candidate.alias === alias);
    const caches = settings.get('CACHES');
    const how = cache && Object.hasOwn(unfit, cache.backend) ? unfit[cache.backend] : undefined;
    if (how === undefined) return;
    yield {
      ...problem(how, engine, { alias }),
      confidence: confidenceIn(settings, engine, caches),
      evidence: [{ at: caches.at, note: '`CACHES` is set here.' }],
      remedy: writeInSettings(settings, 'Keep sessions in the database, or give them a cache that the processes share.', "SESSION_ENGINE = 'django.contrib.sessions.backends.db'"),
    };
  },
});
