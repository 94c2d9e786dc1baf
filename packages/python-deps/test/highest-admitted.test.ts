import { expect, test } from 'vitest';
import { highestAdmitted } from '../src/highest-admitted.js';

test.each([
  ['<22', '21.999999'],
  ['>=20,<22.0.0', '21.999999'],
  ['<3.2.5', '3.2.4.999999'],
  ['<=21.2.0', '21.2.0'],
  ['~=3.1', '3.999999'],
  ['~=3.1.4', '3.1.999999'],
  ['==2.2.*', '2.2.999999'],
  ['<5,<4', '3.999999'],
  ['>=20', undefined],
  ['', undefined],
  ['<2||<4', undefined],
  ['<0', undefined],
  ['>=4,<3', undefined],
])('%s', (specifier, expected) => {
  expect(highestAdmitted(specifier)).toBe(expected);
});
