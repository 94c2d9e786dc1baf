/** The texts that name an encoding and an error handler, as they are handed to C: without a null, and no half of a pair of surrogates. */
import type { Interpreter } from '../interpreter.js';
import { str } from '../value.js';

/** Raises where C cannot be told a text, whatever is encoded or decoded with it, and where nothing is. */
export function refuseCodecWord(vm: Interpreter, word: string): void {
  if (/[\ud800-\udfff]/u.test(word)) vm.invoke(str(word), 'encode', str('utf-8'));
  if (word.includes('\0')) vm.raise('ValueError', 'embedded null character');
}
