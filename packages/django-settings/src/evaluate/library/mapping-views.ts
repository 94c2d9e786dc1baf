/** What a mapping that is written in Python gives for its keys and its items. */
import { type Bound, instance, type Machine, method } from '../native.js';
import { none, type PyValue, tuple } from '../value.js';
import { partialClass } from './partial-class.js';

/** A view of these items, to be gone through. */
export function mappingView(machine: Machine, name: 'KeysView' | 'ItemsView', items: readonly PyValue[]): PyValue {
  const cls = machine.once(`collections.abc.${name}`, () => {
    const on = (member: string, parameters: string, run: (m: Machine, all: PyValue, args: Bound) => PyValue) =>
      method(`collections.abc.${name}.${member}`, `(self${parameters})`, (m, args) => {
        const self = args.get('self');
        return self.kind === 'instance' ? run(m, tuple(self.payload as readonly PyValue[]), args) : m.derive(self);
      });
    return partialClass(machine, {
      name,
      module: 'collections.abc',
      members: {
        // As every set.
        __hash__: none,
        __iter__: on('__iter__', '', (m, all) => m.call(m.builtin('iter'), [all])),
        __len__: on('__len__', '', (m, all) => m.call(m.builtin('len'), [all])),
        __contains__: on('__contains__', ', item', (m, all, args) => {
          const item = args.get('item');
          // What is looked for among items is taken apart first, which few but pairs bear.
          const fits = name === 'KeysView' || (item.kind === 'tuple' && item.items.length === 2);
          return fits ? m.compare('in', item, all) : m.unknown('what is no pair is looked for among items');
        }),
      },
    });
  });
  return instance(cls, items);
}
