/** `django.core.exceptions`: the errors that settings raise and catch. */
import { type Machine, type NativeModule, nativeClass } from '../native.js';
import type { PyClass, PyValue } from '../value.js';

/** The module `django.core.exceptions`. */
export const djangoExceptionsModule: NativeModule = {
  standard: false,
  load(machine) {
    const members: Record<string, PyValue> = {};
    for (const [name, base] of CLASSES) {
      members[name] = nativeClass(machine, {
        name,
        module: 'django.core.exceptions',
        base: baseClass(machine, members[base], base),
        members: {},
      });
    }
    return members;
  },
};

function baseClass(machine: Machine, own: PyValue | undefined, name: string): PyClass {
  return own?.kind === 'class' ? own : machine.builtinClass(name);
}

const CLASSES: readonly (readonly [name: string, base: string])[] = [
  ['FieldDoesNotExist', 'Exception'],
  ['AppRegistryNotReady', 'Exception'],
  ['ObjectDoesNotExist', 'Exception'],
  ['MultipleObjectsReturned', 'Exception'],
  ['SuspiciousOperation', 'Exception'],
  ['SuspiciousMultipartForm', 'SuspiciousOperation'],
  ['SuspiciousFileOperation', 'SuspiciousOperation'],
  ['DisallowedHost', 'SuspiciousOperation'],
  ['DisallowedRedirect', 'SuspiciousOperation'],
  ['TooManyFieldsSent', 'SuspiciousOperation'],
  ['TooManyFilesSent', 'SuspiciousOperation'],
  ['RequestDataTooBig', 'SuspiciousOperation'],
  ['RequestAborted', 'Exception'],
  ['BadRequest', 'Exception'],
  ['PermissionDenied', 'Exception'],
  ['ViewDoesNotExist', 'Exception'],
  ['MiddlewareNotUsed', 'Exception'],
  ['ImproperlyConfigured', 'Exception'],
  ['FieldError', 'Exception'],
  ['ValidationError', 'Exception'],
  ['EmptyResultSet', 'Exception'],
  ['FullResultSet', 'Exception'],
  ['SynchronousOnlyOperation', 'Exception'],
];
