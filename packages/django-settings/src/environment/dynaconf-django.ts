/** `DjangoDynaconf(__name__)`: Django's settings object gives way to dynaconf's, and the module gets what that holds. */
import { type Assign, afterSettings, withAssign } from '../evaluate/after-module.js';
import { freeze } from '../evaluate/freeze.js';
import { split } from '../evaluate/library/posix-path.js';
import { type Bound, type Machine, textOf } from '../evaluate/native.js';
import { bool, type Entry, list, none, type PyModule, type PyValue, str, stringKey } from '../evaluate/value.js';
import { isSettingName } from '../module-run.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import { makeObject, reading } from './dynaconf-object.js';
import { type DynaconfOptions, defaultFiles, optionOf } from './dynaconf-options.js';
import { withSetting } from './dynaconf-reading.js';
import { deployedText } from './files.js';
import { peekVariable } from './process.js';

/** What the call does, and gives. */
export function djangoDynaconf(machine: Machine, args: Bound): PyValue {
  try {
    return takeOver(machine, moduleOf(machine, args.optional('django_settings_module_name')), args.extra);
  } catch (error) {
    if (!(error instanceof DynaconfDoubt)) throw error;
    return leaveUnknown(machine, error.why);
  }
}

/** The module under way, where it is the one that Django loads. */
function moduleOf(machine: Machine, given: PyValue | undefined): PyModule {
  const name = textOf(given);
  const module = name === undefined ? undefined : machine.modules().get(name);
  if (!module?.path || module.namespace !== machine.globals())
    throw new DynaconfDoubt('dynaconf was not given the module that is being executed');
  const loaded = peekVariable(
    machine,
    { name: 'DJANGO_SETTINGS_MODULE', required: false },
    'supplied',
    (found) => found ?? none,
  );
  if (textOf(loaded) !== name) throw new DynaconfDoubt('dynaconf was given a module that others go on from');
  return module;
}

/** All of the module is unknown from here. */
function leaveUnknown(machine: Machine, why: string): PyValue {
  const unknown = machine.unknown(`dynaconf reads it again from its own files and the environment, and ${why}`);
  machine.spoil(machine.globals(), unknown);
  return withoutKey(machine, unknown);
}

/** Django refuses to give an empty key, and dynaconf asks for what it has not. */
function withoutKey(machine: Machine, otherwise: PyValue): PyValue {
  const own = machine.globals().entries.get('SECRET_KEY')?.value;
  if (own && machine.truth(own) === 'yes') return otherwise;
  return machine.branch(
    'maybe',
    () => otherwise,
    () => refuseKey(machine),
    machine.unknown('whether dynaconf has a `SECRET_KEY` is not known'),
  );
}

function refuseKey(machine: Machine): never {
  const message = 'The SECRET_KEY setting must not be empty.';
  return machine.raise(machine.classFrom('django.core.exceptions', 'ImproperlyConfigured'), message);
}

const isUpper = (name: string): boolean => isSettingName(name);

function takeOver(machine: Machine, module: PyModule, extra: ReadonlyMap<string, PyValue>): PyValue {
  const { namespace } = module;
  if (namespace.open) throw new DynaconfDoubt('the names of the module are not all known');
  const settings = new Map<string, Entry>();
  for (const [key, entry] of namespace.entries) {
    if (typeof key !== 'string' || !isUpper(key)) continue;
    if (entry.maybe) throw new DynaconfDoubt(`whether \`${key}\` is set is not known`);
    // What is taken for an option is not made anything of: Django gets it as a list where it is a tuple.
    if (optionOf(key) !== undefined && /^(?:tuple|list|dict|unknown|choice)$/u.test(entry.value.kind))
      throw new DynaconfDoubt(`\`${key}\` is an option of dynaconf`);
    settings.set(key, entry);
  }
  const path = `${machine.root}/${module.path ?? ''}`;
  const root = split(path)[0];
  if (deployedText(machine, `${root}/dynaconf_hooks.py`) !== undefined)
    throw new DynaconfDoubt('what `dynaconf_hooks.py` changes is not followed');
  const own = new Map([...settings].map(([name, { value }]) => [name, value] as const));
  const keywords = new Map([...own, ...extra]);
  if (!keywords.has('load_dotenv')) keywords.set('load_dotenv', bool(true));
  if (!keywords.has('default_settings_paths')) keywords.set('default_settings_paths', list(defaultFiles.map(str)));
  const defaults: Partial<DynaconfOptions> = {
    prefix: 'DJANGO',
    switcher: 'DJANGO_ENV',
    environments: true,
    skipped: [path],
    root,
  };
  const object = makeObject(machine, keywords, defaults);
  const outcome = reading(machine, object, ({ loaded, options }) => {
    const { store } = loaded;
    if (store.open) throw new DynaconfDoubt(store.open.why);
    const given = ['SECRET_KEY'];
    const put = (name: string, assign: Assign) =>
      assign(
        name,
        () =>
          (ownSetting(name) ? store.values.get(name) : undefined) ??
          withSetting(machine, loaded, options, name, { how: 'defaulted' }, (value) => {
            if (!value) throw new DynaconfDoubt(`\`${name}\` is not there any more`);
            return value;
          }),
        settings.get(name)?.origin,
      );
    const done = withAssign(machine, module, (assign) => {
      for (const name of store.values.keys()) {
        if (!isUpper(name) || isInternal(name)) continue;
        put(name, assign);
        given.push(name);
      }
      if (!store.values.has('SECRET_KEY')) giveKey(machine, loaded, options, assign, settings.get('SECRET_KEY'));
      for (const name of ['settings', 'DYNACONF']) assign(name, () => object);
    });
    if (!done) throw new DynaconfDoubt('dynaconf was called by a function');
    watch(machine, new Map(given.map((name) => [name, namespace.entries.get(stringKey(name))?.value ?? none])));
    return object;
  });
  // Even what it was told to do is not known.
  if (outcome.kind === 'unknown') throw new DynaconfDoubt(outcome.why);
  return outcome;
}

/** Settings that nobody means to give. */
const ownSetting = (name: string): boolean => name === 'LOAD_DOTENV' || name === 'DEFAULT_SETTINGS_PATHS';

/** Names in capitals that stay dynaconf's own. */
function isInternal(name: string): boolean {
  return optionOf(name) !== undefined && /_FOR_DYNACONF$|^(?:SETTINGS_MODULE|PROJECT_ROOT|DYNACONF_)/u.test(name);
}

function giveKey(
  machine: Machine,
  loaded: Parameters<typeof withSetting>[1],
  options: DynaconfOptions,
  assign: Assign,
  before: Entry | undefined,
): void {
  if (before) return;
  const read = () =>
    withSetting(machine, loaded, options, 'SECRET_KEY', { how: 'required' }, (value) => value ?? refuseKey(machine));
  assign('SECRET_KEY', read);
}

/** What the module changes afterwards, a part of Django sees and another does not. */
function watch(machine: Machine, values: ReadonlyMap<string, PyValue>): void {
  const shown = (value: PyValue): string =>
    JSON.stringify(freeze(value), (_, one) => (typeof one === 'bigint' ? `${one}n` : one));
  const before = new Map([...values].map(([name, value]) => [name, shown(value)]));
  afterSettings(machine, 'dynaconf', (module, assign) => {
    for (const [key, entry] of [...module.namespace.entries]) {
      if (typeof key !== 'string' || !isUpper(key) || key === 'DYNACONF') continue;
      if (before.get(key) === shown(entry.value)) continue;
      const isOption = !before.has(key) && optionOf(key) !== undefined;
      if (!isOption)
        assign(key, () => machine.unknown(`\`${key}\` is changed after dynaconf has taken its place`), entry.origin);
    }
  });
}
