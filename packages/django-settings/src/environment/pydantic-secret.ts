/** pydantic's `SecretStr`: a text that does not show itself. */
import { instance, type Machine, method, nativeClass } from '../evaluate/native.js';
import { notImplemented, type PyClass, type PyInstance, type PyValue, str } from '../evaluate/value.js';

/** The class `SecretStr`. */
export function secretClass(machine: Machine): PyClass {
  const on = (name: string, signature: string, run: (m: Machine, inner: PyValue, other: PyValue) => PyValue) =>
    method(
      `SecretStr.${name}`,
      `(self${signature})`,
      (m, args) => {
        const self = args.get('self');
        if (self.kind !== 'instance') return m.derive(self);
        return run(m, self.payload as PyValue, signature ? args.get('other') : self);
      },
      { unknowns: 'accept' },
    );
  const shown = (m: Machine, inner: PyValue): PyValue =>
    m.branch(
      m.truth(inner),
      () => str('**********'),
      () => str(''),
      m.doubt(inner),
    );
  return machine.once('pydantic.SecretStr', () =>
    nativeClass(machine, {
      name: 'SecretStr',
      module: 'pydantic.types',
      members: {
        __init__: method(
          'SecretStr.__init__',
          '(self, secret_value)',
          (m, args) => {
            const self = args.get('self');
            if (self.kind !== 'instance') return m.derive(self);
            m.touch(self);
            (self as PyInstance).payload = args.get('secret_value');
            return { kind: 'none' };
          },
          { unknowns: 'accept' },
        ),
        get_secret_value: on('get_secret_value', '', (_, inner) => inner),
        __str__: on('__str__', '', shown),
        __repr__: on('__repr__', '', (m, inner) =>
          m.binary('+', m.binary('+', str('SecretStr('), m.repr(shown(m, inner))), str(')')),
        ),
        __len__: on('__len__', '', (m, inner) => m.call(m.builtin('len'), [inner])),
        __eq__: on('__eq__', ', other', (m, inner, other) =>
          other.kind === 'instance' && other.cls.name === 'SecretStr'
            ? m.compare('==', inner, other.payload as PyValue)
            : notImplemented,
        ),
      },
    }),
  );
}

/** A secret of that text. */
export function secretOf(machine: Machine, text: PyValue): PyInstance {
  return instance(secretClass(machine), text);
}
