/** Raising the SyntaxErrors of text that is read while the settings run. */
import type { Location } from '@django-golive/core';
import type { SyntaxProblem } from '../syntax/tree.js';
import type { Interpreter } from './interpreter.js';
import type { Machine } from './native.js';
import { Raised } from './raised.js';
import type { PyValue } from './value.js';
import { str, tuple } from './value.js';

/** Where the text is from, as CPython names it: `<string>`, `<unknown>` or a file. */
interface Source {
  readonly text: string;
  readonly file: string;
  /** Whether the name is the code's own, of a file that need not be there. */
  readonly named?: boolean;
}

/** Whether that Python has the words of 3.13, which the grammar here has; later ones are taken for it where nothing else is known. */
const saysThis = (python: Machine['python']): boolean => python === undefined || (python[0] === 3 && python[1] === 13);

/** What CPython refuses, where this Python is one that refuses it. */
export function problemFor(machine: Machine, problems: readonly SyntaxProblem[]): SyntaxProblem | undefined {
  const [problem] = problems;
  if (!problem?.until) return problem;
  const { python } = machine;
  const takes =
    !python || python[0] > problem.until[0] || (python[0] === problem.until[0] && python[1] >= problem.until[1]);
  return takes ? undefined : problem;
}

/** Raise what is wrong with a text; `undefined` where it is Python, but not of the form that was asked for. */
export function raiseSyntaxError(
  machine: Machine,
  problem: SyntaxProblem | undefined,
  { text, file, named = file.startsWith('<') }: Source,
): never {
  // That it holds null bytes is found before it has lines.
  if (problem?.message.endsWith('null bytes')) machine.raise('SyntaxError', problem.message);
  // A text without a line has its mistake before the first.
  const line = text === '' ? 0 : problem ? text.slice(0, problem.start).split(/\r\n?|\n/u).length : undefined;
  // What ends in a backslash is refused in other words where no line end was put behind it, or a bracket is open.
  const isCutOff = named && problem?.message.startsWith('unexpected EOF');
  const known = problem !== undefined && !isCutOff && saysThis(machine.python);
  const message: PyValue = known
    ? str(problem.message)
    : machine.unknown("the words of CPython's parser are not known", { type: 'str', truth: true });
  try {
    machine.raise(problem?.type ?? 'SyntaxError', message);
  } catch (error) {
    if (error instanceof Raised) {
      const { entries } = error.exception.attributes;
      const place = machine.unknown('the place in a SyntaxError is not followed', { type: 'tuple', truth: true });
      entries.set('args', { key: str('args'), value: tuple([message, place]) });
      const words = problem?.message ?? 'invalid syntax';
      const whole = `${words} (${file.slice(file.lastIndexOf('/') + 1)}, line ${line ?? 1})`;
      const put = (name: string, value: PyValue) => entries.set(name, { key: str(name), value });
      put('exception.text', known ? str(whole) : machine.derive(message, { type: 'str', truth: true }));
      // For people: of a file, whose place is told beside it, the words alone.
      put('exception.words', str(named ? whole : words));
    }
    throw error;
  }
}

/** A statement that is not read as Python, so that nobody knows what it does or whether CPython's compiler takes it. */
export function noteUnreadable(vm: Interpreter, at: Location): void {
  vm.givenUp.push({ why: 'a statement cannot be read as Python', at, after: vm.failures.length });
}
