/** django-configurations: settings are the attributes of a class; every class holds all of Django's defaults and its bases' attributes. */

import { afterSettings } from '../evaluate/after-module.js';
import { classMethod, fn, type Machine, type NativeModule, nativeClass } from '../evaluate/native.js';
import { type Entry, none, type PyClass, pyTrue, stringKey } from '../evaluate/value.js';
import { defaultEntries, isSettingAttribute } from './configurations-object.js';
import { loadDotenv, setUp } from './configurations-setup.js';
import { setUpOnClass, valueClasses } from './configurations-values.js';
import { packageAtLeast } from './package-version.js';

/** The module `configurations`, and `configurations.base`. */
export const configurationsModule: NativeModule = {
  standard: false,
  isPackage: true,
  load(machine) {
    afterSettings(machine, 'configurations', (module, assign) => setUp(machine, module, assign));
    return {
      Configuration: machine.once('configurations.Configuration', () => baseClass(machine)),
      pristinemethod: fn(
        'configurations.pristinemethod',
        '(func)',
        (m, args) => {
          m.setAttribute(args.get('func'), 'pristine', pyTrue);
          return { kind: 'descriptor', type: 'staticmethod', get: args.get('func') };
        },
        { unknowns: 'accept' },
      ),
    };
  },
};

/** The module `configurations.values`. */
export const configurationsValuesModule: NativeModule = { standard: false, load: valueClasses };

function baseClass(machine: Machine): PyClass {
  const hook = (name: string, run: (m: Machine, cls: PyClass) => void) =>
    classMethod(`configurations.Configuration.${name}`, '(cls)', (m, args) => {
      const cls = args.get('cls');
      if (cls.kind === 'class') run(m, cls);
      return none;
    });
  const cls = nativeClass(machine, {
    name: 'Configuration',
    module: 'configurations.base',
    members: {
      DOTENV_LOADED: none,
      load_dotenv: hook('load_dotenv', loadDotenv),
      pre_setup: hook('pre_setup', (m, own) => {
        if (m.getAttribute(own, 'DOTENV_LOADED').kind === 'none') m.call(m.getAttribute(own, 'load_dotenv'));
      }),
      post_setup: hook('post_setup', () => undefined),
      setup: hook('setup', setUpOnClass),
      __init_subclass__: classMethod('configurations.Configuration.__init_subclass__', '(cls, **extra)', (m, args) => {
        const own = args.get('cls');
        if (own.kind === 'class') inherit(m, own);
        return none;
      }),
    },
  });
  for (const [name, entry] of withoutDeprecated(machine, defaultEntries(machine)))
    cls.attributes.entries.set(stringKey(name), entry);
  return cls;
}

/**
 * A class gets, as attributes of its own, Django's defaults and over them all that its bases have, the first base last. So a
 * mixin that is itself a Configuration brings every default with it, over what the next base says.
 */
function inherit(machine: Machine, cls: PyClass): void {
  const inherited = new Map(defaultEntries(machine));
  for (const base of [...cls.bases].reverse()) {
    if (base.kind !== 'class') continue;
    for (const [name, entry] of attributesOf(machine, base)) inherited.set(name, entry);
  }
  machine.touch(cls.attributes);
  for (const [name, entry] of withoutDeprecated(machine, inherited)) {
    const key = stringKey(name);
    if (!cls.attributes.entries.has(key)) cls.attributes.entries.set(key, entry);
  }
}

/** What `getattr(cls, name)` gives for every setting of a class, with the account of where it came from. */
function attributesOf(machine: Machine, cls: PyClass): ReadonlyMap<string, Entry> {
  const all = new Map<string, Entry>();
  for (const one of [...cls.mro].reverse()) {
    machine.spend(one.attributes.entries.size >> 2);
    for (const entry of one.attributes.entries.values()) {
      if (entry.key.kind !== 'str' || !isSettingAttribute(entry.key.value)) continue;
      const { value } = entry;
      const bound =
        value.kind === 'descriptor' && value.type === 'staticmethod'
          ? value.get
          : value.kind === 'descriptor' && value.type === 'classmethod'
            ? ({ kind: 'method', self: cls, callee: value.get } as const)
            : value;
      all.set(entry.key.value, bound === value ? entry : { ...entry, value: bound });
    }
  }
  return all;
}

/** Settings that are not handed on: a class would otherwise set what Django warns of. */
function withoutDeprecated(machine: Machine, settings: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const drop = new Set(['DEFAULT_HASHING_ALGORITHM', 'DEFAULT_CONTENT_TYPE', 'FILE_CHARSET', 'DEFAULT_AUTO_FIELD']);
  if (settings.has('PASSWORD_RESET_TIMEOUT')) drop.add('PASSWORD_RESET_TIMEOUT_DAYS');
  if (settings.has('STORAGES') && packageAtLeast(machine, 'django-configurations', 2, 5))
    drop.add('DEFAULT_FILE_STORAGE').add('STATICFILES_STORAGE');
  return new Map([...settings].filter(([name]) => !drop.has(name)));
}
