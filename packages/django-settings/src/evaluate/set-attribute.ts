/** Storing attributes: properties, descriptors and `__setattr__` first. */

import { findAttribute, findInMro } from './attributes.js';
import type { Interpreter } from './interpreter.js';
import type { PyDict, PyValue } from './value.js';
import { none, str, stringKey } from './value.js';

/** `value.name = to` */
export function setAttribute(vm: Interpreter, value: PyValue, name: string, to: PyValue): void {
  const key = stringKey(name);
  const put = (dict: PyDict): void => {
    vm.journal.touchName(dict, key);
    dict.entries.set(key, { key: str(name), value: to });
  };
  switch (value.kind) {
    case 'unknown':
      return;
    case 'choice':
      vm.each(value, (option) => {
        setAttribute(vm, option, name, to);
        return none;
      });
      return;
    case 'module':
      put(value.namespace);
      return;
    case 'class':
      put(value.attributes);
      return;
    case 'function':
      put(value.attributes);
      return;
    case 'dict':
      if (value.instance) {
        put(value.instance.attributes);
        return;
      }
      break;
    case 'instance': {
      const found = findInMro(value.cls.mro, name);
      if (found?.entry.value.kind === 'descriptor' && found.entry.value.type === 'property') {
        const { set } = found.entry.value;
        if (!set) vm.raise('AttributeError', `property '${name}' of '${value.cls.name}' object has no setter`);
        vm.call(set, [value, to]);
        return;
      }
      const data = found?.entry.value;
      const setter = data?.kind === 'instance' ? vm.special(data, '__set__') : undefined;
      if (setter) {
        vm.call(setter, [value, to]);
        return;
      }
      const hook = findInMro(value.cls.mro, '__setattr__');
      if (hook && hook.entry.value.kind === 'function') {
        vm.call(hook.entry.value, [value, str(name), to]);
        return;
      }
      const known = found !== undefined || value.attributes.entries.has(key);
      const open = known ? undefined : value.cls.mro.find((one) => one.open)?.open;
      if (open) {
        // An unknown base can do anything with what it is given.
        vm.journal.touchName(value.attributes, key);
        value.attributes.entries.set(key, { key: str(name), value: vm.derive(open) });
        return;
      }
      put(value.attributes);
      return;
    }
    default:
  }
  const known = findAttribute(vm, value, name) !== undefined;
  const type = vm.typeName(value);
  if (known) vm.raise('AttributeError', `'${type}' object attribute '${name}' is read-only`);
  vm.raise('AttributeError', `'${type}' object has no attribute '${name}' and no __dict__ for setting new attributes`);
}
