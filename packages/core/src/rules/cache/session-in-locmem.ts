/** Sessions in a cache that each process has for itself, or that keeps nothing. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues, namesOf, openVariables } from '../settings/final-values.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { cachesOf } from './caches.js';
import { processCount } from './process-count.js';

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
  needs: { deployment, project, settings },
  problems: {
    own: 'Sessions lie in the cache `{alias}`, which is the memory of one process.',
    nothing: 'Sessions lie in the cache `{alias}`, which keeps nothing.',
  },
  questions: {
    branch:
      'Sessions lie in the cache `{alias}`, which loses them, unless a condition of the settings is met. Is it met in production?',
    fallback:
      'Sessions lie in the cache `{alias}`, which loses them, unless {variables} says otherwise. Does production set it?',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    stringOf(settings.get('SESSION_ENGINE').value) === cacheSessions &&
    cachesOf(settings).length > 0,
  *check({ deployment, project, settings }, { problem, question }) {
    const engine = settings.get('SESSION_ENGINE');
    const alias = stringOf(settings.get('SESSION_CACHE_ALIAS').value) ?? 'default';
    const cache = cachesOf(settings).find((candidate) => candidate.alias === alias);
    const caches = settings.get('CACHES');
    const how = cache && Object.hasOwn(unfit, cache.backend) ? unfit[cache.backend] : undefined;
    if (how === undefined) return;
    const open = [...openVariables(settings, engine), ...openVariables(settings, caches)];
    if (open.length > 0) {
      yield question('fallback', engine, { alias, variables: namesOf([...new Set(open)]) });
      return;
    }
    const switched = [engine, caches].some((setting) => hasOtherBranch(project, settings, setting));
    if (switched) {
      yield question('branch', engine, { alias });
      return;
    }
    yield {
      ...problem(how, engine, { alias }),
      confidence: confidenceIn(settings, engine, caches),
      // One process finds the sessions that it made, until it is started anew.
      ...(how === 'own' && processCount(project, deployment) === 'one'
        ? ({ severity: 'medium', risk: 'Every restart and every deployment signs all visitors out.' } as const)
        : {}),
      evidence: [{ at: caches.at, note: '`CACHES` is set here.' }],
      remedy: writeInSettings(
        settings,
        'Keep sessions in the database, or give them a cache that the processes share.',
        "SESSION_ENGINE = 'django.contrib.sessions.backends.db'",
      ),
    };
  },
});
