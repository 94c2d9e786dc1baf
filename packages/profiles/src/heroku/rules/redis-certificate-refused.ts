/** Heroku's Redis speaks TLS with a self-signed certificate, which clients refuse unless told otherwise. */
import {
  defineRule,
  entriesOf,
  hasFinalValues,
  isTrue,
  itemsOf,
  lookup,
  minutes,
  project,
  type Setting,
  type Settings,
  settings,
  stringOf,
  type Value,
  variablesOf,
  web,
} from '@django-golive/core';
import { herokuShown } from '../detection.js';

const heroku = /^REDIS(_TLS)?_URL$/;

export const redisCertificateRefused = defineRule({
  id: 'heroku/redis-certificate-refused',
  title: "The Redis client refuses Heroku's certificate",
  sound: "The Redis client accepts Heroku's certificate",
  category: 'caching-performance',
  severity: 'critical',
  effort: minutes(20),
  risk: 'Every use of the cache or the channel layer ends with CERTIFICATE_VERIFY_FAILED, and Celery stops with ValueError at its results.',
  references: [
    web(
      'Heroku: Connecting to Heroku Key-Value Store',
      'https://devcenter.heroku.com/articles/connecting-heroku-redis',
    ),
  ],
  since: '0.1.0',
  needs: { herokuShown, settings, project },
  problems: {
    cache:
      "`CACHES['{alias}']` connects to `{variable}` and leaves certificate checks on; Heroku's certificate is self-signed.",
    channels:
      "`CHANNEL_LAYERS['{alias}']` connects to `{variable}` and leaves certificate checks on; Heroku's certificate is self-signed.",
    celery:
      '`{setting}` connects to `{variable}`, and nothing says what Celery shall do with its self-signed certificate: without `ssl_cert_reqs` it raises `ValueError`.',
  },
  questions: {
    silent:
      "`CACHES['{alias}']` connects to `{variable}`, leaves certificate checks on and ignores exceptions; Heroku's certificate is self-signed. Does it keep anything?",
    platform:
      '`{setting}` connects to `{variable}` and leaves certificate checks on. Is that the Redis of Heroku, whose certificate is self-signed?',
  },
  when: ({ settings }) => hasFinalValues(settings) && connections(settings).length > 0,
  *check({ herokuShown, settings, project }, { problem, question }) {
    // Whoever names the option has dealt with it, though perhaps behind a condition that cannot be followed.
    const files = [...settings.files, ...project.paths.filter((path) => /(^|\/)celery(_app)?\.py$/.test(path))];
    if (files.some((path) => /ssl_cert_reqs|CERT_NONE|verify_mode/i.test(project.file(path)?.text ?? ''))) return;
    for (const { kind, setting, alias, variable } of connections(settings)) {
      // A reader that takes the address apart gives a dict, not an address.
      if (files.some((path) => takesApart(project.file(path)?.text ?? '', variable))) continue;
      if (!herokuShown) yield question('platform', setting, { setting: setting.name, variable });
      else if (kind === 'celery') {
        yield {
          ...problem('celery', setting, { setting: setting.name, variable }),
          confidence: 'firm',
          remedy: {
            summary:
              'Tell Celery not to verify the certificate of its results, where the address asks for TLS: a local Redis goes on without.',
            code: `import ssl\n\nif ${setting.name}.startswith('rediss://'):\n    CELERY_REDIS_BACKEND_USE_SSL = {'ssl_cert_reqs': ssl.CERT_NONE}`,
            language: 'python',
            path: setting.at.path,
          },
        };
      } else if (kind === 'cache' && ignoresExceptions(settings, alias))
        yield question('silent', setting, { alias, variable });
      else yield { ...problem(kind, setting, { alias, variable }), confidence: 'firm' };
    }
  },
});

interface Connection {
  readonly kind: 'cache' | 'channels' | 'celery';
  readonly setting: Setting;
  readonly alias: string;
  readonly variable: string;
}

function connections(settings: { get(name: string): Setting }): readonly Connection[] {
  const found: Connection[] = [];
  const add = (kind: Connection['kind'], setting: Setting, alias: string, value: Value | undefined): void => {
    const variable = value && unknownUrl(value).find((name) => heroku.test(name));
    if (variable) found.push({ kind, setting, alias, variable });
  };
  const caches = settings.get('CACHES');
  for (const [alias, cache] of entriesOf(caches.value)) {
    if (/redis/i.test(stringOf(lookup(cache, 'BACKEND')) ?? '')) add('cache', caches, alias, lookup(cache, 'LOCATION'));
  }
  const layers = settings.get('CHANNEL_LAYERS');
  for (const [alias, layer] of entriesOf(layers.value))
    add('channels', layers, alias, lookup(lookup(layer, 'CONFIG'), 'hosts'));
  // kombu verifies nothing of a `rediss://` broker unless it is told to; Celery's own backend wants an answer.
  const results = settings.get('CELERY_RESULT_BACKEND');
  if (results.origin === 'assigned' && settings.get('CELERY_REDIS_BACKEND_USE_SSL').origin !== 'assigned')
    add('celery', results, '', results.value);
  return found;
}

/** Whether `env.cache_url('REDIS_URL')` or another such reader of django-environ reads the variable. */
function takesApart(text: string, variable: string): boolean {
  return new RegExp(`\\.(?:cache|cache_url|db|db_url|channels|channels_url)\\(\\s*['"]${variable}['"]`).test(text);
}

/** django-redis treats an error as a miss where it is told to. */
function ignoresExceptions(settings: Settings, alias: string): boolean {
  const own = lookup(lookup(lookup(settings.get('CACHES').value, alias), 'OPTIONS'), 'IGNORE_EXCEPTIONS');
  return isTrue(own ?? settings.get('DJANGO_REDIS_IGNORE_EXCEPTIONS').value) !== 'no';
}

/** The variables of addresses that are not known: a known one shows its own scheme. */
function unknownUrl(value: Value): readonly string[] {
  return [value, ...itemsOf(value)].flatMap((item) => (item.kind === 'unknown' ? variablesOf(item) : []));
}
