/** `ConfigParser.write`: the text of an INI file, written piece by piece. */
import type { Bound, Machine } from '../native.js';
import { none, type PyValue, str } from '../value.js';
import type { ParserState } from './configparser-lookup.js';

/** `parser.write(fp, space_around_delimiters=True)` */
export function writeIni(machine: Machine, state: ParserState, args: Bound): PyValue {
  const file = args.get('fp');
  const spaced = args.optional('space_around_delimiters');
  const truth = spaced ? machine.truth(spaced) : 'yes';
  if (state.unknown !== undefined || truth === 'maybe') {
    const why = machine.unmodelled(state.unknown ?? 'how an INI file is written is not known');
    machine.spoil(file, why);
    return none;
  }
  for (const piece of piecesOf(state, truth === 'yes' ? ' = ' : '=')) machine.invoke(file, 'write', str(piece));
  return none;
}

function* piecesOf({ file, options }: ParserState, delimiter: string): Iterable<string> {
  const { defaults, sections } = file;
  for (const [title, values] of defaults.size > 0 ? [['DEFAULT', defaults] as const, ...sections] : sections) {
    yield `[${title}]\n`;
    for (const [key, value] of values) {
      const nothing = value === null && options.allowNoValue;
      yield `${key}${nothing ? '' : delimiter + (value ?? 'None').replaceAll('\n', '\n\t')}\n`;
    }
    yield '\n';
  }
}
