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
        const own = machine.globals().entries.get('SECRET_KEY')?.value;
        const why = machine.unknown('dynaconf reads it again from its own files and the environment');
        machine.spoil(machine.globals(), why);
        // It copies every setting of Django's that it has no value for, and an empty key refuses to be read.
        if (own && machine.truth(own) === 'yes') return why;
        const message = 'The SECRET_KEY setting must not be empty.';
        return machine.branch(
          'maybe',
          () => why,
          () => machine.raise(machine.classFrom('django.core.exceptions', 'ImproperlyConfigured'), message),
          why,
        );
      },
      { unknowns: 'accept' },
    ),
  }),
};
