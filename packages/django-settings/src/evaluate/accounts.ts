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

/** A look into a value ends when it has seen so many containers, or looked at so many things for each of these. */
const mostVisited = 200;
const looksEach = 10;

/** A look that is under way. */
interface Look {
  readonly found: Origin[];
  readonly seen: Set<PyValue>;
  readonly most: number;
  looks: number;
}

const nothing: readonly Origin[] = [];

/** The accounts of a value and of what it holds. */
export function accountsOf(vm: Interpreter, value: PyValue, most = mostVisited): readonly Origin[] {
  // Asked of every name that is used: most hold a text or a number.
  if (!holds(value)) return nothing;
  const look: Look = { found: [], seen: new Set(), most, looks: 0 };
  visit(vm, value, look);
  if (look.looks > 15) vm.spend(look.looks >> 4);
  return look.found;
}

function visit(vm: Interpreter, value: PyValue, look: Look): void {
  if (look.seen.has(value)) return;
  look.seen.add(value);
  const account = vm.accounts.get(value);
  if (account) look.found.push(account.origin);
  for (const inner of innerValues(value)) {
    if (look.looks >= looksEach * look.most || look.seen.size >= look.most) return;
    look.looks += 1;
    if (holds(inner)) visit(vm, inner, look);
  }
}

function holds({ kind }: PyValue): boolean {
  return (
    kind === 'list' || kind === 'dict' || kind === 'set' || kind === 'tuple' || kind === 'choice' || kind === 'instance'
  );
}

function* entryValues(entries: PyDict['entries']): Iterable<PyValue> {
  for (const { value } of entries.values()) yield value;
}

function innerValues(value: PyValue): Iterable<PyValue> {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.items;
    case 'dict':
      return entryValues(value.entries);
    case 'choice':
      return value.options;
    case 'instance':
      return [value.attributes];
    default:
      return [];
  }
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
