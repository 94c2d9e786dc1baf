/** The kinds of `configurations.values` that are lists, tuples and sets: separators, converters, lists of lists. */
import { setOf } from '../evaluate/keys.js';
import { strip } from '../evaluate/library/python-text.js';
import { type Machine, textOf } from '../evaluate/native.js';
import { list, none, type PyValue, str } from '../evaluate/value.js';
import { above, get, INIT, initAbove, on, refuse } from './configurations-object.js';

/** Members of `SequenceValue`. */
export function sequenceMembers(): Readonly<Record<string, PyValue>> {
  return {
    sequence_type: none,
    converter: none,
    __init__: on('SequenceValue.__init__', INIT, (m, self, args) => {
      const type = get(m, self, 'sequence_type');
      const kind = type.kind === 'class' ? type.name : '';
      m.setAttribute(self, 'message', str(`Cannot interpret ${kind} item {0!r} in ${kind} {1!r}`));
      m.setAttribute(self, 'separator', args.extra.get('separator') ?? str(','));
      const converter = args.extra.get('converter');
      if (converter && converter.kind !== 'none') m.setAttribute(self, 'converter', converter);
      initAbove(m, self, 'SequenceValue', args, {}, ['separator', 'converter']);
      const given = get(m, self, 'default');
      const made = m.call(type, given.kind === 'none' ? [] : [given]);
      m.setAttribute(
        self,
        'default',
        get(m, self, 'converter').kind === 'none' ? made : m.invoke(self, '_convert', made),
      );
      return none;
    }),
    _convert: on('SequenceValue._convert', ', sequence', (m, self, args) => {
      const converter = get(m, self, 'converter');
      const items = m.iterate(args.get('sequence')).map((item) =>
        m.attempt(
          () => m.call(converter, [item]),
          ['TypeError', 'ValueError'],
          () => refuse(m, self, item),
        ),
      );
      return m.call(get(m, self, 'sequence_type'), [list(items)]);
    }),
    to_python: on('SequenceValue.to_python', ', value', (m, self, args) => {
      const pieces = list(piecesOf(m, args.get('value'), get(m, self, 'separator')));
      const type = get(m, self, 'sequence_type');
      const made =
        get(m, self, 'converter').kind === 'none' ? pieces : m.invoke(self, '_convert', m.call(type, [pieces]));
      return m.call(type, [made]);
    }),
  };
}

/** The parts between separators, stripped; empty ones are dropped. */
function piecesOf(machine: Machine, value: PyValue, separator: PyValue): readonly PyValue[] {
  const parts = machine.iterate(machine.invoke(machine.invoke(value, 'strip'), 'split', separator));
  return parts.flatMap((part) => {
    const text = textOf(part);
    if (text === undefined) return [part];
    return strip(text) === '' ? [] : [str(strip(text))];
  });
}

/** Members of `SingleNestedSequenceValue`. */
export function nestedMembers(): Readonly<Record<string, PyValue>> {
  const owner = 'SingleNestedSequenceValue';
  return {
    __init__: on(`${owner}.__init__`, INIT, (m, self, args) => {
      m.setAttribute(self, 'seq_separator', args.extra.get('seq_separator') ?? str(';'));
      initAbove(m, self, owner, args, {}, ['seq_separator']);
      return none;
    }),
    _convert: on(`${owner}._convert`, ', items', (m, self, args) => {
      const items = m.iterate(args.get('items'));
      const type = get(m, self, 'sequence_type');
      const convert = above(m, self, owner, '_convert');
      const [first] = items;
      if (first && type.kind === 'class' && first.kind === type.name)
        return m.call(type, [list(items.map((item) => m.call(convert, [item])))]);
      return m.call(type, [m.call(convert, [args.get('items')])]);
    }),
    to_python: on(`${owner}.to_python`, ', value', (m, self, args) => {
      const inner = above(m, self, owner, 'to_python');
      const parts = piecesOf(m, args.get('value'), get(m, self, 'seq_separator'));
      return m.call(get(m, self, 'sequence_type'), [list(parts.map((part) => m.call(inner, [part])))]);
    }),
  };
}

/** Members of `SetValue`. */
export function setMembers(): Readonly<Record<string, PyValue>> {
  return {
    message: str('Cannot interpret set item {0!r} in set {1!r}'),
    __init__: on('SetValue.__init__', INIT, (m, self, args) => {
      initAbove(m, self, 'SetValue', args);
      const given = get(m, self, 'default');
      m.setAttribute(self, 'default', given.kind === 'none' ? setOf([]) : m.call(m.builtin('set'), [given]));
      return none;
    }),
    to_python: on('SetValue.to_python', ', value', (m, self, args) =>
      m.call(m.builtin('set'), [m.call(above(m, self, 'SetValue', 'to_python'), [args.get('value')])]),
    ),
  };
}
