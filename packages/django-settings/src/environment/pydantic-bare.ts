/** Names of a model's body that have a value and no annotation: pydantic refuses those that are no code. */
import { type Machine, textOf } from '../evaluate/native.js';
import type { PyClass, PyValue } from '../evaluate/value.js';
import { refuseClass } from './pydantic-errors.js';
import { annotationsOf } from './pydantic-fields.js';
import { decorated, fieldOptions } from './pydantic-markers.js';
import type { Model } from './pydantic-registry.js';

/** Raises where a name of the class has a value that is neither annotated nor code. */
export function refuseBare(
  machine: Machine,
  cls: PyClass,
  bases: readonly Model[],
  doubt: (why: string) => void,
): void {
  const annotated = new Set(annotationsOf(cls));
  const classVariables = new Set(bases.flatMap((base) => [...base.cls.attributes.entries.keys()]));
  for (const { key, value } of cls.attributes.entries.values()) {
    if (key.kind !== 'str' || key.value.startsWith('_') || key.value === 'model_config') continue;
    const name = key.value;
    if (annotated.has(name) || isCode(machine, cls, value)) continue;
    if (['unknown', 'choice', 'native', 'method'].includes(value.kind)) {
      doubt(`whether pydantic takes \`${name}\` without an annotation is not known`);
      continue;
    }
    if (bases.some((base) => base.fields.has(name))) {
      const words =
        `Field '${name}' defined on a base class was overridden by a non-annotated attribute. ` +
        'All field definitions, including overrides, require a type annotation.';
      refuseClass(machine, words, 'model-field-overridden');
    }
    // A class variable of a base may be given another value.
    if (classVariables.has(name)) continue;
    const missing = 'model-field-missing-annotation';
    if (fieldOptions(value)) refuseClass(machine, `Field '${name}' requires a type annotation`, missing);
    const shown = textOf(machine.repr(value)) ?? '…';
    const words =
      `A non-annotated attribute was detected: \`${name} = ${shown}\`. All model fields require a ` +
      `type annotation; if \`${name}\` is not meant to be a field, you may be able to resolve this ` +
      `error by annotating it as a \`ClassVar\` or updating \`model_config['ignored_types']\`.`;
    refuseClass(machine, words, missing);
  }
}

function isCode(machine: Machine, cls: PyClass, value: PyValue): boolean {
  if (value.kind === 'function' || value.kind === 'descriptor' || decorated(value)) return true;
  if (value.kind === 'class') return value.module === cls.module && value.qualname.startsWith(cls.qualname);
  return value.kind === 'instance' && value.cls.module === 'functools' && machine.typeName(value) !== '';
}
