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
  const named = (name: string): [Key, Entry] => [
    stringKey(name),
    { key: str(name), value: vm.unknown(`\`${name}\` of a class is not modelled`) },
  ];
  const withNames = (since13: boolean, cell: boolean): ReadonlyMap<Key, Entry> => {
    const entries = [...attributes.entries].flatMap(([key, entry]): [Key, Entry][] =>
      key === '__module__'
        ? [
            [key, entry],
            [stringKey('__qualname__'), { key: str('__qualname__'), value: str(qualname) }],
            ...(since13 ? [named('__firstlineno__')] : []),
          ]
        : [[key, entry]],
    );
    const added = [...(since13 ? ['__static_attributes__'] : []), ...(cell ? ['__classcell__'] : [])];
    return new Map([...entries, ...added.map(named)]);
  };
  const series = vm.python?.[1];
  const ways = [false, true].filter((since13) => series === undefined || since13 === series > 12);
  // A word in a comment makes no cell for the class.
  const cells = /\b(?:super|__class__)\b/u.test(text) ? [true, false] : [false];
  const [first = attributes.entries, ...others] = ways.flatMap((way) => cells.map((cell) => withNames(way, cell)));
  const given = vm.fresh({ ...attributes, entries: new Map(first) });
  // From 3.14 on annotations are kept otherwise.
  if ((series === undefined || series > 13) && attributes.entries.has('__annotations__'))
    given.open ??= vm.unknown('what a class statement adds to its names is not modelled');
  if (others.length === 0) return given;
  given.entries = new Map([...first].filter(([key]) => others.every((other) => other.has(key))));
  return { ...given, options: [first, ...others] };
}

/** The names of a dict that may hold one or the other: those of some contents alone are bound where a condition holds. */
export function namesIn(vm: Interpreter, { entries, options = [] }: PyDict): Map<Key, Entry> {
  const names = new Map(entries);
  for (const key of new Set(options.flatMap((option) => [...option.keys()]))) {
    const found = options.flatMap((option) => option.get(key) ?? []);
    const [first] = found;
    if (!first || entries.has(key)) continue;
    const maybe = found.length < options.length ? { maybe: true as const } : {};
    names.set(key, { ...first, value: vm.join(found.map(({ value }) => value)), ...maybe });
  }
  return names;
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
