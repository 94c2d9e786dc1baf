/** The settings reader's own values as values of the interpreter: for Django's defaults. */
import type { Value } from '@django-golive/core';
import { dictOf, setOf } from '../keys.js';
import type { Machine } from '../native.js';
import { bool, bytes, float, int, list, none, type PyValue, str, tuple } from '../value.js';

/** A fresh value, so that a change of it changes nothing else. */
export function thaw(machine: Machine, value: Value): PyValue {
  const inner = (one: Value) => thaw(machine, one);
  switch (value.kind) {
    case 'none':
      return none;
    case 'bool':
      return bool(value.value);
    case 'int':
      return int(value.value);
    case 'float':
      return float(value.value);
    case 'str':
      return str(value.value);
    case 'bytes':
      return bytes(value.value);
    case 'list':
      return list(value.items.map(inner));
    case 'tuple':
      return tuple(value.items.map(inner));
    case 'set':
      return setOf(value.items.map(inner));
    case 'dict':
      return dictOf(value.entries.map(([key, one]) => [inner(key), inner(one)] as const));
    default:
      return machine.unknown("this default of Django's is not modelled");
  }
}
