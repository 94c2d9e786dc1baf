/** What changed a container after it was made: kept with the container, so that no alias hides it. */
import type { Interpreter } from './interpreter.js';
import { gather, latest, type Origin } from './origin.js';
import type { Change } from './telling.js';
import type { PyValue } from './value.js';

/** What is known of the changes of one container. */
export interface Account {
  readonly origin: Origin;
  /** What each line did to it, by the id of its step. */
  readonly changes: ReadonlyMap<string, Change | undefined>;
}

/** A look into a value for its containers ends here. */
const mostVisited = 200;

const nothing: readonly Origin[] = [];

/** The accounts of a value and of what it holds. */
export function accountsOf(vm: Interpreter, value: PyValue, most = mostVisited): readonly Origin[] {
  // Asked of every name that is used: most hold a text or a number.
  if (!holds(value)) return nothing;
  const found: Origin[] = [];
  const seen = new Set<PyValue>();
  visit(vm, value, seen, found, most);
  if (seen.size > 3) vm.spend(seen.size >> 2);
  return found;
}

function visit(vm: Interpreter, value: PyValue, seen: Set<PyValue>, found: Origin[], most: number): void {
  if (seen.size >= most || seen.has(value)) return;
  seen.add(value);
  const account = vm.accounts.get(value);
  if (account) found.push(account.origin);
  const enter = (inner: PyValue): void => {
    if (holds(inner)) visit(vm, inner, seen, found, most);
  };
  switch (value.kind) {
    case 'list':
    case 'tuple':
      for (const inner of value.items) enter(inner);
      return;
    case 'dict':
      for (const entry of value.entries.values()) enter(entry.value);
      return;
    case 'choice':
      for (const inner of value.options) enter(inner);
      return;
    case 'instance':
      enter(value.attributes);
      return;
    default:
  }
}

function holds({ kind }: PyValue): boolean {
  return (
    kind === 'list' || kind === 'dict' || kind === 'set' || kind === 'tuple' || kind === 'choice' || kind === 'instance'
  );
}

/** The whole account of a name: its own, and of every change of what it holds. */
export function wholeOrigin(vm: Interpreter, origin: Origin | undefined, value: PyValue): Origin {
  const own = origin ? [origin] : [];
  const all = [...own, ...accountsOf(vm, value)];
  return {
    steps: gather(all.map(({ steps }) => steps)),
    made: latest(all.map(({ made }) => made)),
    reads: new Set(all.flatMap(({ reads }) => [...reads])),
  };
}
