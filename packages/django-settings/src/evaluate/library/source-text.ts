/** The text that a parser of a data format is given: itself, or what a file object reads. */
import { type Machine, textOf } from '../native.js';
import type { PyValue } from '../value.js';
import { decodeUtf8 } from './utf8.js';

/** Go on with the text of a `str`, of UTF-8 bytes or of a file; an unknown one gives an unknown. */
export function textOfSource(machine: Machine, source: PyValue, then: (text: string) => PyValue): PyValue {
  if (source.kind === 'unknown') return machine.derive(source);
  if (source.kind !== 'str' && source.kind !== 'bytes')
    return machine.each(machine.invoke(source, 'read'), (content) =>
      content.kind === 'str' || content.kind === 'bytes' || content.kind === 'unknown'
        ? textOfSource(machine, content, then)
        : machine.unknown('the text of the file is not known'),
    );
  const text = textOf(source) ?? (source.kind === 'bytes' ? decodeUtf8(source.value) : undefined);
  return text === undefined ? machine.unknown('the text of the file is not known') : then(text.replace(/^\ufeff/u, ''));
}
