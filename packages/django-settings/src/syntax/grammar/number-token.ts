/** Numbers, as CPython's tokenizer reads them. */

/** Where a number ends, or what is wrong with it. */
export type NumberToken = { readonly end: number } | { readonly wrong: string };

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Keywords that may follow a number without a space. */
const mayFollow = /^(?:i[fns]|(?:and|else|for|or|not)(?![A-Za-z0-9_\u0080-\uffff]))/;

const bases: Readonly<Record<string, { readonly name: string; readonly digits: RegExp }>> = {
  x: { name: 'hexadecimal', digits: /^(?:_?[0-9a-fA-F]+)+/ },
  o: { name: 'octal', digits: /^(?:_?[0-7]+)+/ },
  b: { name: 'binary', digits: /^(?:_?[01]+)+/ },
};

/** The number that begins at an offset of the text, which a digit or a point before a digit does. */
export function numberToken(text: string, start: number): NumberToken {
  const base = text[start] === '0' ? bases[(text[start + 1] ?? '').toLowerCase()] : undefined;
  if (base) {
    const digits = base.digits.exec(text.slice(start + 2, start + 4000))?.[0] ?? '';
    const end = start + 2 + digits.length;
    const next = text[end] === '_' ? text[end + 1] : text[end];
    if (base.name !== 'hexadecimal' && isDigit(next))
      return { wrong: `invalid digit '${next}' in ${base.name} literal` };
    if (digits === '' || text[end] === '_') return { wrong: `invalid ${base.name} literal` };
    return ended(text, end, base.name);
  }
  const whole = tail(text, start);
  if (whole === undefined) return { wrong: 'invalid decimal literal' };
  let end = whole;
  const integer = text.slice(start, end);
  let fraction = false;
  if (text[end] === '.') {
    fraction = true;
    const after = isDigit(text[end + 1]) ? tail(text, end + 1) : end + 1;
    if (after === undefined) return { wrong: 'invalid decimal literal' };
    end = after;
  }
  if (text[end] === 'e' || text[end] === 'E') {
    const signed = text[end + 1] === '+' || text[end + 1] === '-';
    if (signed && !isDigit(text[end + 2])) return { wrong: 'invalid decimal literal' };
    if (!signed && !isDigit(text[end + 1])) return ended(text, end, 'decimal');
    const after = tail(text, end + (signed ? 2 : 1));
    if (after === undefined) return { wrong: 'invalid decimal literal' };
    end = after;
    fraction = true;
  }
  if (text[end] === 'j' || text[end] === 'J') return ended(text, end + 1, 'imaginary');
  if (!fraction && /^0[0_]*[1-9]/.test(integer))
    return {
      wrong: 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
    };
  return ended(text, end, 'decimal');
}

/** The end of digits with underscores between them; nothing where an underscore is followed by no digit. */
function tail(text: string, start: number): number | undefined {
  let end = start;
  for (;;) {
    while (isDigit(text[end])) end += 1;
    if (text[end] !== '_') return end;
    if (!isDigit(text[end + 1])) return undefined;
    end += 1;
  }
}

/** A number that ends where a letter follows it only as a keyword. */
function ended(text: string, end: number, name: string): NumberToken {
  if (mayFollow.test(text.slice(end, end + 5))) return { end };
  return /[A-Za-z0-9_]/.test(text[end] ?? '') ? { wrong: `invalid ${name} literal` } : { end };
}
