/** `io`: texts and bytes as files. */
import { type Bound, instance, type Machine, method, type NativeModule } from '../native.js';
import { bool, iterator, none, type PyInstance, type PyValue, str } from '../value.js';
import { partialClass } from './partial-class.js';

/** `io`, where a text stands for a file. */
export const ioModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    open: machine.builtin('open'),
    StringIO: memoryFile(machine, 'StringIO'),
    BytesIO: memoryFile(machine, 'BytesIO'),
  }),
};

interface MemoryFile {
  readonly content: PyValue;
  readonly read: boolean;
}

function memoryFile(machine: Machine, name: string) {
  const on = (
    member: string,
    parameters: string,
    run: (m: Machine, self: PyInstance, state: MemoryFile, args: Bound) => PyValue,
  ) =>
    method(`io.${name}.${member}`, `(self${parameters})`, (m, args) => {
      const self = args.get('self');
      return self.kind === 'instance'
        ? run(m, self, self.payload as MemoryFile, args)
        : m.unknown('it is not a plain file');
    });
  const empty: PyValue = name === 'StringIO' ? str('') : { kind: 'bytes', value: '' };
  return partialClass(machine, {
    name,
    module: '_io',
    members: {
      read: on('read', ', size=', (m, self, state) => {
        m.touch(self);
        self.payload = { ...state, read: true } satisfies MemoryFile;
        return state.read ? empty : state.content;
      }),
      write: on('write', ', text', (m, self, state, args) => {
        const text = args.get('text');
        const first =
          !state.read && (state.content.kind === 'str' || state.content.kind === 'bytes') && state.content.value === '';
        m.touch(self);
        self.payload = {
          content: first ? text : m.unknown('what is written to a file in memory is not followed'),
          read: true,
        } satisfies MemoryFile;
        return m.call(m.builtin('len'), [text]);
      }),
      getvalue: on('getvalue', '', (_, __, state) => state.content),
      seek: on('seek', ', offset, whence=', (m, self, state, args) => {
        m.touch(self);
        const offset = args.get('offset');
        const start = offset.kind === 'int' && offset.value === 0n;
        self.payload = {
          content: start ? state.content : m.unknown('positions in a file are not followed'),
          read: false,
        } satisfies MemoryFile;
        return offset;
      }),
      close: on('close', '', () => none),
      __enter__: on('__enter__', '', (_, self) => self),
      __exit__: on('__exit__', ', *rest', () => bool(false)),
      __iter__: on('__iter__', '', (m, _, state) =>
        iterator('iterator', m.iterate(m.invoke(state.content, 'splitlines', bool(true)))),
      ),
    },
    behaviour: {
      construct: (_, cls, args) =>
        instance(cls, { content: args.positional[0] ?? empty, read: false } satisfies MemoryFile),
    },
  });
}
