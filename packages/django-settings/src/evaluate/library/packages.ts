/** Packages that settings call without getting a value out of it, and constants of packages that settings build on. */

import { versionOf } from '../../environment/surroundings.js';
import { fn, instance, type Machine, type NativeModule } from '../native.js';
import { packageCode } from '../package-code.js';
import { none, type PyValue, record, str, tuple } from '../value.js';
import { partialClass } from './partial-class.js';

/** The modules by name. */
export function packageModules(): readonly (readonly [string, NativeModule])[] {
  const foreign = (load: NativeModule['load'], isPackage = false): NativeModule => ({
    standard: false,
    load,
    isPackage,
  });
  const calls = (module: string, names: readonly string[]) =>
    foreign(() => Object.fromEntries(names.map((name) => [name, silent(`${module}.${name}`)])), true);
  const integration = (module: string, name: string): readonly [string, NativeModule] => [
    `sentry_sdk.integrations.${module}`,
    foreign((machine) => ({ [name]: objectClass(machine, `sentry_sdk.integrations.${module}`, name) })),
  ];
  return [
    [
      'sentry_sdk',
      calls('sentry_sdk', ['init', 'set_tag', 'set_context', 'set_user', 'capture_exception', 'capture_message']),
    ],
    ['sentry_sdk.integrations', foreign(() => ({}), true)],
    integration('django', 'DjangoIntegration'),
    integration('celery', 'CeleryIntegration'),
    integration('redis', 'RedisIntegration'),
    integration('rq', 'RqIntegration'),
    integration('aiohttp', 'AioHttpIntegration'),
    [
      'sentry_sdk.integrations.logging',
      foreign((machine) => ({
        LoggingIntegration: objectClass(machine, 'sentry_sdk.integrations.logging', 'LoggingIntegration'),
        ignore_logger: silent('sentry_sdk.integrations.logging.ignore_logger'),
      })),
    ],
    ['rollbar', calls('rollbar', ['init', 'report_exc_info', 'report_message'])],
    ['bugsnag', calls('bugsnag', ['configure'])],
    ['newrelic', foreign(() => ({}), true)],
    ['newrelic.agent', calls('newrelic.agent', ['initialize'])],
    [
      'pymysql',
      foreign(
        (machine) => ({
          install_as_MySQLdb: silent('pymysql.install_as_MySQLdb'),
          version_info: machine.unknown("`pymysql.version_info` is a package's value", { type: 'tuple', truth: true }),
          __version__: machine.unknown("`pymysql.__version__` is a package's value", { type: 'str', truth: true }),
        }),
        true,
      ),
    ],
    [
      'cloudinary',
      foreign(
        (machine) => ({
          config: silent('cloudinary.config'),
          CloudinaryImage: machine.unknown(packageCode('cloudinary.CloudinaryImage')),
        }),
        true,
      ),
    ],
    ['django_stubs_ext', calls('django_stubs_ext', ['monkeypatch'])],
    ['celery', foreign(() => ({}), true)],
    [
      'celery.schedules',
      foreign((machine) =>
        Object.fromEntries(
          ['crontab', 'schedule', 'solar'].map((name) => [name, objectClass(machine, 'celery.schedules', name)]),
        ),
      ),
    ],
    ['kombu', foreign(kombuEntities, true)],
    ['kombu.entity', foreign(kombuEntities)],
    ['corsheaders', foreign(() => ({}), true)],
    [
      'corsheaders.defaults',
      foreign((machine) => ({ default_headers: corsHeaders(machine), default_methods: texts(CORS_METHODS) })),
    ],
    ['split_settings', foreign(() => ({}), true)],
    ['csp', foreign(() => ({}), true)],
    ['csp.constants', foreign(loadCspConstants)],
  ];
}

const CORS_HEADERS = ['accept', 'authorization', 'content-type', 'user-agent', 'x-csrftoken', 'x-requested-with'];
const CORS_METHODS = ['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** django-csp's constants, version 4. */
function loadCspConstants(machine: Machine): Readonly<Record<string, PyValue>> {
  const names = [
    'none',
    'report-sample',
    'self',
    'strict-dynamic',
    'unsafe-allow-redirects',
    'unsafe-eval',
    'unsafe-hashes',
    'unsafe-inline',
    'wasm-unsafe-eval',
  ];
  return {
    HEADER: str('Content-Security-Policy'),
    HEADER_REPORT_ONLY: str('Content-Security-Policy-Report-Only'),
    ...Object.fromEntries(names.map((name) => [name.toUpperCase().replaceAll('-', '_'), str(`'${name}'`)])),
    NONCE: instance(partialClass(machine, { name: 'Nonce', module: 'csp.constants', members: {} }), undefined),
  };
}

/** Version 4 dropped three of the headers. */
function corsHeaders(machine: Machine): PyValue {
  const major = Number.parseInt(versionOf(machine, 'django-cors-headers') ?? '4', 10);
  return texts(major >= 4 ? CORS_HEADERS : [...CORS_HEADERS, 'accept-encoding', 'dnt', 'origin'].sort());
}

function texts(all: readonly string[]): PyValue {
  return tuple(all.map((one) => str(one)));
}

function silent(qualname: string): PyValue {
  return fn(qualname, '(*args, **extra)', () => none, { unknowns: 'accept' });
}

/** kombu's exchanges and queues, with the attributes they were given. */
function kombuEntities(machine: Machine): Readonly<Record<string, PyValue>> {
  const entity = (name: string, parameters: readonly string[]) =>
    machine.once(`kombu.entity.${name}`, () =>
      partialClass(machine, {
        name,
        module: 'kombu.entity',
        members: {},
        behaviour: {
          construct(_, cls, args) {
            const given = parameters.flatMap((parameter, index) => {
              const value = args.positional[index] ?? args.keywords.get(parameter);
              return value ? [[parameter, value] as const] : [];
            });
            return instance(cls, undefined, record(given));
          },
        },
      }),
    );
  return {
    Exchange: entity('Exchange', ['name', 'type']),
    Queue: entity('Queue', ['name', 'exchange', 'routing_key']),
  };
}

/** A class whose instances settings only pass on. */
function objectClass(machine: Machine, module: string, name: string): PyValue {
  return partialClass(machine, {
    name,
    module,
    members: {},
    behaviour: { construct: (_, cls) => instance(cls, undefined) },
  });
}
