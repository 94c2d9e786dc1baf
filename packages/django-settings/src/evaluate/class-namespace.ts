/** The namespace in which a class body runs, and what is around it. */
import type { ClassSpec, Frame, Interpreter } from './interpreter.js';
import { findInMro } from './mro.js';
import { checkedBodies } from './names.js';
import { textOf } from './native.js';
import type { Entry, Key, PyDict, PyValue } from './value.js';
import { emptyNamespace, str, stringKey, tuple } from './value.js';

/** What a metaclass of the project puts into the namespace before the body runs. */
export function prepareNamespace(
  vm: Interpreter,
  meta: PyValue | undefined,
  name: string,
  bases: readonly PyValue[],
  attributes: PyDict,
): void {
  const derived = meta ?? bases.find((base) => base.kind === 'class' && base.metaclass?.kind === 'class');
  const cls = derived?.kind === 'class' && !meta ? derived.metaclass : meta;
  const native = cls?.kind === 'class' ? cls.mro.find((one) => one.native?.prepare)?.native : undefined;
  if (native?.prepare) checkedBodies(vm).set(attributes, native.prepare(vm, { name, bases, attributes }));
  if (meta?.kind !== 'class') return;
  const hook = findInMro(meta.mro, '__prepare__')?.entry.value;
  if (hook?.kind !== 'descriptor' || hook.get.kind !== 'function') return;
  const given = vm.call(hook.get, [meta, str(name), tuple(bases)]);
  if (given.kind !== 'dict' || given.cls) attributes.open = vm.derive(given);
  else for (const [key, entry] of given.entries) attributes.entries.set(key, entry);
}

/** What a class statement gives to a metaclass of the project: `text` is the statement. */
export function namespaceGiven(vm: Interpreter, { attributes, qualname, text }: ClassSpec): PyDict {
  if (text === undefined) return attributes;
  const given = vm.fresh({ ...attributes, entries: new Map<Key, Entry>() });
  const put = (name: string, value: PyValue) => given.entries.set(name, { key: str(name), value });
  const added = (name: string) => put(name, vm.unknown(`\`${name}\` of a class is not modelled`));
  const since13 = vm.python && vm.python[1] > 12;
  for (const [key, entry] of attributes.entries) {
    given.entries.set(key, entry);
    if (key !== '__module__') continue;
    put('__qualname__', str(qualname));
    if (since13) added('__firstlineno__');
  }
  if (since13) added('__static_attributes__');
  // A cell for the class, or what other versions of Python add.
  const isOpen = !vm.python || vm.python[1] > 13 || /\b(?:super|__class__)\b/u.test(text);
  if (isOpen) given.open ??= vm.unknown('what a class statement adds to its names is not modelled');
  return given;
}

/** Those names are the business of `type`, and no attributes of their own; gives the qualified name. */
export function dropGiven({ entries }: PyDict): string | undefined {
  const qualname = textOf(entries.get('__qualname__')?.value);
  for (const name of ['__qualname__', '__firstlineno__', '__static_attributes__', '__classcell__'])
    entries.delete(name);
  return qualname;
}

/** Where the bases of a generic class are worked out: its type parameters are names there. */
export function withTypeParameters(vm: Interpreter, names: readonly string[], frame: Frame): Frame {
  if (names.length === 0) return frame;
  const locals = emptyNamespace();
  for (const name of names) {
    const value = vm.unknown(`\`${name}\` is a type parameter`);
    locals.entries.set(stringKey(name), { key: str(name), value });
  }
  const scope = { locals: new Set(names), globals: frame.scope.globals, nonlocals: new Set<string>() };
  return { ...frame, kind: 'function', locals, scope, closure: frame.kind === 'class' ? frame.closure : frame };
}
