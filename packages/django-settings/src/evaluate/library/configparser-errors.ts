/** The errors of `configparser`. */
import type { Machine } from '../native.js';
import type { PyClass } from '../value.js';
import { errorClass, plainMessage } from './error-class.js';

/** The classes by their names, made for one evaluation. */
export function errorClasses(machine: Machine): Record<string, PyClass> {
  const module = 'configparser';
  const base = errorClass(machine, {
    name: 'Error',
    module,
    base: machine.builtinClass('Exception'),
    takes: 'msg=',
    keeps: plainMessage,
  });
  const under = (name: string, parent: PyClass, takes?: string) =>
    errorClass(machine, { name, module, base: parent, ...(takes === undefined ? {} : { takes }) });
  const interpolation = under('InterpolationError', base, 'option, section, msg');
  const older = machine.python !== undefined && machine.python[1] < 13;
  const parsing = under('ParsingError', base, older ? '*args, **extra' : 'source, *args');
  return {
    Error: base,
    NoSectionError: under('NoSectionError', base, 'section'),
    NoOptionError: under('NoOptionError', base, 'option, section'),
    DuplicateSectionError: under('DuplicateSectionError', base, 'section, source=, lineno='),
    DuplicateOptionError: under('DuplicateOptionError', base, 'section, option, source=, lineno='),
    InterpolationError: interpolation,
    InterpolationSyntaxError: under('InterpolationSyntaxError', interpolation),
    InterpolationMissingOptionError: under(
      'InterpolationMissingOptionError',
      interpolation,
      'option, section, rawval, reference',
    ),
    InterpolationDepthError: under('InterpolationDepthError', interpolation, 'option, section, rawval'),
    ParsingError: parsing,
    MissingSectionHeaderError: under('MissingSectionHeaderError', parsing, 'filename, lineno, line'),
  };
}
