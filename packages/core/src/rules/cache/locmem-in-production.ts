/** A cache in use that each process has for itself. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { sources } from '../../facts/sources.js';
import { templates } from '../../facts/templates.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues, openVariables } from '../settings/final-values.js';
import { alsoAtBuild } from '../settings/image-build.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { cacheUse } from './cache-use.js';
import { cachesOf } from './caches.js';
import { processCount } from './process-count.js';

const memory = 'django.core.cache.backends.locmem.LocMemCache';

export const locmemInProduction = defineRule({
  id: 'cache/locmem-in-production',
  title: 'Each process has a cache of its own',
  sound: 'The processes share a cache',
  category: 'caching-performance',
  severity: 'low',
  effort: minutes(30),
  risk: 'Each process counts and remembers for itself: limits let through many times as much, and what one forgets the others still show.',
  references: [docs('topics/cache', 'local-memory-caching')],
  since: '0.1.0',
  needs: { deployment, project, settings, sources, templates },
  problems: { own: 'The cache `default` is the memory of one process, several serve the site, and it holds {what}.' },
  questions: {
    switched:
      'The cache `default`, which holds {what}, is the memory of one process unless the environment or a condition says otherwise. Does it in production?',
    processes:
      'The cache `default`, which holds {what}, is the memory of one process. Does more than one serve the site?',
  },
  // A cache that nothing is put into may be of any kind; sessions that lie there alone have a rule of their own.
  when: ({ deployment, project, settings, sources, templates }) =>
    hasFinalValues(settings) &&
    defaultBackend(settings) !== undefined &&
    defaultBackend(settings) !== 'django.core.cache.backends.dummy.DummyCache' &&
    stringOf(settings.get('SESSION_ENGINE').value) !== 'django.contrib.sessions.backends.cache' &&
    (defaultBackend(settings) !== memory || processCount(project, deployment) !== 'one') &&
    cacheUse(project, settings, sources, templates) !== undefined,
  *check({ deployment, project, settings, sources, templates }, { problem, question }) {
    const setting = settings.get('CACHES');
    const use = cacheUse(project, settings, sources, templates);
    if (defaultBackend(settings) !== memory || !use) return;
    const { what } = use;
    if (openVariables(settings, setting).length > 0 || hasOtherBranch(project, settings, setting)) {
      yield { ...question('switched', setting, { what }), evidence: [use.evidence] };
      return;
    }
    if (processCount(project, deployment) !== 'several') {
      yield { ...question('processes', setting, { what }), evidence: [use.evidence] };
      return;
    }
    yield {
      ...problem('own', setting, { what }),
      confidence: confidenceIn(settings, setting),
      evidence: [use.evidence],
      remedy: writeInSettings(
        settings,
        `Share a cache in Redis; this needs the package \`${atLeastSeries(settings.django, '4.0') ? 'redis' : 'django-redis'}\`.${alsoAtBuild(project, 'REDIS_URL')}`,
        `CACHES = {\n    'default': {\n        'BACKEND': '${atLeastSeries(settings.django, '4.0') ? 'django.core.cache.backends.redis.RedisCache' : 'django_redis.cache.RedisCache'}',\n        'LOCATION': os.environ['REDIS_URL'],\n    },\n}`,
      ),
    };
  },
});

function defaultBackend(settings: Settings): string | undefined {
  return cachesOf(settings).find(({ alias }) => alias === 'default')?.backend;
}
