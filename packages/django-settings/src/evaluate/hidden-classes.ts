/** Calling a class that has no name of its own in Python: `type(iter([]))` makes nothing, `type(zip())` is `zip` itself. */
import type { Interpreter } from './interpreter.js';
import { iteratorName } from './type-names.js';
import type { PyArguments, PyClass, PyValue } from './value.js';
import { none } from './value.js';

const named = ['zip', 'map', 'filter', 'enumerate', 'reversed'];

const uncreatable = [
  'generator',
  'builtin_function_or_method',
  'method_descriptor',
  'wrapper_descriptor',
  'method-wrapper',
  'dict_keys',
  'dict_values',
  'dict_items',
];

/** What calling such a class gives; `undefined` where it is no such class. */
export function callHiddenClass(vm: Interpreter, cls: PyClass, args: PyArguments): PyValue | undefined {
  const { name, mro } = cls;
  const isIterator = mro[1]?.module === 'builtins' && mro[1].name === 'iterator';
  if (isIterator && named.includes(name)) return vm.callWith(vm.builtin(name), args);
  if (isIterator && iteratorName(name) !== name)
    return vm.unknown(`how the class of \`${name}\` is called is not modelled`);
  if (isIterator || (cls.module === 'builtins' && uncreatable.includes(name)))
    return vm.raise('TypeError', `cannot create '${name}' instances`);
  if (cls.module === 'sys') return vm.raise('TypeError', `cannot create 'sys.${name}' instances`);
  if (cls.module === 'functools' && name === '_lru_cache_wrapper')
    return vm.unmodelled(`how the class of \`${name}\` is called is not modelled`);
  if (cls.module !== 'builtins') return undefined;
  if (name === 'NoneType' && args.positional.length === 0 && args.keywords.size === 0 && !args.open) return none;
  return ['function', 'module', 'method'].includes(name)
    ? vm.unknown(`how the class of a ${name} is called is not modelled`)
    : undefined;
}
