/** dynaconf: it takes the place of Django's settings object, so that what the module assigns is not the last word. */
import { fn, type NativeModule } from '../evaluate/native.js';

/** The module `dynaconf`. */
export const dynaconfModule: NativeModule = {
  standard: false,
  load: () => ({
    DjangoDynaconf: fn(
      'dynaconf.DjangoDynaconf',
      '(module_name=, **extra)',
      (machine) => {
        const why = machine.unknown('dynaconf reads it again from its own files and the environment');
        machine.spoil(machine.globals(), why);
        return why;
      },
      { unknowns: 'accept' },
    ),
  }),
};
