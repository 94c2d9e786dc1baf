/** `io`: texts and bytes as files. */
import type { Machine, NativeModule } from '../native.js';
import { isOnlyAscii } from '../text.js';
import { int, type PyArguments, type PyClass, type PyValue } from '../value.js';
import { openStream, type StreamModel, streamClass } from './streams.js';

/** `io`, where a text stands for a file. */
export const ioModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    open: machine.builtin('open'),
    StringIO: memoryFile(machine, 'StringIO'),
    BytesIO: memoryFile(machine, 'BytesIO'),
  }),
};

function memoryFile(machine: Machine, name: 'StringIO' | 'BytesIO'): PyClass {
  return streamClass(machine, name, {
    construct: (m, cls, args) => made(m, name, cls, args),
    members: (model) => ({
      getvalue: model.on('getvalue', '', (_m, _self, { text }) => model.made(text)),
      write: model.on('write', ', content, /', (m, self, { text, at }, args) =>
        write(m, model, self, text, at, args.get('content')),
      ),
    }),
  });
}

/** `StringIO(…)`, `BytesIO(…)` */
function made(machine: Machine, name: 'StringIO' | 'BytesIO', cls: PyClass, args: PyArguments): PyValue {
  const first = name === 'StringIO' ? 'initial_value' : 'initial_bytes';
  const content = args.positional[0] ?? args.keywords.get(first);
  const usual = args.positional.length + args.keywords.size === (content ? 1 : 0);
  if (!usual || args.open) return machine.unmodelled(`these arguments of \`${name}\` are not modelled`);
  if (!content || content.kind === 'none') return openStream(cls, '');
  if (content.kind === (name === 'StringIO' ? 'str' : 'bytes')) return openStream(cls, content.value);
  const doubt = machine.doubt(content);
  if (doubt) return machine.derive(doubt);
  if (content.kind === 'instance' && mayHoldText(content.cls))
    return machine.derive(machine.unknown('it is no plain text'));
  return name === 'StringIO'
    ? machine.raise('TypeError', `initial_value must be str or None, not ${machine.typeName(content)}`)
    : refuseBytes(machine, content);
}

/** Whether instances of a class are texts or bytes of a kind of their own, or may be. */
function mayHoldText({ mro }: PyClass): boolean {
  return mro.some(
    ({ name, module, open, native }) =>
      (open && !native) || (module === 'builtins' && (name === 'str' || name === 'bytes')),
  );
}

function write(
  machine: Machine,
  model: StreamModel,
  self: PyValue,
  text: string,
  at: number,
  content: PyValue,
): PyValue {
  if (content.kind !== (model.binary ? 'bytes' : 'str')) {
    const doubt =
      machine.doubt(content) ?? (content.kind === 'instance' ? machine.unknown('it is no plain text') : undefined);
    if (!doubt)
      return model.binary
        ? refuseBytes(machine, content)
        : machine.raise('TypeError', `string argument expected, got '${machine.typeName(content)}'`);
    model.move(machine, self, { lost: machine.derive(doubt) });
    return machine.derive(doubt, { type: 'int' });
  }
  const { value } = content;
  const over = text.slice(at, at + value.length);
  if (!model.binary && !isOnlyAscii(over)) {
    const lost = machine.unknown('writing over a text that is not ASCII is not followed');
    model.move(machine, self, { lost });
    return machine.derive(lost, { type: 'int' });
  }
  const after = text.slice(0, at) + value + text.slice(at + value.length);
  machine.spend(after.length >> 6);
  model.move(machine, self, { text: after, at: at + value.length });
  return model.binary ? int(value.length) : machine.call(machine.builtin('len'), [content]);
}

function refuseBytes(machine: Machine, content: PyValue): never {
  return machine.raise('TypeError', `a bytes-like object is required, not '${machine.typeName(content)}'`);
}
