/** What is known of the members of each enumeration. */
import type { Machine } from '../native.js';
import type { PyClass, PyValue } from '../value.js';

/** One name of an enumeration. */
export interface Member {
  readonly name: string;
  /** The name of the member that it is another name of, or its own. */
  readonly canonical: string;
  readonly value: PyValue;
  readonly member: PyValue;
}

/** What is known of an enumeration's members. */
export interface Members {
  /** Names that are certainly members. */
  readonly names: readonly string[];
  readonly all: readonly Member[];
  /** Whether these are certainly all names, with their values. */
  readonly exact: boolean;
}

function registry(machine: Machine): WeakMap<PyClass, Members> {
  return machine.once('enum.members', () => new WeakMap<PyClass, Members>());
}

/** The members of an enumeration; `undefined` where they are not known. */
export function membersOf(machine: Machine, cls: PyValue): Members | undefined {
  return cls.kind === 'class' ? registry(machine).get(cls) : undefined;
}

/** Those that are not other names of others. */
export const canonical = ({ all }: Pick<Members, 'all'>): readonly Member[] =>
  all.filter((one) => one.name === one.canonical);

/** Note the members of an enumeration, once it is made. */
export function noteMembers(machine: Machine, cls: PyClass, members: Members): void {
  registry(machine).set(cls, members);
}
