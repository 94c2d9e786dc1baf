/** What CPython refuses of a class in a pattern: something else than a class, and more parts than its instances can be taken apart into. */
import type { Pattern } from '../syntax/tree.js';
import type { Interpreter } from './interpreter.js';
import { findInMro } from './mro.js';
import { isClassInPython } from './native-type.js';
import { nameInMessages } from './type-names.js';
import type { PyClass, PyValue } from './value.js';

/** Classes whose instances are themselves their one part, and so are those of their subclasses. */
const whole = ['bool', 'bytearray', 'bytes', 'dict', 'float', 'frozenset', 'int', 'list', 'set', 'str', 'tuple'];

/** Raises for what is certainly no class. */
export function refuseNoClass(vm: Interpreter, cls: PyValue): void {
  if (cls.kind === 'class' || cls.kind === 'unknown' || cls.kind === 'choice') return;
  if (cls.kind === 'native' && isClassInPython(cls)) return;
  vm.raise('TypeError', 'called match pattern must be a class');
}

/** The attributes that a pattern's parts are held to, all taken before one of them is: none where one is not there. */
export function partsOf(
  vm: Interpreter,
  cls: PyClass,
  pattern: Extract<Pattern, { kind: 'class' }>,
  subject: PyValue,
): readonly (readonly [Pattern, PyValue])[] | 'unknown' | undefined {
  refuseParts(vm, cls, pattern);
  const { patterns, keywords } = pattern;
  const [only] = patterns;
  const isWhole = only !== undefined && patterns.length === 1 && cls.module === 'builtins';
  const named: (readonly [Pattern, string])[] = [];
  if (!isWhole && patterns.length > 0) {
    const names = vm.findAttribute(cls, '__match_args__');
    const fields = names ? vm.iterate(names) : [];
    for (const [at, inner] of patterns.entries()) {
      const field = fields[at];
      if (field?.kind !== 'str') return 'unknown';
      named.push([inner, field.value]);
    }
  }
  for (const [name, inner] of keywords) named.push([inner, name]);
  const taken = new Set<string>();
  const parts: (readonly [Pattern, PyValue])[] = isWhole ? [[only, subject]] : [];
  for (const [inner, name] of named) {
    if (taken.has(name))
      vm.raise('TypeError', `${nameInMessages(cls)}() got multiple sub-patterns for attribute '${name}'`);
    taken.add(name);
    const value = vm.findAttribute(subject, name);
    if (!value) return undefined;
    parts.push([inner, value]);
  }
  return parts;
}

/** Raises where a pattern has more parts in a row than the class tells of in `__match_args__`. */
function refuseParts(vm: Interpreter, cls: PyClass, pattern: Extract<Pattern, { kind: 'class' }>): void {
  const given = pattern.patterns.length;
  if (given === 0 || cls.mro.some((one) => one.open || (one.native && one.module !== 'builtins'))) return;
  const name = nameInMessages(cls);
  const parts = findInMro(cls.mro, '__match_args__')?.entry.value;
  if (parts && vm.doubt(parts)) return;
  if (parts && parts.kind !== 'tuple')
    vm.raise('TypeError', `${name}.__match_args__ must be a tuple (got ${vm.typeName(parts)})`);
  const fields = parts?.kind === 'tuple' ? parts.items : [];
  const allowed = parts ? fields.length : cls.mro.some((one) => isWhole(one)) ? 1 : 0;
  if (given > allowed)
    vm.raise(
      'TypeError',
      `${name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${given} given)`,
    );
  const wrong = fields.slice(0, given).find((field) => field.kind !== 'str');
  if (wrong) vm.raise('TypeError', `__match_args__ elements must be strings (got ${vm.typeName(wrong)})`);
}

const isWhole = ({ module, name }: PyClass): boolean => module === 'builtins' && whole.includes(name);
