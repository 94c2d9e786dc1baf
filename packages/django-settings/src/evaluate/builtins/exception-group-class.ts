/** The class `ExceptionGroup`. */
import type { Interpreter } from '../interpreter.js';
import { method } from '../native.js';
import type { PyClass, PyValue } from '../value.js';
import { emptyNamespace, none, str, tuple } from '../value.js';

/** `ExceptionGroup`, which has two bases; before Python 3.11 there are none. */
export function addGroups(
  vm: Interpreter,
  classes: Map<string, PyClass>,
  put: (cls: string, name: string, value: PyValue) => void,
): void {
  const base = classes.get('BaseExceptionGroup');
  const exception = classes.get('Exception');
  if (!base || !exception) return;
  if (vm.python && vm.python[1] < 11) {
    classes.delete('BaseExceptionGroup');
    return;
  }
  const mro: PyClass[] = [];
  const group: PyClass = { ...base, name: 'ExceptionGroup', qualname: 'ExceptionGroup', mro, bases: [base, exception] };
  mro.push({ ...group, mro, attributes: emptyNamespace() }, base, ...exception.mro);
  const [own] = mro;
  if (own) classes.set('ExceptionGroup', own);
  const part = (self: PyValue, at: number): PyValue => {
    const args = self.kind === 'instance' ? self.attributes.entries.get('args')?.value : undefined;
    return (args?.kind === 'tuple' ? args.items[at] : undefined) ?? none;
  };
  put(
    'BaseExceptionGroup',
    '__str__',
    method('BaseExceptionGroup.__str__', '(self)', (_machine, args) => {
      const [message, parts] = [vm.str(part(args.get('self'), 0)), vm.iterate(part(args.get('self'), 1))];
      if (message.kind !== 'str' || parts.some((one) => one.kind === 'unknown' && one.many)) return vm.derive(message);
      return str(`${message.value} (${parts.length} sub-exception${parts.length === 1 ? '' : 's'})`);
    }),
  );
  const property = (name: string, get: (self: PyValue) => PyValue) =>
    put('BaseExceptionGroup', name, {
      kind: 'descriptor',
      type: 'property',
      get: method(`BaseExceptionGroup.${name}`, '(self)', (_machine, args) => get(args.get('self'))),
    });
  property('message', (self) => part(self, 0));
  property('exceptions', (self) => tuple(vm.iterate(part(self, 1))));
  for (const name of ['subgroup', 'split', 'derive'])
    put(
      'BaseExceptionGroup',
      name,
      method(`BaseExceptionGroup.${name}`, '(self, condition)', () =>
        vm.unknown(`\`${name}\` of an exception group is not modelled`),
      ),
    );
}
