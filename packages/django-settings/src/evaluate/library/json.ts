/** `json`: texts and files of the repository into values, and back. */

import { pythonAtLeast } from '../../environment/surroundings.js';
import { type Bound, fn, type Machine, type NativeModule, textOf } from '../native.js';
import { int, type PyClass, type PyValue, str, tuple } from '../value.js';
import { errorClass } from './error-class.js';
import { parseJson } from './json-text.js';
import { writeJson } from './json-write.js';
import { partialClass } from './partial-class.js';
import { shortTypeName } from './path-argument.js';
import { parsedValue } from './plain-value.js';

/** The module `json`. */
export const jsonModule: NativeModule = {
  standard: true,
  isPackage: true,
  others: ['_default_decoder', '_default_encoder', 'codecs', 'decoder', 'detect_encoding', 'encoder', 'scanner'],
  load(machine) {
    const error = decodeError(machine);
    return {
      JSONDecodeError: error,
      loads: fn(
        'json.loads',
        '(s, *, cls=, object_hook=, parse_float=, parse_int=, object_pairs_hook=, parse_constant=, **extra)',
        (m, args) => {
          refuseNoText(m, args.get('s'));
          refuseExtra(m, 'JSONDecoder', args, ['strict']);
          const hook =
            args.some('object_hook') ?? args.some('object_pairs_hook') ?? args.some('cls') ?? args.some('parse_float');
          return hook || args.some('parse_int') || args.some('parse_constant') || isLenient(m, args)
            ? m.unknown('`json.loads` with hooks is not modelled')
            : load(m, args.get('s'));
        },
        { raises: error },
      ),
      load: fn('json.load', '(fp, **extra)', (m, args) =>
        args.extra.size > 0
          ? m.unknown('`json.load` with hooks is not modelled')
          : m.each(m.invoke(args.get('fp'), 'read'), (text) => load(m, text)),
      ),
      dumps: fn(
        'json.dumps',
        '(obj, *, skipkeys=, ensure_ascii=, check_circular=, allow_nan=, cls=, indent=, separators=, default=, sort_keys=, **extra)',
        (m, args) => {
          refuseExtra(m, 'JSONEncoder', args);
          return writeJson(m, args);
        },
        { gives: { type: 'str', truth: true } },
      ),
      dump: fn('json.dump', '(obj, fp, **extra)', (m) => m.unknown('it writes a file')),
      JSONEncoder: placeholderClass(machine, 'encoder', 'JSONEncoder'),
      JSONDecoder: placeholderClass(machine, 'decoder', 'JSONDecoder'),
    };
  },
};

/** The module `json.decoder`. */
export const jsonDecoderModule: NativeModule = {
  standard: true,
  load: (machine) => ({ JSONDecodeError: decodeError(machine) }),
};

/** One class under two names. */
function decodeError(machine: Machine): PyClass {
  return machine.once('json.JSONDecodeError', () =>
    errorClass(machine, {
      name: 'JSONDecodeError',
      module: 'json.decoder',
      base: machine.builtinClass('ValueError'),
      takes: 'msg, doc, pos',
      keeps: (m, args) => {
        const [msg, doc, pos] = [args.get('msg'), args.get('doc'), args.get('pos')];
        const newline = str('\n');
        const lineno = m.binary('+', m.invoke(doc, 'count', newline, int(0), pos), int(1));
        const colno = m.binary('-', pos, m.invoke(doc, 'rfind', newline, int(0), pos));
        const message = m.binary('%', str('%s: line %d column %d (char %d)'), tuple([msg, lineno, colno, pos]));
        return { message, attributes: { msg, doc, pos, lineno, colno } };
      },
    }),
  );
}

function placeholderClass(machine: Machine, submodule: string, name: string): PyValue {
  return partialClass(machine, { name, module: `json.${submodule}`, members: {} });
}

/** Whether control characters in texts are taken, or a class of its own is told anything. */
function isLenient(machine: Machine, { extra }: Bound): boolean {
  return [...extra].some(([name, value]) => name !== 'strict' || machine.truth(value) !== 'yes');
}

/** What a call does not know it hands on to the class that does the work. */
function refuseExtra(machine: Machine, cls: string, { extra, some }: Bound, takes: readonly string[] = []): void {
  const first = [...extra.keys()].find((name) => !takes.includes(name));
  if (first !== undefined && !some('cls'))
    machine.raise('TypeError', `${cls}.__init__() got an unexpected keyword argument '${first}'`);
}

function refuseNoText(machine: Machine, value: PyValue): void {
  if (['str', 'bytes', 'unknown'].includes(value.kind)) return;
  const type = shortTypeName(machine, value);
  machine.raise('TypeError', `the JSON object must be str, bytes or bytearray, not ${type}`);
}

function load(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'unknown') return machine.derive(value);
  refuseNoText(machine, value);
  if (value.kind === 'bytes' && /^(?:\xff\xfe|\xfe\xff|.{0,3}\0)/su.test(value.value))
    return machine.unmodelled('JSON in another encoding than UTF-8 is not modelled');
  // Bytes that are no UTF-8 are refused as they are decoded.
  const text = textOf(value.kind === 'bytes' ? machine.invoke(value, 'decode', str('utf-8')) : value);
  if (text === undefined) return machine.unknown('the text is not known');
  machine.spend(text.length / 20);
  return parsedValue(machine, () => ({ ready: parseJson(text, pythonAtLeast(machine, 13)) }));
}
