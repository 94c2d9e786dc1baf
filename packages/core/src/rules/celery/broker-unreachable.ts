/** A message broker on this machine, where this machine has none. */
import { describeValue } from '../../describe.js';
import { dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isAssigned, stringOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import { isInstalled } from '../deps/declared.js';
import { takeFromEnvironment } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const brokerUnreachable = defineRule({
  id: 'celery/broker-unreachable',
  title: 'Celery looks for its broker where none can be',
  sound: 'Celery looks for its broker where one can be',
  category: 'deployment',
  severity: 'high',
  effort: minutes(15),
  risk: 'Every task that is sent fails or waits, and the request that sends it with it.',
  references: [web('Celery: broker_url', 'https://docs.celeryq.dev/en/stable/userguide/configuration.html#broker-url')],
  since: '0.1.0',
  needs: { dependencies, deployment, project, settings },
  problems: { local: '`{name}` is {value}, and nothing but the process itself runs on that machine.' },
  // In containers the target's own rule compares hosts with services.
  when: ({ dependencies, deployment, settings }) => {
    const celery = dependencies.get('celery');
    return (
      hasFinalValues(settings) &&
      deployment.traits.has('ephemeral-disk') &&
      !deployment.traits.has('containers') &&
      (dependencies.manifests.length === 0 || (celery !== undefined && isInstalled(celery)))
    );
  },
  *check(facts, { problem }) {
    const { settings } = facts;
    const setting = ['CELERY_BROKER_URL', 'BROKER_URL'].map((name) => settings.get(name)).find(isAssigned);
    const url = setting && stringOf(setting.value);
    if (
      !setting ||
      url === undefined ||
      !/^\w[\w+.-]*:\/\/([^@/]*@)?(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)([:/]|$)/i.test(url)
    )
      return;
    yield {
      ...problem('local', setting, { name: setting.name, value: describeValue(setting.name, setting.value) }),
      confidence: confidenceIn(settings, setting),
      remedy: takeFromEnvironment(facts, {
        setting: setting.name,
        variable: setting.reads[0] ?? 'REDIS_URL',
        wanted: 'text',
        summary: 'Take the address of the broker from the environment, without a default.',
      }),
    };
  },
});
