/** A channel layer that ends at the borders of one process. */
import { type Deployment, deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { entriesOf, isAssigned, lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { processCount } from '../cache/process-count.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues, openVariables } from '../settings/final-values.js';
import { alsoAtBuild } from '../settings/image-build.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';

export const channelLayerInmemory = defineRule({
  id: 'asgi/channel-layer-inmemory',
  title: 'Channels sends messages within one process only',
  sound: 'Channels sends messages between processes',
  category: 'caching-performance',
  severity: 'high',
  effort: minutes(30),
  risk: 'Messages reach only those visitors whom the same worker serves; what background tasks send reaches nobody.',
  references: [
    web(
      'Channels: In-memory channel layer',
      'https://channels.readthedocs.io/en/stable/topics/channel_layers.html#in-memory-channel-layer',
    ),
  ],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { memory: 'The channel layer `{alias}` of `{module}` is the memory of one process.' },
  questions: {
    switched:
      'The channel layer `{alias}` is the memory of one process unless the environment or a condition says otherwise. Does it in production?',
  },
  // One process that nothing runs beside keeps all its messages to itself and loses none.
  when: ({ deployment, project, settings }) =>
    hasFinalValues(settings) && isAssigned(settings.get('CHANNEL_LAYERS')) && !isAlone(project, deployment),
  *check({ project, settings }, { problem, question }) {
    const setting = settings.get('CHANNEL_LAYERS');
    // Of several that a condition chooses from, one that is memory is worth a question.
    const choices = setting.value.kind === 'choice' ? setting.value.options : [setting.value];
    const memory = choices
      .flatMap(entriesOf)
      .filter(([, layer]) => stringOf(lookup(layer, 'BACKEND')) === 'channels.layers.InMemoryChannelLayer');
    for (const alias of new Set(memory.map(([name]) => name))) {
      const about = { ...setting, subject: `${setting.subject}:${alias}` };
      if (
        choices.length > 1 ||
        openVariables(settings, setting).length > 0 ||
        hasOtherBranch(project, settings, setting)
      ) {
        yield question('switched', about, { alias });
        continue;
      }
      yield {
        ...problem('memory', about, { alias, module: settings.module }),
        confidence: confidenceIn(settings, setting),
        remedy: writeEntry(
          { project, settings },
          setting,
          [alias],
          `Use Redis; this needs the package \`channels-redis\`.${alsoAtBuild(project, 'REDIS_URL')}`,
          `{\n    'BACKEND': 'channels_redis.core.RedisChannelLayer',\n    'CONFIG': {'hosts': [os.environ['REDIS_URL']]},\n}`,
        ),
      };
    }
  },
});

function isAlone(project: Project, deployment: Deployment): boolean {
  return (
    processCount(project, deployment) === 'one' &&
    deployment.processes.filter(({ role }) => role === 'web').length === 1 &&
    !deployment.processes.some(({ role }) => role === 'worker' || role === 'beat')
  );
}
