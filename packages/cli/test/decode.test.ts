/** Bytes become the text that the encoding's own decoder makes of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../src/disk/decode.js';

/** Pieces of characters, so that what is broken off is frequent. */
const pieces = fc.oneof(
  fc.constantFrom(
    [0xef, 0xbb, 0xbf],
    [0xe2, 0x82],
    [0xf0, 0x9f, 0x98],
    [0xed, 0xa0, 0x80],
    [0xc0, 0x80],
    [0xf4, 0x90],
    [0xff],
  ),
  fc.string({ unit: 'binary' }).map((text) => [...Buffer.from(text)]),
  fc.array(fc.nat(255), { maxLength: 6 }),
);

test('bytes in UTF-8 are what TextDecoder makes of them, broken ones too', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const bytes = Uint8Array.from(parts.flat());
      fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
      expect(decode('notes.txt', bytes)).toBe(new TextDecoder('utf-8').decode(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('a byte order mark says which of UTF-16 and UTF-32 it is, as it does for pip', () => {
  const text = 'Django==5.2.3\n# für 🎟\n';
  const codes = [0xfeff, ...Array.from(text, (character) => character.codePointAt(0) ?? 0)];
  for (const isLittle of [true, false]) {
    const view = new DataView(new ArrayBuffer(codes.length * 4));
    for (const [at, code] of codes.entries()) view.setUint32(at * 4, code, isLittle);
    const bytes = new Uint8Array(view.buffer);
    expect(decode('requirements.txt', bytes)).toBe(text);
    expect(decode('requirements.txt', bytes.subarray(0, -1))).toBe(`${text.slice(0, -1)}\uFFFD`);
  }
  expect(decode('requirements.txt', Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
});
