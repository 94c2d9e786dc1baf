/** What packages do once the settings module has been executed: their work runs in its frame, a name at a time. */
import type { Frame, Interpreter } from './interpreter.js';
import type { Machine } from './native.js';
import { gather, type Origin } from './origin.js';
import { emptyTrace } from './tracing.js';
import { type PyModule, type PyValue, stringKey } from './value.js';

/**
 * Gives the module a name as a statement of its own would: its trail holds only what making the value used, and before that
 * how the thing it is made of came about, whose line is the name's.
 */
export type Assign = (name: string, make: () => PyValue, from?: Origin) => void;

type Work = (module: PyModule, assign: Assign) => void;

/** Ask for work after the settings module; the same `key` asks once. */
export function afterSettings(machine: Machine, key: string, work: Work): void {
  const asked = works(machine);
  if (!asked.has(key)) asked.set(key, work);
}

function works(machine: Machine): Map<string, Work> {
  return machine.once('after settings', () => new Map<string, Work>());
}

/** Note which module holds the settings: its packages are executed before it, and may ask for such work. */
export function noteSettingsModule(vm: Interpreter, name: string): void {
  vm.once('settings module', () => name);
}

/** Do what was asked for, in the frame of a module that has just been executed and no longer counts as half imported: the settings'. */
export function runAfterSettings(vm: Interpreter, frame: Frame): void {
  if (vm.once('settings module', () => vm.importing[0]) !== frame.module.name) return;
  const importing = vm.importing.pop();
  try {
    for (const work of works(vm).values()) {
      work(frame.module, assigning(vm, frame));
    }
  } finally {
    if (importing !== undefined) vm.importing.push(importing);
  }
}

/** Give the module that is under way names in the middle of a statement, each with a trail of its own. */
export function withAssign(machine: Machine, module: PyModule, work: (assign: Assign) => void): boolean {
  const vm = machine as Interpreter;
  const { frame } = vm;
  if (frame?.kind !== 'module' || frame.module !== module) return false;
  const { trace } = vm;
  try {
    work(assigning(vm, frame));
  } finally {
    vm.trace = trace;
  }
  return true;
}

function assigning(vm: Interpreter, frame: Frame): Assign {
  return (name, make, from) => {
    vm.trace = emptyTrace();
    vm.bind(name, make(), frame);
    const entry = frame.locals.entries.get(stringKey(name));
    if (!from || !entry?.origin) return;
    const { steps, reads } = entry.origin;
    const origin = {
      steps: gather([from.steps, steps]),
      made: from.made,
      reads: new Set([...from.reads, ...reads]),
    };
    frame.locals.entries.set(stringKey(name), { ...entry, origin });
  };
}
