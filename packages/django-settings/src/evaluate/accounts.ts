/** What changed a container after it was made: kept with the container, so that no alias hides it. */
import type { Interpreter } from './interpreter.js';
import { gather, latest, type Origin } from './origin.js';
import type { Change } from './telling.js';
import type { PyDict, PyValue } from './value.js';

/** What is known of the changes of one container. */
export interface Account {
  readonly origin: Origin;
  /** What each line did to it, by the id of its step. */
  readonly changes: ReadonlyMap<string, Change | undefined>;
}

/** A look into a value for its containers ends here. */
const mostVisited = 200;

/** The accounts of a value and of what it holds. */
export function accountsOf(vm: Interpreter, value: PyValue, most = mostVisited): readonly Origin[] {
  const found: Origin[] = [];
  const seen = new Set<PyValue>();
  const visit = (one: PyValue): void => {
    if (seen.size >= most || !holds(one) || seen.has(one)) return;
    seen.add(one);
    const account = vm.accounts.get(one);
    if (account) found.push(account.origin);
    for (const inner of insideOf(one)) visit(inner);
  };
  visit(value);
  if (seen.size > 3) vm.spend(seen.size >> 2);
  return found;
}

function holds(value: PyValue): boolean {
  return ['list', 'dict', 'set', 'tuple', 'choice', 'instance'].includes(value.kind);
}

function insideOf(value: PyValue): Iterable<PyValue> {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.items;
    case 'dict':
      return valuesOf(value);
    case 'choice':
      return value.options;
    case 'instance':
      return [value.attributes];
    default:
      return [];
  }
}

function* valuesOf(dict: PyDict): Iterable<PyValue> {
  for (const { value } of dict.entries.values()) yield value;
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
