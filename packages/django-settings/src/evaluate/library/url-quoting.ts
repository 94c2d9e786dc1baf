/** `quote` and `unquote` of `urllib.parse`. */
import { fn, type Machine } from '../native.js';
import { type PyValue, str } from '../value.js';
import { raisePython } from './plain-value.js';
import { unusualOption } from './url-options.js';
import { quote, quotePlus, unquote, unquotePlus } from './url-parts.js';

const gives = { gives: { type: 'str' } } as const;

export function quoting(): Readonly<Record<string, PyValue>> {
  const quotes = (name: string, safe: string, run: (text: string, safe: string) => string) =>
    fn(
      `urllib.parse.${name}`,
      '(string, safe=, encoding=, errors=)',
      (m, args) => {
        const string = args.get('string');
        const kept = args.optional('safe');
        const unusual = unusualOption(m, args, ['safe'], ['encoding', 'errors']);
        if (string.kind === 'str')
          return unusual ?? str(raisePython(m, () => run(string.value, kept?.kind === 'str' ? kept.value : safe)));
        return unusual ?? (isBytes(m, string) || m.raise('TypeError', 'quote_from_bytes() expected bytes'));
      },
      gives,
    );
  const unquotes = (name: string, run: (text: string) => string, refuse: (m: Machine, value: PyValue) => PyValue) =>
    fn(
      `urllib.parse.${name}`,
      '(string, encoding=, errors=)',
      (m, args) => {
        const string = args.get('string');
        const unusual = unusualOption(m, args, [], ['encoding', 'errors']);
        if (string.kind === 'str') return unusual ?? str(run(string.value));
        return isBytes(m, string) || refuse(m, string);
      },
      gives,
    );
  return {
    quote: quotes('quote', '/', quote),
    quote_plus: quotes('quote_plus', '', quotePlus),
    // What is no text is looked through for a `%`, and has to be taken apart as a text is.
    unquote: unquotes('unquote', unquote, (m, value) => {
      const found = m.truth(m.compare('in', str('%'), value));
      m.getAttribute(value, 'split');
      return found === 'no' ? value : m.unknown('it was given something that is not a str');
    }),
    unquote_plus: unquotes('unquote_plus', unquotePlus, (m, value) => {
      m.getAttribute(value, 'replace');
      return m.unknown('it was given something that is not a str');
    }),
  };
}

/** Bytes, and what is not known, are not followed. */
function isBytes(machine: Machine, value: PyValue): PyValue | false {
  if (value.kind === 'bytes') return machine.unknown('URLs of bytes are not followed');
  return machine.doubt(value) ?? false;
}
