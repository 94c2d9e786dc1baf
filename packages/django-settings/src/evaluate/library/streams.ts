/** Files that are open, on disk or in memory: a text or bytes, how far it is read, and whether it is closed. */
import { indexOrNothing, wholeNumber } from '../builtins/arguments.js';
import { type Bound, instance, type Machine, method, nativeClass, property } from '../native.js';
import type { NativeBehaviour } from '../native-behaviour.js';
import { isOnlyAscii } from '../text.js';
import {
  bool,
  bytes,
  int,
  list,
  none,
  type PyClass,
  type PyDict,
  type PyInstance,
  type PyUnknown,
  type PyValue,
  str,
} from '../value.js';

/** The classes of open files. */
export type StreamClass = 'TextIOWrapper' | 'BufferedReader' | 'StringIO' | 'BytesIO';

/** A file that is read and, in memory, written. */
interface Stream {
  readonly text: string;
  readonly at: number;
  readonly closed: boolean;
  /** Why what it holds, or where it stands, is not known any more. */
  readonly lost: PyUnknown | undefined;
}

/** What a file has besides: it is there, but not modelled. */
const others =
  'buffer detach encoding errors fileno getbuffer isatty line_buffering newlines peek raw read1 readable readinto readinto1 ' +
  'reconfigure seekable tell truncate writable write write_through writelines';

/** A new open file. */
export function openStream(cls: PyClass, text: string, attributes?: PyDict): PyInstance {
  return instance(cls, { text, at: 0, closed: false, lost: undefined } satisfies Stream, attributes);
}

/** The class of open files of that name. */
export function streamClass(
  machine: Machine,
  name: StreamClass,
  own: {
    readonly construct?: NonNullable<NativeBehaviour['construct']>;
    readonly members?: (model: StreamModel) => Readonly<Record<string, PyValue>>;
  } = {},
): PyClass {
  return machine.once(`_io.${name}`, () => {
    const model = modelOf(name);
    const unmodelled = others.split(' ').map((other) => [
      other,
      property(other, (m, self) => {
        // What it does may move it.
        model.move(m, self, { lost: m.unknown(`\`${name}.${other}\` is not modelled`) });
        return m.unmodelled(`\`${name}.${other}\` is not modelled`);
      }),
    ]);
    return nativeClass(machine, {
      name,
      module: '_io',
      members: { ...Object.fromEntries(unmodelled), ...reading(model), ...own.members?.(model) },
      behaviour: {
        spoiled: (self, lost) => ({ ...model.stateOf(self), lost }),
        construct: own.construct ?? ((m) => m.unmodelled(`\`${name}\` of another file is not modelled`)),
      },
    });
  });
}

/** What the methods of one class of files share. */
export type StreamModel = ReturnType<typeof modelOf>;

function modelOf(name: StreamClass) {
  const binary = name === 'BufferedReader' || name === 'BytesIO';
  const stateOf = (self: PyValue) => (self as PyInstance).payload as Stream;
  const move = (m: Machine, self: PyValue, change: Partial<Stream>): void => {
    m.touch(self as PyInstance);
    (self as PyInstance).payload = { ...stateOf(self), ...change };
  };
  /** The words of each class for a file that is closed. */
  const refuseClosed = (m: Machine, does: string): void => {
    const ownWords = name === 'BufferedReader' && ['read', 'readline', 'seek'].includes(does);
    const known = name === 'BufferedReader' || name === 'TextIOWrapper';
    const words = ownWords ? `${does} of closed file` : 'I/O operation on closed file.';
    m.raise('ValueError', known ? words : m.unknown('how a closed file is refused is not modelled', { type: 'str' }));
  };
  return {
    name,
    binary,
    stateOf,
    move,
    made: (text: string): PyValue => (binary ? bytes(text) : str(text)),
    /** A method; of a file that is closed it does nothing but say so. */
    on: (
      does: string,
      signature: string,
      run: (m: Machine, self: PyValue, stream: Stream, args: Bound) => PyValue,
      words: string = does,
    ) =>
      method(
        `io.${name}.${does}`,
        `(self${signature})`,
        (m, args) => {
          const self = args.get('self');
          const stream = self.kind === 'instance' ? (self.payload as Stream | undefined) : undefined;
          if (!stream) return m.unknown('it is not a plain file');
          // What it is given is looked at first.
          if (stream.closed && args.all().some(({ kind }) => !['instance', 'int', 'none'].includes(kind)))
            return m.unmodelled('what a closed file makes of its arguments is not modelled');
          if (stream.closed) refuseClosed(m, words);
          return stream.lost ? m.derive(stream.lost) : run(m, self, stream, args);
        },
        { changes: true },
      ),
  };
}

/** How many characters are asked for; all where that is below nothing or None. */
function sizeOf(m: Machine, given: PyValue | undefined, rest: string, takesNone = true): number | undefined {
  if (!given || (given.kind === 'none' && takesNone)) return rest.length;
  if (takesNone && !['int', 'bool', 'instance'].includes(given.kind))
    return m.raise('TypeError', `argument should be integer or None, not '${m.typeName(given)}'`);
  const whole = wholeNumber(m, given);
  const size = indexOrNothing(m, given);
  if (size === undefined) {
    const words = takesNone
      ? "cannot fit 'int' into an index-sized integer"
      : 'Python int too large to convert to C ssize_t';
    return whole > 0n || whole < 0n ? m.raise('OverflowError', words) : 0;
  }
  if (size < 0) return size === -1 ? rest.length : -1;
  // A character may be two here, but is one there.
  return isOnlyAscii(rest) || size === 0 || size >= rest.length ? Math.min(size, rest.length) : undefined;
}

function reading(model: StreamModel): Readonly<Record<string, PyValue>> {
  const { name, binary, on, move, made } = model;
  const uncounted = (m: Machine, self: PyValue): PyUnknown => {
    const lost = m.unknown('parts of a text that is not ASCII are not counted');
    move(m, self, { lost });
    return lost;
  };
  /** The next line, no longer than that; nothing at the end. */
  const lineOf = (m: Machine, self: PyValue, longest?: PyValue): string | PyUnknown => {
    const { text, at } = model.stateOf(self);
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end + 1);
    const size = sizeOf(m, longest, line, name !== 'TextIOWrapper');
    if (size === undefined) return uncounted(m, self);
    const part = size < 0 ? line : line.slice(0, size);
    move(m, self, { at: at + part.length });
    return part;
  };
  return {
    read: on('read', ', size=, /', (m, self, { text, at }, args) => {
      const rest = text.slice(at);
      const size = sizeOf(m, args.optional('size'), rest);
      if (size === undefined) return uncounted(m, self);
      if (size < 0 && name === 'BufferedReader') return m.raise('ValueError', 'read length must be non-negative or -1');
      const part = size < 0 ? rest : rest.slice(0, size);
      move(m, self, { at: at + part.length });
      return made(part);
    }),
    readline: on('readline', ', size=, /', (m, self, _, args) => {
      const line = lineOf(m, self, args.optional('size'));
      return typeof line === 'string' ? made(line) : line;
    }),
    readlines: on(
      'readlines',
      ', hint=, /',
      (m, self, _, args) => {
        const hint = args.some('hint');
        const most = hint ? sizeOf(m, hint, 'x'.repeat(2 ** 16)) : 0;
        if (most === undefined || (hint && most === 2 ** 16)) return uncounted(m, self);
        const lines: PyValue[] = [];
        for (let length = 0; model.stateOf(self).at < model.stateOf(self).text.length; ) {
          m.spend(1);
          const line = lineOf(m, self);
          if (typeof line !== 'string') return line;
          lines.push(made(line));
          length += line.length;
          if (most > 0 && length > most) break;
        }
        return list(lines);
      },
      'iterate',
    ),
    seek: on('seek', ', offset, whence=, /', (m, self, { text }, args) => {
      const offset = args.get('offset');
      const whence = args.optional('whence');
      const to =
        offset.kind === 'int' && (!whence || (whence.kind === 'int' && whence.value === 0n)) ? offset.value : -1n;
      const counts = binary || isOnlyAscii(text) || to === 0n;
      if (to < 0n || to > BigInt(text.length) || !counts) {
        const lost = m.unknown('this position in a file is not followed');
        move(m, self, { lost });
        return lost;
      }
      move(m, self, { at: Number(to) });
      return int(to);
    }),
    flush: on('flush', '', () => none),
    close: method(`io.${name}.close`, '(self)', (m, args) => {
      move(m, args.get('self'), { closed: true });
      return none;
    }),
    closed: property('closed', (_, self) => bool(model.stateOf(self).closed)),
    __iter__: on('__iter__', '', (_m, self) => self),
    __next__: on(
      '__next__',
      '',
      (m, self) => {
        const line = lineOf(m, self);
        if (typeof line !== 'string') return line;
        return line === '' ? m.raise('StopIteration') : made(line);
      },
      'readline',
    ),
    __enter__: on('__enter__', '', (_m, self) => self),
    __exit__: method(`io.${name}.__exit__`, '(self, *args)', (m, args) => {
      move(m, args.get('self'), { closed: true });
      return none;
    }),
  };
}
