/** Evaluates a few lines of Python for tests, and writes values as short text. */
import { projectOf, type Value } from '@django-golive/core';
import type { Environment } from '../src/evaluate/environment.js';
import { type Evaluation, type EvaluationOptions, evaluateModule } from '../src/evaluate/evaluate-module.js';
import { freeze } from '../src/evaluate/freeze.js';
import type { NativeModule } from '../src/evaluate/native.js';

/** A module whose `value` is not known, for code that depends on such a value. */
const host: NativeModule = {
  standard: true,
  load: (machine) => ({
    name: machine.unknown('the host is not known', { type: 'str' }),
    flag: machine.unknown('the host is not known', { type: 'bool' }),
    thing: machine.unknown('the host is not known'),
  }),
};

const nothingSet: Environment = { lookup: () => ({ state: 'absent' }), names: [], closed: true };

/** Evaluate `main.py` of a few files. */
export function evaluateFiles(
  files: Readonly<Record<string, string>>,
  options: Partial<EvaluationOptions> = {},
): Evaluation {
  return evaluateModule({
    project: projectOf(files),
    module: 'main',
    roots: [''],
    root: '/project',
    environment: nothingSet,
    libraries: new Map([['socket', host]]),
    declares: () => undefined,
    python: [3, 13],
    ...options,
  });
}

/** The upper-case names of a module of these lines. */
export function names(source: string, options: Partial<EvaluationOptions> = {}): Record<string, string> {
  const { names: bound } = evaluateFiles({ 'main.py': source }, options);
  const found: Record<string, string> = {};
  for (const [name, { value, certain }] of bound) {
    if (name === name.toUpperCase() && !name.startsWith('_'))
      found[name] = `${show(freeze(value))}${certain ? '' : ' or unbound'}`;
  }
  return found;
}

/** `Type: message` of the error that stops these lines, `ok`, or why that is not known. */
export function startup(source: string, options: Partial<EvaluationOptions> = {}): string {
  const { startup: verdict } = evaluateFiles({ 'main.py': source }, options);
  if (verdict.ok === true) return 'ok';
  if (verdict.ok === null) return `perhaps ${verdict.why}`;
  return `${verdict.error.type}: ${verdict.error.message}`;
}

/** A value in Python's notation; unknowns as `?`, choices as `a | b`. */
export function show(value: Value): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
    case 'str':
      return `'${value.value}'`;
    case 'bytes':
      return `b'${value.value}'`;
    case 'list':
      return `[${value.items.map(show).join(', ')}]`;
    case 'tuple':
      return `(${value.items.map(show).join(', ')})`;
    case 'set':
      return `{${value.items.map(show).sort().join(', ')}}`;
    case 'dict':
      return `{${value.entries.map(([key, one]) => `${show(key)}: ${show(one)}`).join(', ')}}`;
    case 'unknown':
      return value.many ? '*?' : '?';
    case 'choice':
      return value.options.map(show).join(' | ');
    case 'callable':
      return value.name;
    default:
      return value.kind;
  }
}
