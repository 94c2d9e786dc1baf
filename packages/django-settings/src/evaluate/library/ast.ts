/** `ast.literal_eval`; the rest of `ast` is for programs that read programs. */

import { pythonAtLeast } from '../../environment/surroundings.js';
import { parse } from '../../syntax/parse.js';
import type { Expression } from '../../syntax/tree.js';
import { fn, type Machine, type NativeModule, textOf } from '../native.js';
import { problemFor, raiseSyntaxError } from '../syntax-errors.js';
import { type PyValue, str } from '../value.js';
import { parseLiteral } from './literal.js';

/** The module `ast`. */
export const astModule: NativeModule = {
  standard: true,
  load: () => ({
    literal_eval: fn(
      'ast.literal_eval',
      '(node_or_string)',
      (machine, args) => literalEval(machine, args.get('node_or_string')),
      { raises: 'ValueError' },
    ),
  }),
};

function malformed(machine: Machine, value: PyValue): PyValue {
  const since10 = !machine.python || pythonAtLeast(machine, 10);
  if (since10 && value.kind !== 'str' && machine.findAttribute(value, 'lineno'))
    return machine.unknown('the line that the message names is not followed', { type: 'str', truth: true });
  const shown = machine.repr(value);
  const told = textOf(shown);
  return told === undefined ? machine.derive(shown, { type: 'str' }) : str(`malformed node or string: ${told}`);
}

/** Literals that are written in a way which is not read here. */
const unread: readonly Expression['kind'][] = [
  ...(['none', 'bool', 'int', 'float', 'ellipsis', 'str', 'bytes', 'undecoded'] as const),
  ...(['unary', 'binary', 'set', 'dict'] as const),
];

function literalEval(machine: Machine, value: PyValue): PyValue {
  const text = textOf(value);
  if (text === undefined) return machine.raise('ValueError', malformed(machine, value));
  machine.spend(text.length / 20);
  const found = parseLiteral(text);
  if (!('not' in found)) return found;
  // Telling what is wrong with it takes the whole parser.
  machine.spend(text.length);
  const stripped = text.replace(/^[ \t]+/u, '');
  const { body, errors } = parse(stripped, 'eval');
  const [only, ...more] = body;
  const error = problemFor(machine, errors);
  if (error || !only || more.length > 0 || only.kind !== 'expression')
    return raiseSyntaxError(machine, error, { text: stripped, file: '<unknown>' });
  if (unread.includes(only.value.kind)) {
    return machine.unmodelled('this literal is not modelled');
  }
  // The message ends in the node's address in memory.
  return machine.raise(
    'ValueError',
    machine.unknown('an address in memory is part of the text', { type: 'str', truth: true }),
  );
}
