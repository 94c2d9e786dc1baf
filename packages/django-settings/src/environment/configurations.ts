/** django-configurations: settings are the attributes of a class, which `DJANGO_CONFIGURATION` chooses. */

import { classMethod, type Machine, type NativeModule, nativeClass, textOf } from '../evaluate/native.js';
import { none, type PyClass, str } from '../evaluate/value.js';
import { setUpValue, valueClasses } from './configurations-values.js';
import { readVariable } from './process.js';

/** The module `configurations`. */
export const configurationsModule: NativeModule = {
  standard: false,
  isPackage: true,
  load(machine) {
    const hook = (name: string) => classMethod(`configurations.Configuration.${name}`, '(cls)', () => none);
    return {
      Configuration: nativeClass(machine, {
        name: 'Configuration',
        module: 'configurations.base',
        members: {
          pre_setup: hook('pre_setup'),
          setup: hook('setup'),
          post_setup: hook('post_setup'),
          __init_subclass__: classMethod(
            'configurations.Configuration.__init_subclass__',
            '(cls, **extra)',
            (m, args) => {
              const cls = args.get('cls');
              if (cls.kind === 'class') becomeSettings(m, cls);
              return none;
            },
          ),
        },
      }),
    };
  },
};

/** The module `configurations.values`. */
export const configurationsValuesModule: NativeModule = { standard: false, load: valueClasses };

const PRODUCTION = /^(?:prod|production|live)$/iu;

/** When the chosen class is made, its attributes become names of the module, as the importer does after loading it. */
function becomeSettings(machine: Machine, cls: PyClass): void {
  const read = { name: 'DJANGO_CONFIGURATION', required: false };
  readVariable(machine, read, 'supplied', (found) => {
    const chosen = textOf(found);
    if (found && chosen === undefined) openNamespace(machine);
    else if (chosen === undefined ? PRODUCTION.test(cls.name) : chosen === cls.name) publish(machine, cls);
    else openNamespace(machine);
    return none;
  });
}

interface Choice {
  chosen: boolean;
}

function choiceOf(machine: Machine): Choice {
  return machine.once('configurations.choice', () => ({ chosen: false }));
}

/** Until the chosen class has been seen, any name may become a setting. */
function openNamespace(machine: Machine): void {
  const globals = machine.globals();
  if (choiceOf(machine).chosen || globals.open) return;
  machine.touch(globals);
  globals.open = machine.unknown('`DJANGO_CONFIGURATION` chooses the class whose attributes are the settings');
}

function publish(machine: Machine, cls: PyClass): void {
  choiceOf(machine).chosen = true;
  const globals = machine.globals();
  machine.touch(globals);
  globals.open = undefined;
  for (const hook of ['pre_setup', 'setup']) machine.call(machine.getAttribute(cls, hook));
  const self = machine.call(cls);
  const names = new Set<string>();
  for (const one of [...cls.mro].reverse()) {
    for (const { key } of one.attributes.entries.values()) {
      if (key.kind === 'str' && /^[A-Z][A-Z0-9_]*$/u.test(key.value)) names.add(key.value);
    }
  }
  for (const name of names) {
    const raw = machine.getAttribute(self, name);
    const called = raw.kind === 'method' || raw.kind === 'function' ? machine.call(raw) : raw;
    for (const [setting, value] of setUpValue(machine, name, called)) machine.setItem(globals, str(setting), value);
  }
  machine.call(machine.getAttribute(cls, 'post_setup'));
}
