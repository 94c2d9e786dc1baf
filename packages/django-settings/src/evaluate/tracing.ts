/** Keeps account, statement by statement, of what each value came of and of which lines changed it. */
import { accountsOf } from './accounts.js';
import type { Frame, Interpreter, Trace } from './interpreter.js';
import type { Untold } from './journal.js';
import { gather, type Origin, originLater, type Step, trailOf, usedTrails } from './origin.js';
import { type Change, changeOf, mergeChanges, tellBinding, tellChange } from './telling.js';
import type { Entry, Key, Mutable, PyValue } from './value.js';

/** The part that a line has in making a value. */
export type Part =
  | { readonly role: 'bind'; readonly name: string; readonly value: PyValue }
  | { readonly role: Step['role']; readonly name?: string; readonly tells: () => string };

/** A look into what a name holds, each time it is used. */
const mostLookedAt = 60;

/** Calls that one statement tells of. */
const mostCalls = 20;

/** Steps of one statement that are kept until they are gathered. */
const mostNoted = 100;

/** Of a statement that begins. */
export function emptyTrace(): Trace {
  return { reads: new Set(), steps: [], used: usedTrails() };
}

/** The step of the line under way. */
export function stepOf(vm: Interpreter, frame: Frame, part: Part): Step {
  const { file, at } = frame;
  const tells = 'tells' in part ? part.tells : tellBinding(part.name, part.value, vm.trace.reads);
  vm.steps.made += 1;
  return {
    at: () => file.at(at),
    tells,
    role: part.role,
    ...(part.name === undefined ? {} : { name: part.name }),
    id: idOf(frame, part.role, part.role === 'import' ? '' : (part.name ?? '')),
    order: vm.steps.made,
  };
}

function idOf({ file, at }: Frame, role: Step['role'], name: string): string {
  return `${file.path}:${at.start}:${role}:${name}`;
}

/** The account of a value that the current statement makes; what the name held before is told, how that was made is not. */
export function originOf(vm: Interpreter, frame: Frame, part: Part, before: Entry | undefined): Origin {
  const { trace, control } = vm;
  // An account is dear beside the binding that it tells of.
  vm.spend(10 + ((trace.reads.size + control.reads.size) >> 3));
  const step = stepOf(vm, frame, part);
  const noted = trailOf(trace.steps);
  const used = trace.used.trail();
  const earlier = before?.origin;
  const work = (): readonly Step[] => {
    const same = earlier?.steps.filter(({ name }) => name === part.name) ?? [];
    return gather([same, control.steps, noted, used.steps, [step]]);
  };
  return originLater(work, [earlier, control, used], step, new Set([...trace.reads, ...control.reads]));
}

/** The current statement depends on what made this entry and changed what it holds. */
export function noteUse(vm: Interpreter, { origin, value }: Entry): void {
  if (origin && !isFromPackage(value, origin)) depend(vm, origin);
  for (const account of accountsOf(vm, value, mostLookedAt)) depend(vm, account);
}

/** The line that imports a package's module, function or object tells nothing of what is made with it. */
function isFromPackage(value: PyValue, { made }: Origin): boolean {
  return made?.role === 'import' || (value.kind === 'module' && value.path === undefined);
}

function depend(vm: Interpreter, origin: Origin): void {
  for (const read of origin.reads) vm.trace.reads.add(read);
  vm.trace.used.add(origin);
}

/** The line at which a function of the project gave what the statement under way goes on with. */
export function noteReturn(vm: Interpreter, frame: Frame): void {
  const { steps } = vm.trace;
  if (steps.length >= mostCalls) return;
  const step = stepOf(vm, frame, { role: 'call', tells: () => `\`${frame.qualname}()\` returns here` });
  if (!steps.some(({ id }) => id === step.id)) steps.push(step);
}

/** The line at which the statement under way read something from the environment. */
export function noteRead(vm: Interpreter, step: Step): void {
  const { steps } = vm.trace;
  steps.push(step);
  // A loop reads again and again.
  if (steps.length > mostNoted) steps.splice(0, steps.length, ...trailOf(steps));
}

/** After a statement of a module: keep of every container it changed that it did. */
export function noteChanges(vm: Interpreter, frame: Frame, { containers, names }: Untold): void {
  for (const [value, before] of containers) {
    if (isContainer(value)) keep(vm, frame, value, changeOf(before, value));
  }
  const whole = containers.get(frame.globals);
  noteNames(vm, frame, whole?.kind === 'dict' ? whole.entries : (names.get(frame.globals) ?? new Map()));
}

function isContainer(value: Mutable): boolean {
  return value.kind === 'list' || value.kind === 'set' || (value.kind === 'dict' && !value.namespace);
}

function keep(vm: Interpreter, frame: Frame, value: Mutable, change: Change | undefined): void {
  if (change && isNothing(change)) return;
  const known = vm.accounts.get(value);
  const id = idOf(frame, 'change', '');
  const earlier = known?.changes.get(id);
  // What a loop does to it line by line is told of the line once.
  const whole = earlier && change ? mergeChanges(earlier, change) : change;
  const reads = new Set([...(known?.origin.reads ?? []), ...vm.trace.reads, ...vm.control.reads]);
  const own = originOf(vm, frame, { role: 'change', tells: () => tellChange(whole, reads) }, undefined);
  const before = known?.origin;
  const work = () => gather([before?.steps ?? [], own.steps]);
  vm.accounts.set(value, {
    origin: originLater(work, [before, own], own.made, reads),
    changes: new Map(known?.changes).set(id, whole),
  });
}

function isNothing({ added, removed, set, dropped }: Change): boolean {
  return added.length + removed.length + set.length + dropped.length === 0;
}

/** Names that the statement gave a value without an assignment: `globals()['X'] = …`, `setattr`, a package's function. */
function noteNames(vm: Interpreter, frame: Frame, before: ReadonlyMap<Key, Entry | undefined>): void {
  for (const [key, known] of before) {
    const entry = frame.globals.entries.get(key);
    if (typeof key !== 'string' || !entry || entry.value === known?.value || entry.origin !== known?.origin) continue;
    const origin = originOf(vm, frame, { role: 'bind', name: key, value: entry.value }, entry);
    frame.globals.entries.set(key, { ...entry, origin });
  }
}
