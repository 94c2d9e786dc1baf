/** dynaconf's `Dynaconf`, alias `LazySettings`: settings that are loaded when they are first asked for. */
import { fn, type Machine, method, nativeClass, textOf } from '../evaluate/native.js';
import { bool, none, type PyClass, type PyInstance, type PyUnknown, type PyValue } from '../evaluate/value.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import { getSetting } from './dynaconf-get.js';
import { type Loaded, load } from './dynaconf-load.js';
import { type DynaconfOptions, readOptions } from './dynaconf-options.js';
import { withSetting } from './dynaconf-reading.js';
import { setValue } from './dynaconf-store.js';
import { validate, validatorList } from './dynaconf-validators.js';

/** What an object was made with, and what came of loading it, once it is. */
interface State {
  readonly keywords: ReadonlyMap<string, PyValue>;
  readonly defaults: Partial<DynaconfOptions>;
  readonly loaded?: { readonly loaded: Loaded; readonly options: DynaconfOptions };
}

/** Attributes that are dynaconf's own; what they give or do is not followed. */
const OWN = new Set(
  (
    'SETTINGS_MODULE as_dict clean configure configured current_env current_namespace dynaconf dynaconf_banner dynaconf_clone environ ' +
    'execute_loaders exists_in_environ filter_strategy find_file flag fresh from_env get_environ get_fresh is_overridden items keys ' +
    'load_extra_yaml load_file load_includes loaded_by_loaders loaded_envs loaded_namespaces loaders logger namespace path_for ' +
    'populate_obj pre_load reload setenv settings_file settings_module store to_dict unset unset_all update using_env ' +
    'using_namespace values setdefault'
  ).split(' '),
);
/** Those that change what the object holds. */
const CHANGES =
  /^(?:clean|configure|execute_loaders|load_|namespace$|pre_load|reload|set|unset|update|using_|fresh|store)/u;

const CASTS: Readonly<Record<string, string>> = {
  as_bool: '@bool',
  as_int: '@int',
  as_float: '@float',
  as_json: '@json',
};

/** The class under both its names. */
export function dynaconfClass(machine: Machine): PyClass {
  return machine.once('dynaconf.LazySettings', () => makeClass(machine));
}

/** An object with other defaults than those of `Dynaconf()`. */
export function makeObject(
  machine: Machine,
  keywords: ReadonlyMap<string, PyValue>,
  defaults: Partial<DynaconfOptions>,
): PyInstance {
  const made = machine.call(dynaconfClass(machine));
  if (made.kind !== 'instance') throw new TypeError('a model makes its own instances');
  made.payload = { keywords, defaults } satisfies State;
  return made;
}

function makeClass(machine: Machine): PyClass {
  const accept = { unknowns: 'accept' } as const;
  const get = (name: string, cast?: string) =>
    method(
      `LazySettings.${name}`,
      '(self, key, default=, cast=, **extra)',
      (m, args) => {
        const self = selfOf(args.get('self'));
        if (args.extra.size > 0) return m.unknown('such a look into dynaconf is not followed');
        const ask = { otherwise: args.optional('default'), cast: cast ?? args.some('cast') };
        return m.each(args.get('key'), (key) => reading(m, self, (state) => getSetting(m, state, key, ask)));
      },
      accept,
    );
  return nativeClass(machine, {
    name: 'LazySettings',
    module: 'dynaconf.base',
    members: {
      __init__: method(
        'LazySettings.__init__',
        '(self, wrapped=, **extra)',
        (m, args) => {
          const self = selfOf(args.get('self'));
          const extra = args.some('wrapped') ? new Map([['wrapped', none as PyValue]]) : args.extra;
          m.touch(self);
          self.payload = { keywords: extra, defaults: {} } satisfies State;
          return none;
        },
        accept,
      ),
      __getattr__: method(
        'LazySettings.__getattr__',
        '(self, name)',
        (m, args) => attribute(m, selfOf(args.get('self')), textOf(args.get('name')) ?? ''),
        accept,
      ),
      __getitem__: method(
        'LazySettings.__getitem__',
        '(self, item)',
        (m, args) => {
          const self = selfOf(args.get('self'));
          return m.each(args.get('item'), (key) =>
            reading(m, self, (state) =>
              getSetting(m, state, key, { wanted: (text) => m.raise('KeyError', `${text} does not exist`) }),
            ),
          );
        },
        accept,
      ),
      __contains__: method(
        'LazySettings.__contains__',
        '(self, item)',
        (m, args) => m.each(args.get('item'), (key) => contains(m, selfOf(args.get('self')), key)),
        accept,
      ),
      __iter__: method(
        'LazySettings.__iter__',
        '(self)',
        (m) => m.unknown('the names in dynaconf are not followed'),
        accept,
      ),
      __call__: get('__call__'),
      get: get('get'),
      exists: method(
        'LazySettings.exists',
        '(self, key, fresh=)',
        (m, args) => m.each(args.get('key'), (key) => contains(m, selfOf(args.get('self')), key)),
        accept,
      ),
      ...Object.fromEntries(Object.entries(CASTS).map(([name, cast]) => [name, get(name, cast)])),
      set: setter('set', '(self, key, value, **extra)', 'key'),
      __setitem__: setter('__setitem__', '(self, key, value)', 'key'),
      __setattr__: setter('__setattr__', '(self, name, value)', 'name'),
    },
  });
}

function setter(name: string, signature: string, parameter: string) {
  return method(
    `LazySettings.${name}`,
    signature,
    (m, args) => {
      const self = selfOf(args.get('self'));
      reading(m, self, ({ loaded, options }) => {
        const key = textOf(args.get(parameter));
        const store = { ...loaded.store, values: new Map(loaded.store.values) };
        if (key === undefined || args.extra.size > 0)
          store.open ??= m.unknown('the settings change what dynaconf holds');
        else setValue(m, store, key, args.get('value'));
        // From now on no variable has a say.
        const head = key?.split(/\.|__/u)[0]?.toUpperCase() ?? '';
        change(m, self, { loaded: { ...loaded, store, given: new Map([...loaded.given, [head, []]]) }, options });
        return none;
      });
      return none;
    },
    { unknowns: 'accept' },
  );
}

function change(machine: Machine, self: PyInstance, loaded: NonNullable<State['loaded']>): void {
  machine.touch(self);
  self.payload = { ...(self.payload as State), loaded } satisfies State;
}

const selfOf = (value: PyValue): PyInstance => {
  if (value.kind !== 'instance') throw new TypeError('a method of LazySettings has an instance');
  return value;
};

/** Go on with what an object holds; loads it first where nothing has asked before. */
export function reading(
  machine: Machine,
  self: PyInstance,
  then: (loaded: NonNullable<State['loaded']>) => PyValue,
): PyValue {
  const { keywords, defaults, loaded } = self.payload as State;
  if (loaded) return then(loaded);
  const made = loadedNow(machine, keywords, defaults);
  if (!('loaded' in made)) return made;
  change(machine, self, made);
  return then(made);
}

function loadedNow(
  machine: Machine,
  keywords: State['keywords'],
  defaults: State['defaults'],
): NonNullable<State['loaded']> | PyUnknown {
  try {
    const options = readOptions(machine, keywords, defaults);
    const loaded = load(machine, options);
    validate(machine, loaded, options);
    return { loaded, options };
  } catch (error) {
    if (!(error instanceof DynaconfDoubt)) throw error;
    return error.cause ? machine.derive(error.cause) : machine.unknown(error.why);
  }
}

function attribute(machine: Machine, self: PyInstance, name: string): PyValue {
  if (name === 'validators') return validatorList(machine);
  if (OWN.has(name) || name.startsWith('_')) {
    const why = machine.unknown(`\`${name}\` of dynaconf is not followed`);
    if (!CHANGES.test(name)) return why;
    return fn(
      `LazySettings.${name}`,
      '(*args, **extra)',
      (m) => {
        reading(m, self, ({ loaded, options }) => {
          change(m, self, { loaded: { ...loaded, store: { ...loaded.store, open: why } }, options });
          return none;
        });
        return why;
      },
      { unknowns: 'accept' },
    );
  }
  if ((self.payload as State).defaults.capitals && name !== name.toUpperCase())
    return machine.unknown('names in small letters of the global dynaconf object are not followed');
  const missing = () => machine.raise('AttributeError', `'Settings' object has no attribute '${name.toUpperCase()}'`);
  return reading(machine, self, (state) =>
    getSetting(machine, state, { kind: 'str', value: name }, { wanted: missing }),
  );
}

function contains(machine: Machine, self: PyInstance, key: PyValue): PyValue {
  const text = textOf(key);
  if (text === undefined) return machine.unknown('the name is not known', { type: 'bool' });
  if (text.includes('.') || text.includes('__'))
    return machine.unknown('nested names are not looked for', { type: 'bool' });
  return reading(machine, self, ({ loaded, options }) =>
    withSetting(machine, loaded, options, text.toUpperCase(), { how: 'presence' }, (value) => {
      if (loaded.store.open) return machine.derive(loaded.store.open, { type: 'bool' });
      return bool(value !== undefined);
    }),
  );
}
