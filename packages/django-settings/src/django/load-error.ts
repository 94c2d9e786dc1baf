/** One exception with which Django refuses settings, and how certain it is. */
import type { Truth, Value } from '@django-golive/core';
import { type Answer, doubtIn } from './answer.js';
import { type LoadedSettings, optionsOf } from './loaded.js';

/** An exception of Django's settings loader. */
export interface LoadError {
  readonly type: string;
  readonly message: string;
  /** The setting it is about: where a person has to look. */
  readonly setting: string;
  /** `maybe` where it depends on something that is not known. */
  readonly certain: Truth;
  /** Why it is not certain. */
  readonly why?: string;
}

export const improperlyConfigured = 'django.core.exceptions.ImproperlyConfigured';

/** What Python says where a value lacks an attribute. */
export function withoutAttribute(value: Value, attribute: string, setting: string): Omit<LoadError, 'certain' | 'why'> {
  return {
    type: 'AttributeError',
    message: `'${pythonType(value)}' object has no attribute '${attribute}'`,
    setting,
  };
}

/** `type(value).__name__`, with its module where Python's messages have it. */
export function pythonType(value: Value): string {
  const named: Partial<Record<Value['kind'], string>> = {
    none: 'NoneType',
    path: 'PosixPath',
    timedelta: 'datetime.timedelta',
    regex: 're.Pattern',
    callable: 'function',
  };
  if (value.kind === 'object') return value.type.slice(value.type.lastIndexOf('.') + 1);
  return named[value.kind] ?? value.kind;
}

/** The error, where it is certain or may be expected. */
export function report(
  settings: LoadedSettings,
  answer: Answer,
  error: Omit<LoadError, 'certain' | 'why'>,
): readonly LoadError[] {
  if (answer === 'no' || answer === 'crash') return [];
  const certain: Truth = answer === 'yes' && settings.assigned(error.setting) !== 'maybe' ? 'yes' : 'maybe';
  if (certain === 'yes') return [{ ...error, certain }];
  // Where nothing at all is known of what it may be, there is no reason to expect an error.
  if (answer === 'maybe' && settings.assigned(error.setting) !== 'no' && !refusable(settings.get(error.setting)))
    return [];
  const doubt = doubtIn(settings.get(error.setting)) ?? 'it is defined only if a condition holds';
  return [{ ...error, certain, why: `\`${error.setting}\` is not known: ${doubt}` }];
}

/** Whether one of the values it can have is known: what is not known at all is not suspected. */
function refusable(value: Value | undefined): boolean {
  return value !== undefined && optionsOf(value).every(({ kind }) => kind !== 'unknown');
}
