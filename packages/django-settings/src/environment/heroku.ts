/** django-heroku and its heir django-on-heroku: one call that writes a dozen settings over those of the module. */

import { parseJson } from '../evaluate/library/json-text.js';
import { markMade } from '../evaluate/library/project-files.js';
import { type Bound, fn, type Machine, type NativeModule } from '../evaluate/native.js';
import { Raised } from '../evaluate/raised.js';
import { bool, int, list, none, type PyDict, type PyValue, record, str, stringKey, tuple } from '../evaluate/value.js';
import { packageAtLeast } from './package-version.js';
import { peekVariable, readVariable, variableNames } from './process.js';

/** The module `django_heroku`. */
export const djangoHerokuModule = herokuModule('django_heroku');

/** The module `django_on_heroku`: the same with two keywords more, and WhiteNoise after the security middleware. */
export const djangoOnHerokuModule = herokuModule('django_on_heroku');

type Package = 'django_heroku' | 'django_on_heroku';

function herokuModule(name: Package): NativeModule {
  const common = 'db_colors=, databases=, test_runner=, staticfiles=, allowed_hosts=, logging=, secret_key=';
  const signature = `(config, *, ${common}${name === 'django_heroku' ? '' : ', geodjango=, db_ssl_required='})`;
  return {
    standard: false,
    load: () => ({
      settings: fn(
        `${name}.settings`,
        signature,
        (machine, args) => {
          const config = args.get('config');
          if (config.kind !== 'dict') return machine.unknown(`\`${name}.settings\` was not given \`locals()\``);
          apply(machine, name, config, args);
          return none;
        },
        { unknowns: 'accept' },
      ),
      ...(name === 'django_heroku' ? { MAX_CONN_AGE: int(600) } : {}),
    }),
  };
}

const WHITENOISE = 'whitenoise.middleware.WhiteNoiseMiddleware';
const SECURITY = 'django.middleware.security.SecurityMiddleware';

function apply(machine: Machine, name: Package, config: PyDict, args: Bound): void {
  const wants = (name: string, otherwise = true) => {
    const given = args.optional(name);
    return given === undefined ? otherwise : machine.truth(given) !== 'no';
  };
  const put = (setting: string, value: PyValue) => machine.setItem(config, str(setting), value);
  const get = (setting: string) => config.entries.get(stringKey(setting))?.value;
  if (wants('test_runner') && isSet(machine, 'CI') === 'yes') put('TEST_RUNNER', str(`${name}.HerokuDiscoverRunner`));
  if (wants('staticfiles')) {
    const base = get('BASE_DIR') ?? machine.raise('KeyError', 'BASE_DIR');
    const root = machine.call(machine.from('os.path', 'join'), [base, str('staticfiles')]);
    put('STATIC_ROOT', root);
    put('STATIC_URL', str('/static/'));
    if (root.kind === 'str') markMade(machine, root.value, 'directory');
    const old = get('MIDDLEWARE_CLASSES');
    const middleware = old ?? get('MIDDLEWARE') ?? machine.raise('KeyError', 'MIDDLEWARE');
    put(old ? 'MIDDLEWARE_CLASSES' : 'MIDDLEWARE', withWhiteNoise(machine, name, middleware));
    put('STATICFILES_STORAGE', str('whitenoise.storage.CompressedManifestStaticFilesStorage'));
  }
  if (wants('allowed_hosts')) put('ALLOWED_HOSTS', list([str('*')]));
  if (wants('logging')) put('LOGGING', parseJson(LOGGING));
  if (wants('secret_key')) {
    const read = { name: 'SECRET_KEY', required: false };
    // Settings without a key of their own rely on it: production has it, since nothing would start otherwise.
    readVariable(machine, read, get('SECRET_KEY') ? 'presence' : 'required', (found) => {
      if (found) put('SECRET_KEY', found);
      else dependsOn(machine, config, 'SECRET_KEY', 'SECRET_KEY');
      return none;
    });
  }
  // What a call has read, all that it writes later depends on: what depends on nothing is written first.
  if (wants('databases')) applyDatabases(machine, name, config, args);
}

/** django-heroku puts it first, its heir right after the security middleware, where that is there. */
function withWhiteNoise(machine: Machine, name: Package, middleware: PyValue): PyValue {
  const items = [...machine.iterate(middleware)];
  const security = items.findIndex((item) => item.kind === 'str' && item.value === SECURITY);
  items.splice(name === 'django_heroku' ? 0 : security + 1, 0, str(WHITENOISE));
  return tuple(items);
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

function applyDatabases(machine: Machine, name: Package, config: PyDict, args: Bound): void {
  const get = (setting: string) => config.entries.get(stringKey(setting))?.value;
  if (!get('DATABASES')) machine.setItem(config, str('DATABASES'), record({ default: none }));
  const otherwise = ageOf(machine, name);
  const age = get('CONN_MAX_AGE') ?? otherwise;
  const options = new Map<string, PyValue>([
    ['conn_max_age', age],
    ['ssl_require', args.optional('db_ssl_required') ?? bool(true)],
  ]);
  const colours = args.optional('db_colors');
  if (colours && machine.truth(colours) !== 'no') addColours(machine, get('DATABASES'), options);
  const read = { name: 'DATABASE_URL', required: false, cast: 'database URL' };
  readVariable(machine, read, 'presence', (found) => {
    const databases = get('DATABASES');
    dependsOn(machine, config, 'DATABASES', read.name);
    if (!found || !databases) return none;
    const made = configured(machine, databases, options);
    const geo = args.optional('geodjango');
    const asked = geo !== undefined && machine.truth(geo) !== 'no';
    const database = asked ? geographic(machine, made) : made;
    machine.setItem(databases, str('default'), database);
    if (isSet(machine, 'CI') === 'yes') {
      const test = name === 'django_heroku' ? database : machine.invoke(database, 'copy');
      machine.setItem(database, str('TEST'), test);
    }
    return none;
  });
}

/** Where an error stops it, the database that would have come is not known. */
function configured(machine: Machine, databases: PyValue, options: ReadonlyMap<string, PyValue>): PyValue {
  try {
    return machine.call(machine.from('dj_database_url', 'config'), [], options);
  } catch (error) {
    if (error instanceof Raised)
      machine.setItem(databases, str('default'), machine.unknown('an error would have stopped the settings here'));
    throw error;
  }
}

/** The heir also takes CONN_MAX_AGE from the environment. */
function ageOf(machine: Machine, name: Package): PyValue {
  if (name === 'django_heroku') return int(600);
  const read = { name: 'CONN_MAX_AGE', required: false, cast: 'int', default: int(600) };
  return readVariable(machine, read, 'defaulted', (found) =>
    found ? machine.call(machine.builtin('int'), [found]) : int(600),
  );
}

/** Every HEROKU_POSTGRESQL_COLOUR_URL becomes a database of that name. */
function addColours(machine: Machine, databases: PyValue | undefined, options: ReadonlyMap<string, PyValue>): void {
  if (!databases) return;
  const prefix = 'HEROKU_POSTGRESQL';
  for (const variable of variableNames(machine).names) {
    if (!variable.startsWith(prefix)) continue;
    const colour = variable.slice(prefix.length + 1).split('_')[0] ?? '';
    readVariable(machine, { name: variable, required: false, cast: 'database URL' }, 'presence', (found) => {
      if (found)
        machine.setItem(
          databases,
          str(colour),
          machine.call(machine.from('dj_database_url', 'parse'), [found], options),
        );
      return none;
    });
  }
}

/** `geodjango=True` takes the engine from a table that dj-database-url 3 no longer has. */
function geographic(machine: Machine, made: PyValue): PyValue {
  if (packageAtLeast(machine, 'dj-database-url', 3))
    return machine.raise('AttributeError', "module 'dj_database_url' has no attribute 'SCHEMES'");
  const engine = machine.getItem(made, str('ENGINE'));
  machine.setItem(made, str('ENGINE'), machine.derive(engine, { type: 'str', truth: true }));
  return made;
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
