/** Texts that the system is told, such as paths and variables: it takes them as UTF-8 that ends at a null. */
import type { Machine } from '../native.js';
import { str } from '../value.js';
import { wordsSince } from './words-since.js';

/** Halves of pairs of surrogates, save those that stand for bytes. */
const halves = /[\ud800-\udc7f\udd00-\udfff]/u;

/** Whether a text cannot be told. */
export const isUntellable = (text: string): boolean => text.includes('\0') || halves.test(text);

/** Raises what Python does of a text that is no UTF-8. */
export function refuseHalves(machine: Machine, text: string): void {
  if (halves.test(text)) machine.invoke(str(text), 'encode', str('utf-8'), str('surrogateescape'));
}

/** What the system refuses of a path or variable; `call` is the call of the system that is asked. */
export function refuseUntellable(machine: Machine, text: string, call?: string): void {
  refuseHalves(machine, text);
  if (!text.includes('\0')) return;
  const words = 'embedded null';
  machine.raise('ValueError', call ? wordsSince(machine, 13, `${call}: ${words} character in path`) : `${words} byte`);
}

/** What is refused of a path whose links are followed: Python puts the working directory before it. */
export function refuseLink(machine: Machine, path: string): void {
  if (halves.test(path) && !path.startsWith('/')) {
    const place = () => machine.unknown('it depends on the directory the server starts in', { type: 'int' });
    machine.raise('UnicodeEncodeError', str('utf-8'), str(path), place(), place(), str('surrogates not allowed'));
  }
  refuseUntellable(machine, path, 'lstat');
}
