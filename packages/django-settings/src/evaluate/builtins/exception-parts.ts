/** What an exception holds: what it was called with, and what it keeps beside its attributes. */
import type { PyValue } from '../value.js';

/** What an exception was called with, or given as its `args`. */
export function argsOf(self: PyValue): readonly PyValue[] {
  const args = self.kind === 'instance' ? self.attributes.entries.get('args')?.value : undefined;
  // Who was handed the exception may have changed them.
  return args === undefined ? [] : args.kind === 'tuple' ? args.items : [args];
}

/** What an exception keeps beside its attributes. */
export function hidden(self: PyValue, name: string): PyValue | undefined {
  return self.kind === 'instance' ? self.attributes.entries.get(`exception.${name}`)?.value : undefined;
}
