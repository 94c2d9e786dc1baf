/** Which version of a package the project would get, as far as its meaning hangs on it. */
import type { Machine } from '../evaluate/native.js';
import { EXTRAS, versionOf } from './surroundings.js';

/** Whether the package is of this version or a later one; a package that nothing pins or bounds is the newest. */
export function packageAtLeast(machine: Machine, distribution: string, ...least: readonly number[]): boolean {
  const version = versionOf(machine, distribution) ?? newestAdmitted(specifierOf(machine, distribution));
  if (version === undefined) return true;
  const parts = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  for (const [index, number] of least.entries()) {
    const own = parts[index] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}

function specifierOf(machine: Machine, distribution: string): string {
  const ask = machine.extras.get(EXTRAS.specifierOf);
  return (typeof ask === 'function' ? (ask(distribution) as string | undefined) : undefined) ?? '';
}

const ANY = 9999;

/** The newest version that a specifier lets in, its last number open: `9.9999` for `<10`, `~=9.5` and `==9.*`. */
function newestAdmitted(specifier: string): string | undefined {
  for (const piece of specifier.split(',')) {
    const [, operator, written = ''] = /^\s*(<=|<|~=|==)\s*([\d.]+)/u.exec(piece) ?? [];
    const numbers = written.split('.').filter(Boolean).map(Number);
    if (operator === '<') return belowOf(numbers);
    if (operator === '<=') return written;
    if (operator === '~=') return [...numbers.slice(0, -1), ANY].join('.');
    if (operator === '==') return written.endsWith('.') ? [...numbers, ANY].join('.') : written;
  }
  return undefined;
}

function belowOf(numbers: readonly number[]): string {
  const kept = [...numbers];
  while (kept.length > 1 && kept.at(-1) === 0) kept.pop();
  const last = kept.pop() ?? 0;
  return [...kept, last - 1, ANY].join('.');
}
