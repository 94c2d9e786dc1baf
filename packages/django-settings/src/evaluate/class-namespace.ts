/** The namespace in which a class body runs, and what is around it. */
import type { Frame, Interpreter } from './interpreter.js';
import { findInMro } from './mro.js';
import { checkedBodies } from './names.js';
import type { PyDict, PyValue } from './value.js';
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
