/** dynaconf: settings out of files with sections, and out of the environment. */
import { fn, type NativeModule, nativeClass } from '../evaluate/native.js';
import { bool, list, type PyValue, str } from '../evaluate/value.js';
import { djangoDynaconf } from './dynaconf-django.js';
import { dynaconfClass, makeObject } from './dynaconf-object.js';
import { defaultFiles } from './dynaconf-options.js';
import { validatorClass } from './dynaconf-validators.js';
import { packageAtLeast } from './package-version.js';

/** The module `dynaconf`. */
export const dynaconfModule: NativeModule = {
  standard: false,
  load: (machine) => {
    const error = nativeClass(machine, {
      name: 'ValidationError',
      module: 'dynaconf.validator',
      base: machine.builtinClass('Exception'),
      members: {},
    });
    // What earlier releases made of a text such as `True` is another matter.
    const known = packageAtLeast(machine, 'dynaconf', 3, 2, 2);
    const cls = known ? dynaconfClass(machine) : machine.unknown('this release of dynaconf is not followed');
    const keywords = new Map<string, PyValue>([
      ['default_settings_paths', list(defaultFiles.map(str))],
      ['load_dotenv', bool(true)],
    ]);
    return {
      Dynaconf: cls,
      LazySettings: cls,
      settings: known ? makeObject(machine, keywords, { environments: true, capitals: true }) : cls,
      Validator: validatorClass(machine),
      ValidationError: error,
      DjangoDynaconf: fn(
        'dynaconf.DjangoDynaconf',
        '(django_settings_module_name=, **extra)',
        (m, args) => djangoDynaconf(m, args),
        { unknowns: 'accept' },
      ),
    };
  },
};
