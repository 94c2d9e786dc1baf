/** django-heroku and its heir django-on-heroku: one call that writes a dozen settings over those of the module. */

import { parseJson } from '../evaluate/library/json-text.js';
import { markMade } from '../evaluate/library/project-files.js';
import { type Bound, fn, type Machine, type NativeModule } from '../evaluate/native.js';
import { bool, int, list, none, type PyDict, type PyValue, record, str, stringKey, tuple } from '../evaluate/value.js';
import { peekVariable, readVariable } from './process.js';

/** The modules `django_heroku` and `django_on_heroku`. */
export const djangoHerokuModule: NativeModule = {
  standard: false,
  load: () => ({
    settings: fn(
      'django_heroku.settings',
      '(config, *, db_colors=, databases=, test_runner=, staticfiles=, allowed_hosts=, logging=, secret_key=)',
      (machine, args) => {
        const config = args.get('config');
        if (config.kind !== 'dict') return machine.unknown('`django_heroku.settings` was not given `locals()`');
        apply(machine, config, args);
        return none;
      },
      { unknowns: 'accept' },
    ),
    MAX_CONN_AGE: int(600),
  }),
};

const WHITENOISE = 'whitenoise.middleware.WhiteNoiseMiddleware';

function apply(machine: Machine, config: PyDict, args: Bound): void {
  const wants = (name: string, otherwise = true) => {
    const given = args.optional(name);
    return given === undefined ? otherwise : machine.truth(given) !== 'no';
  };
  const put = (name: string, value: PyValue) => machine.setItem(config, str(name), value);
  const get = (name: string) => config.entries.get(stringKey(name))?.value;
  if (wants('test_runner') && isSet(machine, 'CI') === 'yes')
    put('TEST_RUNNER', str('django_heroku.HerokuDiscoverRunner'));
  if (wants('staticfiles')) {
    const base = get('BASE_DIR') ?? machine.raise('KeyError', 'BASE_DIR');
    const root = machine.call(machine.from('os.path', 'join'), [base, str('staticfiles')]);
    put('STATIC_ROOT', root);
    put('STATIC_URL', str('/static/'));
    if (root.kind === 'str') markMade(machine, root.value, 'directory');
    const old = get('MIDDLEWARE_CLASSES');
    const name = old ? 'MIDDLEWARE_CLASSES' : 'MIDDLEWARE';
    const middleware = old ?? get('MIDDLEWARE') ?? machine.raise('KeyError', 'MIDDLEWARE');
    put(name, tuple([str(WHITENOISE), ...machine.iterate(middleware)]));
    put('STATICFILES_STORAGE', str('whitenoise.storage.CompressedManifestStaticFilesStorage'));
  }
  if (wants('allowed_hosts')) put('ALLOWED_HOSTS', list([str('*')]));
  if (wants('logging')) put('LOGGING', parseJson(LOGGING));
  if (wants('secret_key')) {
    const read = { name: 'SECRET_KEY', required: false };
    readVariable(machine, read, 'presence', (found) => {
      if (found) put('SECRET_KEY', found);
      else dependsOn(machine, config, 'SECRET_KEY', 'SECRET_KEY');
      return none;
    });
  }
  // What a call has read, all that it writes later depends on: what depends on nothing is written first.
  if (wants('databases')) applyDatabases(machine, config, put, get);
}

/** A name keeps its value because the variable that would replace it is not given. */
function dependsOn(machine: Machine, config: PyDict, name: string, variable: string): void {
  const key = stringKey(name);
  const entry = config.entries.get(key);
  if (!entry || !config.namespace) return;
  const { steps = [], made, reads = [] } = entry.origin ?? { made: undefined };
  machine.touch(config);
  const origin = { steps, made, reads: new Set([...reads, variable]) };
  config.entries.set(key, { ...entry, origin });
}

function applyDatabases(
  machine: Machine,
  config: PyDict,
  put: (name: string, value: PyValue) => void,
  get: (name: string) => PyValue | undefined,
): void {
  if (!get('DATABASES')) put('DATABASES', record({ default: none }));
  const age = get('CONN_MAX_AGE') ?? int(600);
  const read = { name: 'DATABASE_URL', required: false, cast: 'database URL' };
  readVariable(machine, read, 'presence', (found) => {
    const databases = get('DATABASES');
    dependsOn(machine, config, 'DATABASES', read.name);
    if (!found || !databases) return none;
    const parse = machine.from('dj_database_url', 'parse');
    const options = new Map<string, PyValue>([
      ['conn_max_age', age],
      ['ssl_require', bool(true)],
    ]);
    machine.setItem(databases, str('default'), machine.call(parse, [found], options));
    return none;
  });
  if (config.open) machine.spend(1);
}

function isSet(machine: Machine, name: string): 'yes' | 'no' {
  const found = peekVariable(machine, { name, required: false }, 'presence', (value) => bool(value !== undefined));
  return found.kind === 'bool' && found.value ? 'yes' : 'no';
}

const FORMAT =
  '%(asctime)s [%(process)d] [%(levelname)s] pathname=%(pathname)s lineno=%(lineno)s funcname=%(funcName)s %(message)s';

const LOGGING = JSON.stringify({
  version: 1,
  disable_existing_loggers: false,
  formatters: {
    verbose: { format: FORMAT, datefmt: '%Y-%m-%d %H:%M:%S' },
    simple: { format: '%(levelname)s %(message)s' },
  },
  handlers: {
    null: { level: 'DEBUG', class: 'logging.NullHandler' },
    console: { level: 'DEBUG', class: 'logging.StreamHandler', formatter: 'verbose' },
  },
  loggers: { testlogger: { handlers: ['console'], level: 'INFO' } },
});
