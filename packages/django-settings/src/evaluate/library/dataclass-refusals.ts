/** What `@dataclass` refuses of a class beside its fields. */
import type { Machine } from '../native.js';
import type { PyClass } from '../value.js';
import { isDataClass } from './dataclass-tools.js';

const ordering = ['__lt__', '__le__', '__gt__', '__ge__'];

/** A method that it would make is there already: some it leaves as they are, of others it says so. */
export function refuseOverwriting(machine: Machine, cls: PyClass, name: string): void {
  const words = `Cannot overwrite attribute ${name} in class ${cls.name}`;
  if (ordering.includes(name)) {
    const stop = machine.python && machine.python[1] < 13 ? '.' : '';
    machine.raise('TypeError', `${words}${stop} Consider using functools.total_ordering`);
  }
  if (name === '__setattr__' || name === '__delattr__' || name === '__hash__') machine.raise('TypeError', words);
}

/** Frozen data classes have no others among their bases, and others no frozen ones. */
export function refuseInheriting(machine: Machine, cls: PyClass, frozen: boolean): void {
  const known = machine.once('dataclasses.frozen', () => new WeakSet<PyClass>());
  if (frozen) known.add(cls);
  const bases = cls.mro.slice(1).filter(isDataClass);
  if (bases.length === 0) return;
  if (!frozen && bases.some((base) => known.has(base)))
    machine.raise('TypeError', 'cannot inherit non-frozen dataclass from a frozen one');
  if (frozen && !bases.every((base) => known.has(base)))
    machine.raise('TypeError', 'cannot inherit frozen dataclass from a non-frozen one');
}
