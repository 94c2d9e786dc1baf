/** What is said of a value that only a package's own code could give. */
import type { Machine } from './native.js';
import type { PyUnknown } from './value.js';

/** Why what a dotted name stands for, as written in `shown`, is not known: golive runs no code of packages. */
export function packageCode(symbol: string, shown = symbol): string {
  const top = symbol.split('.')[0] ?? symbol;
  const owner = top === 'django' ? 'Django' : `the package \`${top}\``;
  return `\`${shown}\` is code of ${owner}, which golive does not run`;
}

/** The value that a package's dotted name stands for. */
export function packageValue(machine: Machine, symbol: string): PyUnknown {
  return machine.unknown(packageCode(symbol), { symbol });
}
