/** Redis, RabbitMQ or Memcached on the machine itself: PythonAnywhere runs none of them. */
import {
  defineRule,
  entriesOf,
  hasFinalValues,
  itemsOf,
  lookup,
  maskText,
  minutes,
  openVariables,
  type Setting,
  settings,
  stringOf,
  type Value,
  web,
} from '@django-golive/core';
import { hostOfAddress, isLocalHost } from '../local-host.js';

export const localService = defineRule({
  id: 'pythonanywhere/local-service',
  title: "A service is looked for on the web worker's own machine",
  sound: "No service is looked for on the web worker's own machine",
  category: 'caching-performance',
  severity: 'high',
  effort: minutes(30),
  risk: 'Every use of the cache, the channel layer or the task queue ends with a refused connection.',
  references: [web('PythonAnywhere: Kinds of databases', 'https://help.pythonanywhere.com/pages/KindsOfDatabases/')],
  since: '0.1.0',
  needs: { settings },
  problems: { refused: '`{setting}` names `{address}`; no such service runs on PythonAnywhere.' },
  questions: {
    fallback: '`{setting}` names `{address}` unless {variables} says otherwise. Is it set on PythonAnywhere?',
  },
  when: ({ settings }) => hasFinalValues(settings) && canTell(addresses(settings)),
  *check({ settings }, { problem, question }) {
    for (const { setting, value } of addresses(settings)) {
      const address = stringOf(value);
      const host = address === undefined ? undefined : hostOfAddress(address);
      if (address === undefined || host === undefined || host === '' || !isLocalHost(host)) continue;
      const reads = openVariables(settings, setting).filter((name) => /URL|HOST|BROKER|REDIS|CACHE|SERVER/i.test(name));
      const data = { setting: setting.name, address: maskText(address) };
      if (reads.length > 0)
        yield question('fallback', setting, { ...data, variables: reads.map((name) => `\`${name}\``).join(', ') });
      else {
        yield {
          ...problem('refused', setting, data),
          remedy:
            setting.name === 'CACHES'
              ? {
                  summary: 'Use the database as the cache, or a Redis elsewhere from a paid plan.',
                  code: "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.db.DatabaseCache', 'LOCATION': 'django_cache'}}\n# once: python manage.py createcachetable",
                  language: 'python',
                  path: setting.at.path,
                }
              : { summary: 'Use a server elsewhere, from a paid plan, or do without it.' },
        };
      }
    }
  },
});

/** Of an address that is not known nothing can be said, so that only a known one among them can be wrong. */
function canTell(found: readonly { readonly value: Value }[]): boolean {
  const hosts = found.map(({ value }) => hostOfAddress(stringOf(value) ?? ''));
  return (
    hosts.some((host) => host !== undefined && host !== '' && isLocalHost(host)) ||
    (found.length > 0 && found.every(({ value }) => stringOf(value) !== undefined))
  );
}

function addresses(settings: {
  get(name: string): Setting;
}): readonly { readonly setting: Setting; readonly value: Value }[] {
  const caches = settings.get('CACHES');
  const found = entriesOf(caches.value)
    .filter(([, cache]) => /redis|memcache/i.test(stringOf(lookup(cache, 'BACKEND')) ?? ''))
    .flatMap(([, cache]) => listOf(lookup(cache, 'LOCATION')).map((value) => ({ setting: caches, value })));
  const layers = settings.get('CHANNEL_LAYERS');
  for (const [, layer] of entriesOf(layers.value)) {
    for (const host of listOf(lookup(lookup(layer, 'CONFIG'), 'hosts'))) {
      found.push({
        setting: layers,
        value: host.kind === 'tuple' ? (host.items[0] ?? host) : (lookup(host, 'address') ?? host),
      });
    }
  }
  for (const name of ['CELERY_BROKER_URL', 'BROKER_URL']) {
    const setting = settings.get(name);
    if (setting.origin === 'assigned') found.push({ setting, value: setting.value });
  }
  return found;
}

function listOf(value: Value | undefined): readonly Value[] {
  if (!value) return [];
  return value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple' ? itemsOf(value) : [value];
}
